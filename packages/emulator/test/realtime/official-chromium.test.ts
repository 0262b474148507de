import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Emulator, startEmulator } from "../../src/index.ts";
import type { OfficialClient } from "./clients/official.ts";
import { launchChromium, noChromium } from "./support/chromium.ts";
import { type Site, serveSite } from "./support/site.ts";
import { expectedStory, liveThroughIt, makePeople, STORY } from "./support/story.ts";

declare const official: OfficialClient;

describe.skipIf(noChromium)("the unmodified official client in Chromium, over https", () => {
  const folder = mkdtempSync(join(tmpdir(), "acs-chat-realtime-"));
  let emulator: Emulator;
  let site: Site;
  let browser: Browser;
  beforeAll(async () => {
    emulator = await startEmulator({ https: { certificateFolder: folder } });
    site = await serveSite("official.ts");
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await site?.[Symbol.asyncDispose]();
    await emulator?.close();
    rmSync(folder, { recursive: true });
  });

  it.each([["WebSocket"], ["polling only"]] as const)(
    "receives all ten events by %s",
    async (way) => {
      const polling = way === "polling only";
      emulator.control.realtime.setFaults({ pollingOnly: polling });
      const people = await makePeople(emulator);
      const page = await browser.newPage();
      const sockets: string[] = [];
      const polls: string[] = [];
      page.on("websocket", (socket) => sockets.push(socket.url()));
      page.on("request", (request) => {
        if (request.url().includes("/xhr-polling/")) polls.push(request.method());
      });
      await page.goto(site.url);
      await page.waitForFunction(() => "official" in globalThis);
      const { httpsEndpoint: endpoint } = emulator;
      await page.evaluate(
        ([to, token]) => official.start(to!, token!),
        [endpoint, people.alice.token],
      );

      const ids = await liveThroughIt(emulator, people);
      await page.waitForFunction((count) => official.heard.length >= count, STORY.length);
      expect(await page.evaluate(() => official.heard)).toEqual(expectedStory(people, ids));
      expect(sockets.map((url) => new URL(url).protocol)).toEqual(polling ? [] : ["wss:"]);
      expect(polls.length > 0).toBe(polling);

      await page.evaluate(() => official.stop());
      await page.close();
    },
  );

  it("receives events that happened while its connection was cut", async () => {
    emulator.control.realtime.setFaults({});
    const people = await makePeople(emulator);
    const page = await browser.newPage();
    await page.goto(site.url);
    await page.waitForFunction(() => "official" in globalThis);
    const { httpsEndpoint: endpoint } = emulator;
    await page.evaluate(
      ([to, token]) => official.start(to!, token!),
      [endpoint, people.alice.token],
    );
    expect(emulator.control.realtime.drop({ userId: people.alice.id })).toBe(1);
    await liveThroughIt(emulator, people);
    await page.waitForFunction((count) => official.heard.length >= count, STORY.length);
    expect(await page.evaluate(() => official.heard.map(({ type }) => type))).toEqual(STORY);
    await page.waitForFunction(() => official.connections === 2);
    await page.close();
  });
});
