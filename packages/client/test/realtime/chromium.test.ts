import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmulator } from "@acs-chat/emulator";
import type { Emulator, EmulatorUser } from "@acs-chat/emulator";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AzureCommunicationTokenCredential } from "@azure/communication-common";
import { ChatClient } from "../../src/index.ts";
import type { ChatThreadClient } from "../../src/index.ts";
import type { PageClient } from "./programs/page.ts";
import { launchChromium, noChromium, serveSite } from "./support/browser.ts";

// Timeouts that only a hanging test exceeds, even on a busy machine.
const patient = { timeout: 30_000 };

declare const ours: PageClient;
declare global {
  // A global of the page, for the worker test.
  var fromWorker: string[];
}

describe.skipIf(noChromium)("our client in Chromium", () => {
  const folder = mkdtempSync(join(tmpdir(), "acs-chat-client-"));
  let emulator: Emulator;
  let site: Awaited<ReturnType<typeof serveSite>>;
  let browser: Browser;
  let alice: EmulatorUser;
  let bob: EmulatorUser;
  let thread: ChatThreadClient;
  beforeAll(async () => {
    emulator = await startEmulator({ https: { certificateFolder: folder } });
    [site, browser] = await Promise.all([serveSite(), launchChromium()]);
    alice = await emulator.createUser();
    bob = await emulator.createUser();
    const client = new ChatClient(
      emulator.endpoint,
      new AzureCommunicationTokenCredential(bob.token),
      { validateResponses: true },
    );
    const participants = [{ id: { communicationUserId: alice.id } }];
    const { chatThread } = await client.createChatThread({ topic: "T" }, { participants });
    thread = client.getChatThreadClient(chatThread!.id);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.[Symbol.asyncDispose]();
    await emulator?.close();
    rmSync(folder, { recursive: true });
  });

  test.each([
    ["https", "WebSocket"],
    ["https", "long polling"],
    ["http", "WebSocket"],
    ["https", "Microsoft's transport"],
  ])(
    "receives events over %s by %s, including events that were sent while it was disconnected",
    async (scheme, way) => {
      const page = await browser.newPage();
      const sockets: string[] = [];
      const scripts: string[] = [];
      page.on("websocket", (socket) => sockets.push(new URL(socket.url()).protocol));
      page.on("request", (request) => {
        if (request.url().startsWith(site.url)) scripts.push(new URL(request.url()).pathname);
      });
      await page.goto(site.url);
      await page.waitForFunction(() => "ours" in globalThis);
      expect(scripts.some((path) => path.startsWith("/notifications"))).toBe(false);
      const endpoint = scheme === "https" ? emulator.httpsEndpoint! : emulator.endpoint;
      await page.evaluate(([to, token, by]) => ours.start(to, token, by), [
        endpoint,
        alice.token,
        way,
      ] as const);
      expect(scripts.some((path) => path.startsWith("/notifications"))).toBe(true);
      await thread.sendMessage({ content: "one" });
      await page.waitForFunction(() => ours.heard.length === 1);
      expect(emulator.control.realtime.drop({ userId: alice.id })).toBe(1);
      await thread.sendMessage({ content: "two" });
      await page.waitForFunction(() => ours.heard.length === 2);
      expect(await page.evaluate(() => ours.heard)).toEqual(["one", "two"]);
      const secure = scheme === "https" ? "wss:" : "ws:";
      expect(new Set(sockets)).toEqual(new Set(way === "long polling" ? [] : [secure]));
      const sender = { kind: "communicationUser", communicationUserId: bob.id };
      expect(await page.evaluate(() => ours.details)).toEqual([
        { type: "text", sender },
        { type: "text", sender },
      ]);
      await page.evaluate(() => ours.stop());
      await expect.poll(() => emulator.control.realtime.status().registrations, patient).toBe(0);
      await page.close();
    },
  );

  test("receives events in a worker", async () => {
    const page = await browser.newPage();
    await page.goto(site.url);
    await page.evaluate(
      ([endpoint, token]) => {
        globalThis.fromWorker = [];
        const worker = new Worker("/worker.js", { type: "module" });
        worker.addEventListener("message", ({ data }) => fromWorker.push(data as string));
        // `postMessage` to a worker has no target origin.
        // oxlint-disable-next-line unicorn/require-post-message-target-origin
        worker.postMessage({ endpoint, token });
      },
      [emulator.endpoint, alice.token] as const,
    );
    await page.waitForFunction(() => fromWorker.includes("ready"));
    await thread.sendMessage({ content: "three" });
    await page.waitForFunction(() => fromWorker.includes("three"));
    expect(await page.evaluate(() => fromWorker)).toEqual(["ready", "three"]);
    await page.close();
  });
});
