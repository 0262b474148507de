// `pnpm emulator` of the workspace: builds what is missing, then runs the command where it was called.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const main = new URL("../dist/cli/run.js", import.meta.url);
if (!existsSync(main)) {
  process.stderr.write("Building the emulator, once …\n");
  const cwd = fileURLToPath(new URL("..", import.meta.url));
  const { status } = spawnSync("pnpm", ["run", "build"], { cwd, stdio: ["ignore", 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
}
const { run } = await import(main.href);
process.chdir(process.env["INIT_CWD"] ?? ".");
const args = process.argv.slice(2);
process.exitCode = await run(args[0] === "--" ? args.slice(1) : args);
