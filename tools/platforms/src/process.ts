import { spawn } from "node:child_process";

/** Options for running a program. */
export interface RunOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Milliseconds after which the program is stopped. */
  readonly timeout?: number;
}

/**
 * Runs a program. Returns its output to stdout.
 * @throws Error with the output if the program fails or times out.
 */
export async function run(
  program: string,
  args: readonly string[],
  { cwd, env = {}, timeout = 600_000 }: RunOptions,
): Promise<string> {
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, NODE_OPTIONS: "", ...env },
    stdio: ["ignore", "pipe", "pipe"],
    timeout,
  });
  let stdout = "";
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => {
    stdout += chunk.toString();
    output += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  if (code !== 0) {
    throw new Error(`${program} ${args.join(" ")} exited with ${code}\n${output.slice(-4000)}`);
  }
  return stdout;
}
