import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";

/** What a program did. */
export interface Outcome {
  readonly code: number | null;
  /** Both outputs, as they came. */
  readonly output: string;
}

/** A program that could not be started, or refused to work; the message says what to do. */
export class ToolError extends Error {
  override readonly name = "ToolError";
}

/**
 * Runs a program with the tools of `folders` (their node_modules/.bin) on its path.
 *
 * @throws ToolError when there is no such program.
 */
export function run(
  program: string,
  args: readonly string[],
  cwd: string,
  folders: readonly string[],
): Promise<Outcome> {
  const bins = folders.map((folder) => join(folder, "node_modules/.bin"));
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...process.env,
        NO_COLOR: "1",
        // A copy of the repository shares what is installed: pnpm, asked to format a changelog there, must not
        // install for it.
        pnpm_config_verify_deps_before_run: "false",
        PATH: [...bins, process.env["PATH"] ?? ""].join(delimiter),
      },
    });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.on("error", () =>
      reject(new ToolError(`${program} is missing: install it, or run this through pnpm`)),
    );
    child.on("close", (code) => resolve({ code, output }));
  });
}
