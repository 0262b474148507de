import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Check, checkRealTime, checkRest, checkStore, type CheckContext } from "../check.ts";
import { run } from "../process.ts";

async function runIn(
  context: CheckContext,
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { endpoint, token, userId } = await context.environment();
  return run(join(context.folder, "node_modules/.bin", program), args, {
    cwd: context.folder,
    env: { ENDPOINT: endpoint, TOKEN: token, USER_ID: userId, ...env },
  });
}

/** Returns a check for a runtime that runs a file. */
const runtime = (name: string, ...args: readonly string[]): Check => ({
  name,
  async run(context) {
    const printed = await runIn(context, name, args);
    const [rest, realTime, store] = JSON.parse(printed) as unknown[];
    checkRest(rest);
    checkRealTime(realTime);
    checkStore(store);
  },
});

/** Returns a check for Jest with its default configuration and the options of `config`. */
const jest = (name: string, config: object = {}): Check => ({
  name,
  async run(context) {
    const file = `${name.replaceAll(" ", "-")}.json`;
    const rootDir = context.folder;
    const all = { rootDir, testMatch: [`${rootDir}/talk.test.cjs`], ...config };
    await writeFile(join(rootDir, file), JSON.stringify(all));
    await runIn(context, "jest", ["--config", file]);
  },
});

const vitest = (environment: string, env?: Readonly<Record<string, string>>): Check => ({
  name: `vitest ${environment}`,
  async run(context) {
    const config = "vitest.config.mjs";
    const text = `export default { test: { include: ["talk.vitest.mjs"] } };\n`;
    await writeFile(join(context.folder, config), text);
    const args = ["run", "--config", config, "--environment", environment];
    await runIn(context, "vitest", args, env);
  },
});

/** Runtimes and test runners. */
export const runners: readonly Check[] = [
  runtime("bun", "run.mjs"),
  runtime("deno", "run", "--allow-all", "run.mjs"),
  jest("jest node"),
  // Azure's core resolves to CommonJS only with the condition "node", and jsdom does not have fetch.
  jest("jest jsdom", { testEnvironment: "jest-fixed-jsdom" }),
  vitest("node"),
  vitest("happy-dom"),
  // The WebSocket of jsdom 28 and newer cannot dispatch its events to listeners in Vitest.
  vitest("jsdom", { WEB_SOCKET: "false" }),
];
