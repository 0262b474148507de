/** The store in a web worker of a real browser, on the client and the emulator. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { missingChromium, sharedChromium } from "@acs-chat/chromium";
import { startEmulator } from "@acs-chat/emulator";
import { build } from "esbuild";
import { expect, test } from "vitest";

/** Serves an empty page and the script of the worker. */
async function serve() {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("support/worker.ts", import.meta.url))],
    bundle: true,
    format: "esm",
    platform: "browser",
    write: false,
  });
  const script = outputFiles[0]!.text;
  const server = createServer(({ url }, response) => {
    const isScript = url === "/worker.js";
    response.setHeader("Content-Type", isScript ? "text/javascript" : "text/html");
    response.end(isScript ? script : "<!doctype html>");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

test.skipIf(missingChromium())("sends and receives messages in a web worker", async () => {
  await using emulator = await startEmulator();
  await using site = await serve();
  const { id, token } = await emulator.createUser();
  const context = await (await sharedChromium()).newContext();
  try {
    const page = await context.newPage();
    await page.goto(site.url);
    const result = await page.evaluate(
      (settings) => {
        const worker = new Worker("/worker.js", { type: "module" });
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's takes none
        worker.postMessage(settings);
        return new Promise((resolve, reject) => {
          worker.addEventListener("message", ({ data }) => resolve(data));
          worker.addEventListener("error", ({ message }) => reject(new Error(message)));
        });
      },
      { endpoint: emulator.endpoint, token, userId: id },
    );
    expect(result).toEqual({
      texts: ["participantAdded", "topicUpdated", "From the worker", "From elsewhere"],
      statuses: ["sent", "sent", "sent", "sent"],
      states: ["connected", "stopped"],
      problems: [],
    });
  } finally {
    await context.close();
  }
});
