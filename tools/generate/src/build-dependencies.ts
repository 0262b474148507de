import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { withProgress } from "./progress.ts";

/** Thrown if the dependencies of a command cannot be built. The message says what to do. */
export class BuildError extends Error {
  override readonly name = "BuildError";
}

const root = join(import.meta.dirname, "../../..");

/**
 * Builds the dependencies of a package of this repository, for commands that are run by hand. Logs
 * progress if the build takes longer than a second, and the build's output if it fails.
 *
 * @param name The package, such as `@acs-chat/bench`. The package itself is not built.
 * @param log Called with each line to print.
 * @throws BuildError if the build fails.
 */
export async function buildDependencies(name: string, log: (line: string) => void): Promise<void> {
  // Turbo sets this for the tasks that it runs. It has then built the dependencies, and cannot run inside itself.
  if (process.env["TURBO_HASH"] !== undefined) return;
  const turbo = join(root, "node_modules/.bin/turbo");
  if (!existsSync(turbo)) throw new BuildError("turbo is not installed: run `pnpm install` first");
  // --only skips the tasks that regenerate code: a check must see stale files before they are replaced.
  const args = ["run", "build", `--filter=${name}^...`, "--only", "--output-logs=errors-only"];
  const { code, output } = await withProgress("building dependencies", log, () => run(turbo, args));
  if (code === 0) return;
  log(output.trimEnd());
  throw new BuildError("the build failed: fix the errors above and run the command again");
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
