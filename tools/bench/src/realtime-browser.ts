import { startChromium } from "@acs-chat/chromium";
import { build } from "esbuild";
import { median } from "./alternate.ts";
import { createUser } from "./realtime-latency.ts";
import { ratio, type Row } from "./row.ts";
import { type ServedPage, serveScripts } from "./serve-scripts.ts";

/** The number of measured starts and sends per client. The clients run in turn. */
const starts = 15;
const sends = 60;

/** Measures a start and an event of our client and of the official one, in Chromium over https. */
export async function benchRealtimeBrowser(ready: string): Promise<Row[]> {
  const { http, https } = JSON.parse(ready) as { http: string; https: string };
  const { token } = await createUser(http);
  const threadId = await makeThread(http, token);
  await using site = await serve({
    ours: "@acs-chat/client",
    official: "@azure/communication-chat",
  });
  const browser = await startChromium(["--ignore-certificate-errors"]);
  try {
    const page = await browser.newPage();
    await page.goto(site.url);
    await page.waitForFunction(() => "ours" in globalThis && "official" in globalThis);
    const call = <T>(name: string, work: string): Promise<T> =>
      page.evaluate(`(async () => { const client = globalThis.${name}; ${work} })()`);
    const startTimes: Record<string, number[]> = { ours: [], official: [] };
    const eventTimes: Record<string, number[]> = { ours: [], official: [] };
    const at = `${JSON.stringify(https)}, ${JSON.stringify(token)}`;
    for (let round = 0; round < starts; round++) {
      for (const name of ["ours", "official"]) {
        const milliseconds = await call<number>(
          name,
          `const before = performance.now(); await client.start(${at}); return performance.now() - before;`,
        );
        // The first start is not counted because it includes loading and compiling.
        if (round > 0) startTimes[name]!.push(milliseconds);
        const each = await call<number[]>(
          name,
          `const times = [];
           for (let number = 0; number < ${sends / starts}; number++) times.push(await client.send(${JSON.stringify(threadId)}));
           await client.stop(); return times;`,
        );
        eventTimes[name]!.push(...each);
      }
    }
    return [
      // Our client waits for the registration. The official one reports the connection before it.
      ratio("start to connected, in Chromium", "ms", both(startTimes), { max: 1.2 }),
      ratio("send to event, in Chromium", "ms", both(eventTimes), { max: 1 }),
    ];
  } finally {
    await browser.close();
  }
}

const both = (times: Record<string, number[]>) => ({
  ours: median(times["ours"]!),
  reference: median(times["official"]!),
});

async function makeThread(http: string, token: string): Promise<string> {
  const response = await fetch(`${http}/chat/threads?api-version=2025-03-15`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ topic: "bench" }),
  });
  const { chatThread } = (await response.json()) as { chatThread: { id: string } };
  return chatThread.id;
}

/**
 * Returns the program for one of the packages. Its `start` creates a client, as after a page load. Its
 * `send` returns the milliseconds from sending a message to receiving its event.
 */
const program = (name: string, from: string): string => `
import { ChatClient } from ${JSON.stringify(from)};
import { AzureCommunicationTokenCredential } from "@azure/communication-common";
let client;
let arrived;
globalThis.${name} = {
  async start(endpoint, token) {
    client = new ChatClient(endpoint, new AzureCommunicationTokenCredential(token));
    const connected = new Promise((resolve) => client.on("realTimeNotificationConnected", resolve));
    await client.startRealtimeNotifications();
    client.on("chatMessageReceived", ({ message }) => arrived?.(message));
    await connected;
  },
  async send(threadId) {
    const content = String(Math.random());
    const event = new Promise((resolve) => (arrived = (message) => message === content && resolve()));
    const before = performance.now();
    await Promise.all([client.getChatThreadClient(threadId).sendMessage({ content }), event]);
    return performance.now() - before;
  },
  stop: () => client.stopRealtimeNotifications(),
};`;

/** Serves a page with both clients. */
async function serve(packages: Record<string, string>): Promise<ServedPage> {
  const files = new Map<string, string>();
  for (const [name, from] of Object.entries(packages)) {
    const { outputFiles } = await build({
      stdin: { contents: program(name, from), resolveDir: import.meta.dirname, sourcefile: name },
      bundle: true,
      minify: true,
      splitting: true,
      format: "esm",
      platform: "browser",
      outdir: `/${name}`,
      entryNames: "main",
      write: false,
    });
    for (const { path, text } of outputFiles) files.set(path, text);
  }
  return serveScripts(
    files,
    Object.keys(packages).map((name) => `/${name}/main.js`),
  );
}
