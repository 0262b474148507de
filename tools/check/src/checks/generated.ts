import {
  describe,
  type Difference,
  inspect,
  SpecError,
  type Target,
  targets,
} from "@acs-chat/generate";
import { type Check, type Finding, NotReady } from "../check.ts";

/** The targets of one row. */
interface Part {
  readonly name: string;
  readonly holds: string;
  readonly wanted: (target: Target) => boolean;
  readonly command: string;
}

const parts: readonly Part[] = [
  {
    name: "generated",
    holds: "generated code equals the specification",
    wanted: (target) => target.from === "typespec" && target.emitter !== undefined,
    command: "pnpm generate",
  },
  {
    name: "openapi",
    holds: "OpenAPI documents equal the TypeSpec",
    wanted: (target) => target.from === "typespec" && target.emitter === undefined,
    command: "pnpm generate",
  },
  {
    name: "autorest-client",
    holds: "AutoRest's output equals the OpenAPI documents",
    wanted: (target) => target.from === "openapi",
    command: "pnpm generate --from openapi",
  },
];

/**
 * Checks that generated files equal their specification. The rows that start from TypeSpec share
 * one compilation.
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
  return parts.map(({ name, holds, wanted, command }) => ({
    name,
    holds,
    run: async (root) => {
      const mine = all.filter(wanted);
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
    todo: `run \`${command}\` and commit the result; what is generated is never edited by hand`,
  };
}
