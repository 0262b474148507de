import { spawn } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { suiteFolder, suiteNames } from "./suites.ts";

/** The status of a scenario: all its requests were valid, it received no request, or a request was invalid. */
export type ScenarioStatus = "pass" | "not-implemented" | "fail";

/** A running Spector server. */
export interface SpectorServer {
  /** The server's URL, without a trailing slash. */
  readonly endpoint: string;
  /** Returns the output since the last call: a line per request, with the problems of the request. */
  drainLog(): string;
  /** Stops the server and reads its coverage file. */
  stop(): Promise<ReadonlyMap<string, ScenarioStatus>>;
}

/**
 * Starts Spector on a free loopback port with both suites. Spector reads the commit of the specs' folder from git, so
 * the repository must be a checkout with a commit.
 *
 * @param coverageFile - The file to which Spector writes its coverage when it stops.
 */
export async function startSpector(coverageFile: string): Promise<SpectorServer> {
  await rm(coverageFile, { force: true });
  const main = fileURLToPath(import.meta.resolve("@typespec/spector"));
  const cli = join(dirname(main), "cli", "cli.js");
  const child = spawn(
    process.execPath,
    [cli, "serve", ...suiteNames.map(suiteFolder), "--port", "0", "--coverageFile", coverageFile],
    { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, NO_COLOR: "1" } },
  );
  let log = "";
  const exited = new Promise<void>((done) => child.once("exit", () => done()));
  const port = await new Promise<string>((ready, failed) => {
    const read = (chunk: Buffer): void => {
      log += chunk.toString("utf8");
      const started = /Started server on [^\s:]+:(\d+)/.exec(log);
      if (started !== null) ready(started[1]!);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("error", failed);
    child.once("exit", (code) =>
      failed(
        new Error(
          `Spector exited with ${code} before it was ready. It needs a git checkout with a commit. Output:\n${log}`,
        ),
      ),
    );
  });
  const endpoint = `http://localhost:${port}`;
  return {
    endpoint,
    drainLog() {
      const lines = log;
      log = "";
      return lines;
    },
    async stop() {
      try {
        await fetch(`${endpoint}/.admin/stop`, { method: "POST" });
      } catch (error) {
        child.kill();
        throw error;
      } finally {
        await exited;
      }
      return readCoverage(await readFile(coverageFile, "utf8"));
    },
  };
}

/** Parses Spector's coverage file. Returns the statuses by scenario. */
export function readCoverage(text: string): ReadonlyMap<string, ScenarioStatus> {
  const reports = JSON.parse(text) as readonly {
    readonly results: Readonly<Record<string, ScenarioStatus>>;
  }[];
  return new Map(reports.flatMap((report) => Object.entries(report.results)));
}
