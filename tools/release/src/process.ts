import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";

/** The result of a program. */
export interface Outcome {
  readonly code: number | null;
  /** The output to stdout and stderr, interleaved. */
  readonly output: string;
}

/** Thrown if a program cannot be started or fails. The message says what to do. */
export class ToolError extends Error {
  override readonly name = "ToolError";
}

/**
 * Runs a program with the node_modules/.bin of the given folders on the path.
 *
 * @throws ToolError if the program does not exist.
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
        // A copy of the repository shares its installed packages with the original, so pnpm must not install
        // in it before it formats a changelog.
        pnpm_config_verify_deps_before_run: "false",
        PATH: [...bins, process.env["PATH"] ?? ""].join(delimiter),
      },
    });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.on("error", () =>
      reject(new ToolError(`${program} is missing: install it, or run the command with pnpm`)),
    );
    child.on("close", (code) => resolve({ code, output }));
  });
}
