import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { withProgress } from "./progress.ts";

/** What a command stands on could not be built; the message says what to do. */
export class BuildError extends Error {
  override readonly name = "BuildError";
}

const root = join(import.meta.dirname, "../../..");

/**
 * Builds what a package of this repository depends on, for commands that are called by hand. Silent
 * while that takes less than a second; what the build printed is shown only when it fails.
 *
 * @param name The package, such as `@acs-chat/bench`; it is not built itself.
 * @param log Takes the lines of progress, and of a build that fails.
 * @throws BuildError when something does not build.
 */
export async function builtFor(name: string, log: (line: string) => void): Promise<void> {
  // Set by turbo for what it runs: then it has built already, and must not be started in itself.
  if (process.env["TURBO_HASH"] !== undefined) return;
  const turbo = join(root, "node_modules/.bin/turbo");
  if (!existsSync(turbo)) throw new BuildError("nothing is installed: run `pnpm install` first");
  // --only: generating is a command of its own, and nothing may be repaired before it is checked.
  const args = ["run", "build", `--filter=${name}^...`, "--only", "--output-logs=errors-only"];
  const { code, output } = await withProgress("building what this stands on", log, () =>
    run(turbo, args),
  );
  if (code === 0) return;
  log(output.trimEnd());
  throw new BuildError("the build failed, see above: correct that and try again");
}

function run(program: string, args: readonly string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, TURBO_TELEMETRY_DISABLED: "1" };
    const child = spawn(program, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}
