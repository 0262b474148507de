import { globSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { takeAssertionCount } from "./assert.ts";
import type { Call, Calls } from "./call.ts";
import type { SpectorServer } from "./server.ts";
import { specOfCalls } from "./suites.ts";

/** The call of a scenario, and its file below `calls`. */
export interface RegisteredCall {
  readonly scenario: string;
  readonly file: string;
  readonly call: Call;
}

/** The results of the calls. */
export interface CallResults {
  /** The number of assertions by scenario, for calls that completed. */
  readonly completed: ReadonlyMap<string, number>;
  /** The reasons by scenario, for calls that failed. */
  readonly failed: ReadonlyMap<string, string>;
}

/** The timeout of a call in milliseconds, so that a call that hangs does not block the others. */
const callTimeout = 10_000;

const callsFolder = join(import.meta.dirname, "calls");

/** Loads the calls of the selected specs. All scenarios of a file that cannot be loaded fail. */
export async function loadCalls(
  includes: (path: string) => boolean,
): Promise<{ calls: RegisteredCall[]; broken: ReadonlyMap<string, string> }> {
  const calls: RegisteredCall[] = [];
  const broken = new Map<string, string>();
  for (const file of globSync("**/*.ts", { cwd: callsFolder }).toSorted()) {
    const path = file.replaceAll("\\", "/");
    if (!includes(specOfCalls(path))) continue;
    try {
      const module = (await import(pathToFileURL(join(callsFolder, file)).href)) as {
        calls?: Calls;
      };
      if (module.calls === undefined) throw new Error("the file does not export `calls`");
      for (const [scenario, call] of Object.entries(module.calls)) {
        calls.push({ scenario, file: path, call });
      }
    } catch (error) {
      broken.set(path, describe(error));
    }
  }
  const seen = new Map<string, string>();
  for (const { scenario, file } of calls) {
    const other = seen.get(scenario);
    if (other !== undefined) throw new Error(`${scenario} has calls in ${other} and in ${file}`);
    seen.set(scenario, file);
  }
  return { calls, broken };
}

/** Runs the calls in sequence, so that each assertion and log line belongs to one scenario. */
export async function runCalls(
  calls: readonly RegisteredCall[],
  server: SpectorServer,
): Promise<CallResults> {
  const completed = new Map<string, number>();
  const failed = new Map<string, string>();
  for (const { scenario, call } of calls) {
    server.drainLog();
    takeAssertionCount();
    try {
      await withTimeout(call({ endpoint: server.endpoint }));
      completed.set(scenario, takeAssertionCount());
    } catch (error) {
      const refused = /Request validation failed: (.*):$/m.exec(server.drainLog());
      failed.set(
        scenario,
        refused === null ? describe(error) : `${describe(error)} ${oneLine(refused[0])}`,
      );
    }
  }
  return { completed, failed };
}

async function withTimeout(call: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no result within ${callTimeout} ms`)), callTimeout);
  });
  try {
    await Promise.race([call, late]);
  } finally {
    clearTimeout(timer);
  }
}

function describe(error: unknown): string {
  return oneLine(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
}

function oneLine(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}
