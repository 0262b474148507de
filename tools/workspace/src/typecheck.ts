/** `pnpm typecheck`: builds the packages, then checks the types of all of them. */
import { spawnSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { shouldRun } from "./arguments.ts";
import { turbo } from "./turbo.ts";

const help = `Usage: pnpm typecheck

Builds the packages whose declarations others read, then checks the types of every package, in one
process that parses shared declarations once.

Options:
  -h, --help  Show this text.

Examples:
  pnpm typecheck
  pnpm --filter @acs-chat/client typecheck    checks one package, if its dependencies are built

Exit codes: 0 no errors; 1 a build failed or there are errors; 2 invalid arguments.
`;

const root = join(import.meta.dirname, "../../..");

/** Returns the configuration that the package's own script `typecheck` checks, if it has this script. */
function configurationOf(manifest: string): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(join(root, manifest), "utf8")) as {
    readonly scripts?: Readonly<Record<string, string>>;
  };
  const path = scripts?.["typecheck"]?.match(/ -p (\S+)/)?.[1];
  return path === undefined ? [] : [join(dirname(manifest), path)];
}

/** Checks the packages, all of them every time: `--build` alone skips those whose own files did not change. */
function checkTypes(): 0 | 1 {
  const configurations = globSync("{specs,packages,tools,samples}/*/package.json", { cwd: root })
    .toSorted()
    .flatMap(configurationOf);
  const { status } = spawnSync(
    "tsc",
    ["--build", ...configurations, "--noEmit", "--force", "--singleThreaded"],
    { cwd: root, stdio: ["ignore", "inherit", "inherit"] },
  );
  if (status !== 0) return 1;
  console.log(`no type errors in ${configurations.length} packages`);
  return 0;
}

if (shouldRun("typecheck", help)) {
  process.exitCode = turbo("run", "build") || checkTypes();
}
