import {
  describe,
  type Difference,
  inspect,
  SpecError,
  type Target,
  targets,
} from "@acs-chat/generate";
import { type Check, type Finding, NotReady } from "../check.ts";

/** One check, with the targets that it covers. */
interface Part {
  readonly name: string;
  readonly holds: string;
  readonly includes: (target: Target) => boolean;
  readonly command: string;
}

const parts: readonly Part[] = [
  {
    name: "generated",
    holds: "generated code equals the specification",
    includes: (target) => target.from === "typespec" && target.emitter !== undefined,
    command: "pnpm generate",
  },
  {
    name: "openapi",
    holds: "OpenAPI documents equal the TypeSpec",
    includes: (target) => target.from === "typespec" && target.emitter === undefined,
    command: "pnpm generate",
  },
  {
    name: "autorest-client",
    holds: "AutoRest's output equals the OpenAPI documents",
    includes: (target) => target.from === "openapi",
    command: "pnpm generate --from openapi",
  },
];

/**
 * Checks that generated files equal their specification. The checks of files generated from TypeSpec
 * share one compilation.
 */
export function generatedChecks(all: readonly Target[] = targets): Check[] {
  const results = new Map<string, Promise<readonly Difference[]>>();
  const differences = (root: string, from: Target["from"]) => {
    const key = `${from} ${root}`;
    const running =
      results.get(key) ??
      inspect(
        root,
        all.filter((target) => target.from === from),
        () => {},
      ).then((result) => result.differences);
    results.set(key, running);
    return running;
  };
  return parts.map(({ name, holds, includes, command }) => ({
    name,
    holds,
    run: async (root) => {
      const mine = all.filter(includes);
      const folders = mine.flatMap((target) => target.owns);
      try {
        const found = await differences(root, mine[0]?.from ?? "typespec");
        return found
          .filter(({ path }) => folders.some((folder) => path.startsWith(`${folder}/`)))
          .map((difference) => finding(difference, command));
      } catch (error) {
        if (error instanceof SpecError) throw new NotReady(error.message);
        throw error;
      }
    },
  }));
}

function finding(difference: Difference, command: string): Finding {
  return {
    where: difference.path,
    what: describe(difference),
    todo: `run \`${command}\` and commit the result; do not edit generated files`,
  };
}
