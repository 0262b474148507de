import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { installReferences } from "./install.ts";

const require = createRequire(import.meta.url);
const emulatorMain = join(
  dirname(require.resolve("@acs-chat/emulator/package.json")),
  "dist/cli/main.js",
);
const honoMain = fileURLToPath(new URL("emulator-hono.ts", import.meta.url));

/** A server in its own process. */
export interface Server extends AsyncDisposable {
  /** The line that the server printed when it was ready. */
  readonly line: string;
  /** Milliseconds from the start of the process to that line. */
  readonly startMilliseconds: number;
  /** Returns the current resident memory in megabytes. */
  memory(): number;
}

/** Starts a program and waits for the line that matches `ready`. */
async function start(args: readonly string[], ready: RegExp): Promise<Server> {
  const started = performance.now();
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const line = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).on("line", (text) => {
      if (ready.test(text)) resolve(text);
    });
    child.once("exit", (code) => reject(new Error(`${args.join(" ")} ended with ${code}`)));
  });
  return {
    line,
    startMilliseconds: performance.now() - started,
    memory: () => memoryOf(child),
    async [Symbol.asyncDispose]() {
      const exit = once(child, "exit");
      child.kill("SIGTERM");
      await exit;
    },
  };
}

function memoryOf(child: ChildProcess): number {
  const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}

/** Starts the emulator's published command. */
export const startEmulatorProcess = (...args: string[]): Promise<Server> =>
  start([emulatorMain, "--port", "0", "--https-port", "0", "--json", ...args], /^\{/);

/** Starts Azurite's three services in memory. */
export async function startAzurite(): Promise<Server> {
  const references = await installReferences();
  return start(
    [
      join(references, "node_modules/azurite/dist/src/azurite.js"),
      "--inMemoryPersistence",
      "--disableTelemetry",
      "--silent",
      "--blobPort",
      "0",
      "--queuePort",
      "0",
      "--tablePort",
      "0",
    ],
    /Table service.*listen/i,
  );
}

/** Starts a hono server that responds to every request with the given bytes. */
export const startHono = (
  body: string,
  headers: Readonly<Record<string, string>>,
): Promise<Server> => start([honoMain, body, JSON.stringify(headers)], /^http/);
