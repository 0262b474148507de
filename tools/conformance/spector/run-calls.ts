import { globSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { takeAssertionCount } from "./assert.ts";
import type { Call, Calls } from "./call.ts";
import type { SpectorServer } from "./server.ts";
import { specOfCalls } from "./suites.ts";

/** A scenario's call, and the file below `calls` that holds it. */
export interface RegisteredCall {
  readonly scenario: string;
  readonly file: string;
  readonly call: Call;
}

/** What came of the calls. */
export interface CallResults {
  /** Scenarios whose call ran to its end, and how many assertions it made. */
  readonly completed: ReadonlyMap<string, number>;
  /** Scenarios whose call failed, and why. */
  readonly failed: ReadonlyMap<string, string>;
}

/** How long one call may take, in milliseconds; a call that hangs must not hide the others. */
const callTimeout = 10_000;

const callsFolder = join(import.meta.dirname, "calls");

/** Loads the calls of the wanted spec folders. A file that cannot be loaded is a failure of each of its scenarios. */
export async function loadCalls(
  wanted: (path: string) => boolean,
): Promise<{ calls: RegisteredCall[]; broken: ReadonlyMap<string, string> }> {
  const calls: RegisteredCall[] = [];
  const broken = new Map<string, string>();
  for (const file of globSync("**/*.ts", { cwd: callsFolder }).toSorted()) {
    const path = file.replaceAll("\\", "/");
    if (!wanted(specOfCalls(path))) continue;
    try {
      const module = (await import(pathToFileURL(join(callsFolder, file)).href)) as {
        calls?: Calls;
      };
      if (module.calls === undefined) throw new Error("it exports no `calls`");
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
    if (other !== undefined) throw new Error(`${scenario} is called in ${other} and in ${file}`);
    seen.set(scenario, file);
  }
  return { calls, broken };
}

/** Makes the calls one after the other, so that an assertion belongs to one call and a log line to one scenario. */
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
