import { createServer } from "node:net";
import { once } from "node:events";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromiumPath, missingChromium } from "@acs-chat/chromium";
import { afterAll, describe, expect, test } from "vitest";
import { run } from "./programs.ts";
import { recipeFiles, writeRecipe } from "./recipes.ts";

const guide = "docs/test-runners.md";
const folder = join(import.meta.dirname, "../.recipes");
const bin = (name: string) => join(import.meta.dirname, "../node_modules/.bin", name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a recipe of the guide. Returns its folder. */
function project(recipe: string, type: "commonjs" | "module"): string {
  const files = recipeFiles(guide, recipe);
  expect([...files.keys()]).not.toEqual([]);
  writeRecipe(files, join(folder, recipe), type);
  return join(folder, recipe);
}

describe("Jest", () => {
  // The command that the guide shows for package.json.
  const jest = ["node", "--experimental-vm-modules", "node_modules/jest/bin/jest.js"];
  const onePassed = { code: 0, output: expect.stringMatching(/Tests: +1 passed, 1 total/) };

  test("runs with exec and Microsoft's clients", async () => {
    const at = project("jest-exec", "commonjs");
    expect(await run(bin("acs-chat-emulator"), ["exec", "--", ...jest], {}, at)).toEqual(onePassed);
  });

  test("runs with the emulator started in globalSetup", async () => {
    const at = project("jest-setup", "commonjs");
    expect(await run(bin("jest"), [], {}, at)).toEqual(onePassed);
  });

  test("loads the library in a test if Node.js supports it", async () => {
    const at = project("jest-library", "commonjs");
    const [node, ...args] = jest;
    expect(await run(node!, args, {}, at)).toEqual(onePassed);
  });
});

describe.skipIf(missingChromium())("Playwright", () => {
  test("starts the emulator beside the app", async () => {
    const [app, emulator, https] = await freePorts();
    const files = recipeFiles(guide, "playwright");
    const ported = new Map(
      [...files].map(([name, code]) => [
        name,
        code
          .replaceAll("5173", String(app))
          .replaceAll("8940", String(emulator))
          .replace(
            "emulator --silent",
            `emulator --silent --port ${emulator} --https-port ${https}`,
          ),
      ]),
    );
    const at = join(folder, "playwright");
    writeRecipe(ported, at, "module");
    // The unchanged recipe, with the installed browser.
    writeFileSync(
      join(at, "machine.config.js"),
      `import config from "./playwright.config.js";
      const launchOptions = { executablePath: ${JSON.stringify(chromiumPath)}, args: ["--no-sandbox"] };
      export default { ...config, use: { ...config.use, launchOptions } };`,
    );
    const args = ["test", "--config", "machine.config.js", "--reporter", "line"];
    const ran = await run(bin("playwright"), args, { PORTS: `${app},${emulator}` }, at);
    expect(ran).toEqual({ code: 0, output: expect.stringMatching(/1 passed/) });
  });
});

/** Returns three free ports. */
async function freePorts(): Promise<number[]> {
  const servers = [createServer(), createServer(), createServer()];
  await Promise.all(servers.map((server) => once(server.listen(0, "127.0.0.1"), "listening")));
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => once(server.close(), "close")));
  return ports;
}
