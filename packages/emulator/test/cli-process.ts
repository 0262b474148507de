import { type ChildProcess, spawn, type SpawnOptions } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** The path of the built command. */
export const MAIN = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));

/** The line that the command prints with --json. */
export interface ReadyLine {
  readonly http: string;
  readonly https: string;
  readonly connectionString: string;
  readonly caCertificate: string | null;
  readonly users: readonly { readonly id: string; readonly token: string; readonly name: string }[];
}

/** A running command. */
export interface RunningCli extends AsyncDisposable {
  readonly ready: ReadyLine;
  readonly process: ChildProcess;
  /** Returns all of its standard output so far. */
  output(): string;
}

/** Starts the command on free ports with --json, and waits for its line. */
export async function startCli(
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<RunningCli> {
  const all = [MAIN, "--port", "0", "--https-port", "0", "--json", ...args];
  const child = spawn(process.execPath, all, {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  let errors = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  const line = await Promise.race([
    once(createInterface(child.stdout), "line").then(([text]) => String(text)),
    once(child, "exit").then(([code]) => {
      throw new Error(`The emulator ended with ${String(code)}: ${errors}`);
    }),
  ]);
  return {
    ready: JSON.parse(line) as ReadyLine,
    process: child,
    output: () => output,
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exit = once(child, "exit");
      child.kill("SIGKILL");
      await exit;
    },
  };
}

/** The result of a process. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Runs a program until it ends. */
export async function runToEnd(
  command: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
  user: Pick<SpawnOptions, "cwd" | "uid" | "gid"> = {},
): Promise<Ended> {
  const child = spawn(command, args, {
    ...user,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  let errors = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, output, errors };
}

/** Arguments of the command, and additional environment variables. */
export interface Command {
  readonly args: readonly string[];
  readonly environment?: NodeJS.ProcessEnv;
}

/** Runs the command with each list of arguments. All runs share a process, which loads the modules once. */
export async function runCommands(
  commands: readonly Command[],
  user: Pick<SpawnOptions, "cwd" | "uid" | "gid"> = {},
): Promise<readonly Ended[]> {
  const script = fileURLToPath(new URL("support/run-commands.ts", import.meta.url));
  const { code, output, errors } = await runToEnd(
    process.execPath,
    [script, JSON.stringify(commands)],
    {},
    user,
  );
  if (code !== 0) throw new Error(errors);
  return JSON.parse(output) as readonly Ended[];
}
