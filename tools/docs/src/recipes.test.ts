import { createServer } from "node:net";
import { once } from "node:events";
import { cpSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromiumPath, missingChromium } from "@acs-chat/chromium";
import { afterAll, describe, expect, test } from "vitest";
import { run } from "./programs.ts";
import { recipeFiles, writeRecipe } from "./recipes.ts";

const modules = join(import.meta.dirname, "../node_modules");
const folder = join(import.meta.dirname, "../.recipes");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(missingChromium())("Playwright", () => {
  test("starts the emulator beside the app", async () => {
    const [app, emulator, https] = await freePorts();
    const files = recipeFiles("docs/test-runners.md", "playwright");
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
    const manifest = { private: true, type: "module", scripts: { dev: "node app.mjs" } };
    writeRecipe(ported, at, manifest, modules);
    cpSync(join(import.meta.dirname, "../fixtures/app.mjs"), join(at, "app.mjs"));
    // The unchanged recipe, with the installed browser.
    writeFileSync(
      join(at, "machine.config.js"),
      `import config from "./playwright.config.js";
      const launchOptions = { executablePath: ${JSON.stringify(chromiumPath)}, args: ["--no-sandbox"] };
      export default { ...config, use: { ...config.use, launchOptions } };`,
    );
    const args = ["test", "--config", "machine.config.js", "--reporter", "line"];
    const ran = await run(
      join(modules, ".bin/playwright"),
      args,
      { PORTS: `${app},${emulator}` },
      at,
    );
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
