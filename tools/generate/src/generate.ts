import { parseArgs } from "node:util";
import { structuredPatch } from "diff";
import { emit } from "./emit.ts";
import { compare, type Difference, replace } from "./folders.ts";
import type { Files } from "./files.ts";
import { usageProblem } from "./usage.ts";
import { type Source, sources, type Target } from "./targets.ts";

const help = (
  targets: readonly Target[],
) => `Usage: pnpm generate [target …] [--from source] [--check]

Regenerates everything that is generated from the specifications and checked in.

Targets from TypeSpec (all of them by default):
${listed("typespec", targets)}

Targets from OpenAPI 2.0, by AutoRest, as a second opinion (all of them with --from openapi):
${listed("openapi", targets)}

Options:
  --from      typespec (the default) or openapi.
  --check     Write nothing; exit 1 with a short diff per file if anything would change.
  -h, --help  Show this text.

Examples:
  pnpm generate
  pnpm generate rest
  pnpm generate --check
  pnpm generate --from openapi 2025-03-15

Exit codes: 0 done; 1 --check found a difference; 2 wrong usage or a specification that does not compile,
or what it needs does not build.
`;

const listed = (from: Source, targets: readonly Target[]) =>
  targets
    .filter((target) => target.from === from)
    .map((target) => `  ${target.name.padEnd(19)} ${target.owns.join(", ")}`)
    .join("\n");

/** Lines shown of each file that differs. */
const shownLines = 12;

/** Arguments that the command does not know. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** What the command needs of its surroundings. */
export interface Surroundings {
  /** The folder of the repository. */
  readonly root: string;
  readonly targets: readonly Target[];
  readonly log: (line: string) => void;
  /** Builds what generating needs; called once the arguments are understood. */
  readonly build?: () => Promise<void>;
}

/**
 * Runs the command. Returns the exit code that the help text documents.
 *
 * @throws UsageError for arguments it does not know; SpecError for a specification that does not compile.
 */
export async function generate(
  args: readonly string[],
  { root, targets, log, build }: Surroundings,
): Promise<number> {
  const { values, positionals } = parse(args);
  if (values.help) {
    log(help(targets));
    return 0;
  }
  const started = performance.now();
  const from = sourceNamed(values.from);
  const offered = targets.filter((target) => target.from === from);
  const wanted =
    positionals.length === 0 ? offered : positionals.map((name) => targetNamed(name, offered));
  await build?.();
  const { files, owned, differences } = await inspect(root, wanted, log);
  const summary = `${files.size} files in ${((performance.now() - started) / 1000).toFixed(1)} s`;
  if (values.check) {
    for (const difference of differences) log(describe(difference));
    log(
      differences.length === 0
        ? `generated code equals the specification: ${summary}`
        : `${differences.length} of ${files.size} files differ from what the specification gives: run \`pnpm generate${from === "openapi" ? " --from openapi" : ""}\` and commit the result`,
    );
    return differences.length === 0 ? 0 : 1;
  }
  for (const folder of owned) {
    if (!differences.some(({ path }) => path.startsWith(`${folder}/`))) continue;
    await replace(root, folder, files);
  }
  for (const { path, before, after } of differences) {
    log(`${before === undefined ? "new" : after === undefined ? "removed" : "changed"} ${path}`);
  }
  log(
    `${differences.length === 0 ? "nothing changed" : `${differences.length} changed`}: ${summary}`,
  );
  return 0;
}

/** What the targets' folders should hold, and how they differ from that. Writes nothing. */
export async function inspect(
  root: string,
  wanted: readonly Target[],
  log: (line: string) => void,
): Promise<{ files: Files; owned: readonly string[]; differences: readonly Difference[] }> {
  const files = await emit(root, wanted, log);
  const owned = [...new Set(wanted.flatMap((target) => target.owns))];
  return { files, owned, differences: await compare(root, owned, files) };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: args.filter((arg) => arg !== "--"),
      allowPositionals: true,
      options: {
        check: { type: "boolean" },
        from: { type: "string", default: "typespec" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    throw new UsageError(usageProblem(error));
  }
}

function sourceNamed(name: string): Source {
  const source = sources.find((one) => one === name);
  if (source === undefined) {
    throw new UsageError(`--from takes ${sources.join(" or ")}, not "${name}"; see --help`);
  }
  return source;
}

function targetNamed(name: string, targets: readonly Target[]): Target {
  const target = targets.find((one) => one.name === name);
  if (target === undefined) {
    const known = targets.map((one) => one.name).join(", ");
    throw new UsageError(`there is no target "${name}"; the targets are ${known}; see --help`);
  }
  return target;
}

/** A difference in words, with the first lines that differ. */
export function describe({ path, before, after }: Difference): string {
  if (before === undefined) return `missing: ${path}`;
  if (after === undefined) return `not generated by anything: ${path}`;
  const { hunks } = structuredPatch(path, path, before, after, "", "", { context: 0 });
  const lines = hunks.flatMap((hunk) => [`@@ line ${hunk.oldStart} @@`].concat(hunk.lines));
  const rest = lines.length > shownLines ? [`… ${lines.length - shownLines} more lines`] : [];
  return [`differs: ${path}`, ...lines.slice(0, shownLines), ...rest].join("\n  ");
}
