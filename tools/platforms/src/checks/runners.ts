import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Check, checkRealTime, checkRest, type Surroundings } from "../check.ts";
import { run } from "../process.ts";

async function runIn(
  surroundings: Surroundings,
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { endpoint, token } = await surroundings.environment();
  return run(join(surroundings.folder, "node_modules/.bin", program), args, {
    cwd: surroundings.folder,
    env: { ENDPOINT: endpoint, TOKEN: token, ...env },
  });
}

/** A runtime that runs a file. */
const runtime = (name: string, ...args: readonly string[]): Check => ({
  name,
  async run(surroundings) {
    const printed = await runIn(surroundings, name, args);
    const [rest, realTime] = JSON.parse(printed) as unknown[];
    checkRest(rest);
    checkRealTime(realTime);
  },
});

/** Jest as it is without a configuration, except for what `config` says. */
const jest = (name: string, config: object = {}): Check => ({
  name,
  async run(surroundings) {
    const file = `${name.replaceAll(" ", "-")}.json`;
    const rootDir = surroundings.folder;
    const all = { rootDir, testMatch: [`${rootDir}/talk.test.cjs`], ...config };
    await writeFile(join(rootDir, file), JSON.stringify(all));
    await runIn(surroundings, "jest", ["--config", file]);
  },
});

const vitest = (environment: string, env?: Readonly<Record<string, string>>): Check => ({
  name: `vitest ${environment}`,
  async run(surroundings) {
    const config = "vitest.config.mjs";
    const text = `export default { test: { include: ["talk.vitest.mjs"] } };\n`;
    await writeFile(join(surroundings.folder, config), text);
    const args = ["run", "--config", config, "--environment", environment];
    await runIn(surroundings, "vitest", args, env);
  },
});

/** Runtimes and test runners. */
export const runners: readonly Check[] = [
  runtime("bun", "run.mjs"),
  runtime("deno", "run", "--allow-all", "run.mjs"),
  jest("jest node"),
  // Azure's core is CommonJS under the condition "node" only, and jsdom has no fetch.
  jest("jest jsdom", { testEnvironment: "jest-fixed-jsdom" }),
  vitest("node"),
  vitest("happy-dom"),
  // The WebSocket of jsdom 28 and newer cannot dispatch its events to listeners in Vitest.
  vitest("jsdom", { WEB_SOCKET: "false" }),
];
