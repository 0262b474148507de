import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { startChromium } from "@acs-chat/chromium";
import { consumersRegistry, installPackages, withoutCalling } from "@acs-chat/consumers";
import { build, type BuildOptions } from "esbuild";
import type { Page } from "playwright-core";
import { median } from "./alternate.ts";
import { limit, ratio, type Row } from "./row.ts";
import { type ServedPage, serveScripts } from "./serve-scripts.ts";

const messages = 10_000;
/** The number of measured events after the messages are loaded. */
const events = 20;
/** The number of rounds of the store. The stateful client runs once between them, because a round takes 20 s. */
const rounds = 3;

interface Measured {
  /** Milliseconds to load all messages. */
  readonly loading: number;
  /** Milliseconds to process one event, including the selection of the shown messages. */
  readonly event: number;
  /** Notifications of subscribers per page of the list. */
  readonly notifications: number;
}

/** Measures the store and the StatefulChatClient of `@azure/communication-react` in Chromium. */
export async function benchStore(): Promise<Row[]> {
  const folder = await installPackages(consumersRegistry);
  await using site = await serve(folder);
  const browser = await startChromium();
  try {
    const page = await browser.newPage();
    await page.goto(site.url);
    await page.waitForFunction(() => "ours" in globalThis && "stateful" in globalThis);
    // The first round is not counted because it includes compiling.
    await measure(page, "ours", 400);
    await measure(page, "stateful", 400);
    const reference = await measure(page, "stateful", messages);
    const ours: Measured[] = [];
    for (let round = 0; round < rounds; round += 1)
      ours.push(await measure(page, "ours", messages));
    const of = (name: keyof Measured) => ({
      ours: median(ours.map((one) => one[name])),
      reference: reference[name],
    });
    return [
      ratio(`store: load ${messages} messages`, "ms", of("loading"), { max: 0.05 }),
      limit("  the same, absolute", "ms", of("loading").ours, 200),
      ratio("  notifications, a page", "", of("notifications"), { max: 0.01 }),
      limit("  the same, absolute", "", of("notifications").ours, 1),
      ratio(`store: an event at ${messages} messages`, "ms", of("event"), { max: 0.02 }),
      limit("  the same, absolute", "ms", of("event").ours, 0.1),
      ...(await sizes(folder)),
    ];
  } finally {
    await browser.close();
  }
}

const measure = (page: Page, name: "ours" | "stateful", count: number): Promise<Measured> =>
  page.evaluate(`globalThis.${name}(${count}, ${events})`);

/** The library's modules, relative to the folder of its installation. */
const library = "node_modules/@azure/communication-react/dist/dist-esm";

const pages = join(import.meta.dirname, "../pages");

const options = {
  bundle: true,
  minify: true,
  format: "esm",
  platform: "browser",
  target: "es2023",
  write: false,
  legalComments: "none",
} satisfies BuildOptions;

/** Returns the kilobytes of a minified and compressed bundle without the external modules. */
async function size(contents: string, resolveDir: string, external: string[]): Promise<number> {
  const stdin = { contents, resolveDir };
  const { outputFiles } = await build({ ...options, stdin, external });
  return gzipSync(outputFiles[0]!.contents).length / 1000;
}

async function sizes(folder: string): Promise<Row[]> {
  const store = `export { createChatStore } from "@acs-chat/store";`;
  const react = `export * from "@acs-chat/react";`;
  const inside = `./${library}/chat-stateful-client/src/index.js`;
  const stateful = `export { createStatefulChatClient } from "${inside}";`;
  const ours = await size(store, pages, ["@acs-chat/client"]);
  const reference = await size(stateful, folder, ["@azure/*"]);
  const hooks = await size(react, pages, ["@acs-chat/client", "@acs-chat/store", "react"]);
  return [
    ratio("store, without the client", "KB gzip", { ours, reference }, { max: 1 }),
    limit("  the same, absolute", "KB gzip", ours, 11.8),
    limit("React hooks, without the store", "KB gzip", hooks, 2),
  ];
}

/** Bundles a page. */
async function bundle(name: string, more: BuildOptions): Promise<string> {
  const entryPoints = [join(pages, `${name}.js`)];
  const { outputFiles } = await build({ ...options, entryPoints, ...more });
  return outputFiles![0]!.text;
}

/** Serves a page with the store and the stateful client. */
async function serve(folder: string): Promise<ServedPage> {
  const scripts = new Map([
    ["/store.js", await bundle("store", {})],
    [
      "/stateful.js",
      await bundle("stateful", {
        nodePaths: [join(folder, "node_modules")],
        // The library's own copy of the client.
        alias: {
          "message-thread-selector": join(
            folder,
            library,
            "chat-component-bindings/src/messageThreadSelector.js",
          ),
          "@azure/communication-chat": join(folder, "node_modules/@azure/communication-chat"),
        },
        plugins: [withoutCalling],
        define: { "process.env.NODE_ENV": '"production"' },
        loader: { ".svg": "dataurl", ".png": "dataurl" },
        logLevel: "error",
      }),
    ],
  ]);
  return serveScripts(scripts, [...scripts.keys()]);
}
