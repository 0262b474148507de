/** `pnpm platforms`: tests the packed packages on each platform of docs/platforms.md, and the Jest recipes. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startEmulator } from "@acs-chat/emulator";
import type { Check } from "./check.ts";
import { older } from "./checks/older.ts";
import { reactNative } from "./checks/react-native.ts";
import { recipes } from "./checks/recipes.ts";
import { runners } from "./checks/runners.ts";
import { workers } from "./checks/workers.ts";
import { createProject } from "./project.ts";

const checks: readonly Check[] = [...runners, ...recipes, workers, reactNative, ...older];

const help = `Usage: pnpm platforms [name …]

Tests the packed @acs-chat/rest, client and store on each platform of docs/platforms.md, and the packed
emulator in the Jest recipes of docs/test-runners.md. Installs the platforms outside of the workspace
(about 1 GB, removed afterwards) and runs a conversation on the emulator with each. The packages must
be built.

Names: ${checks.map(({ name }) => JSON.stringify(name)).join(" ")}

Options:
  -h, --help  Show this text.

Examples:
  pnpm platforms
  pnpm platforms "jest node" workerd

Exit codes: 0 all platforms passed; 1 a platform failed; 2 invalid arguments.
`;

/** Runs the checks in sequence. Returns the number of failed checks. */
async function verify(selected: readonly Check[]): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), "acs-chat-platforms-"));
  await using emulator = await startEmulator();
  const environment = async () => {
    const { id, token } = await emulator.createUser();
    return { endpoint: emulator.endpoint, token, userId: id };
  };
  let failed = 0;
  try {
    console.log(`installing the platforms in ${folder}`);
    await createProject(folder);
    for (const { name, run } of selected) {
      const started = performance.now();
      const problem = await run({ folder, environment }).catch((error: unknown) => error);
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      if (problem) failed += 1;
      console.log(`${problem ? "FAILED" : "ok    "}  ${name}  ${seconds} s`);
      if (problem) console.log(problem);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  console.log(`${selected.length - failed} passed, ${failed} failed`);
  return failed;
}

/** Returns the selected checks, undefined for --help, or a message about invalid arguments. */
function select(): readonly Check[] | string | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: process.argv.slice(2).filter((arg) => arg !== "--"),
      options: { help: { type: "boolean", short: "h" } },
      allowPositionals: true,
    });
    if (values.help) return undefined;
    const unknown = positionals.find((name) => !checks.some((check) => check.name === name));
    if (unknown !== undefined) return `unknown platform "${unknown}"`;
    return checks.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  } catch (error) {
    return (error as Error).message;
  }
}

const selected = select();
if (selected === undefined) console.log(help);
else if (typeof selected === "string") {
  console.error(`platforms: ${selected}; see --help`);
  process.exitCode = 2;
} else {
  process.exitCode = (await verify(selected)) > 0 ? 1 : 0;
}
