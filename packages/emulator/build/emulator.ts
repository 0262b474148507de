// `pnpm emulator` of the workspace: checks the arguments, builds what is not built (including the
// page), and runs the command in the caller's folder.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { readArguments } from "../src/cli/arguments.ts";

const [node = "", , ...given] = process.argv;
const args = given[0] === "--" ? given.slice(1) : given;

/** True if the emulator will start. `--help` and invalid arguments need no build. */
function starts(): boolean {
  try {
    const { help, version } = readArguments(args);
    return !help && !version;
  } catch {
    return false;
  }
}

/** Builds the page and the packages it needs, and puts it into the emulator. Prints nothing if that is quick. */
async function build(): Promise<boolean> {
  const root = fileURLToPath(new URL("../../../", import.meta.url));
  const filter = "--filter=@acs-chat/emulator-page...";
  const child = spawn(
    `${root}node_modules/.bin/turbo`,
    ["run", "build", filter, "--only", "--output-logs=errors-only", "--log-prefix=none"],
    {
      cwd: root,
      env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1" },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  }
  const slow = setTimeout(() => {
    process.stderr.write("acs-chat-emulator: building it and its page …\n");
  }, 1000);
  const code = await new Promise((resolve) => {
    child.on("error", (error) => {
      output += `${error.message}: run pnpm install first`;
      resolve(1);
    });
    child.on("close", resolve);
  });
  clearTimeout(slow);
  if (code !== 0) process.stderr.write(`${output.trimEnd()}\n`);
  return code === 0;
}

const ready = starts();
const built = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
if (ready && !(await build())) {
  // The page needs packages that the emulator does not need, so an error in one of them is not fatal.
  const before = existsSync(built);
  const next = before ? "starting the last build" : "correct the error and run the command again";
  process.stderr.write(`acs-chat-emulator: the build failed, see above; ${next}\n`);
  if (!before) process.exit(1);
}
// Without a build, the sources can still print the help text.
const main = ready ? built : fileURLToPath(new URL("../src/cli/main.ts", import.meta.url));
process.argv = [node, main, ...args];
process.chdir(process.env["INIT_CWD"] ?? ".");
await import(pathToFileURL(main).href);
