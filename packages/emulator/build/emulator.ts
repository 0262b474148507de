// `pnpm emulator` of the workspace: builds what is missing, then runs the command where it was called.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const main = new URL("../dist/cli/main.js", import.meta.url);
if (!existsSync(main)) {
  process.stderr.write("Building the emulator, once …\n");
  const cwd = fileURLToPath(new URL("..", import.meta.url));
  const { status } = spawnSync("pnpm", ["run", "build"], { cwd, stdio: ["ignore", 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
}
const [node = "", , ...args] = process.argv;
process.argv = [node, fileURLToPath(main), ...(args[0] === "--" ? args.slice(1) : args)];
process.chdir(process.env["INIT_CWD"] ?? ".");
await import(main.href);
