import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { type Emulator, startEmulator } from "@acs-chat/emulator";
import type { Browser, Page } from "playwright-core";
import { build, preview, type PreviewServer } from "vite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lobbyPlugin } from "../server/plugin.ts";
import { missingBrowser, startBrowser } from "./support/browser.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
let outDir: string;
beforeAll(async () => {
  outDir = await mkdtemp(join(tmpdir(), "web-chat-"));
  await build({ root, logLevel: "silent", build: { outDir, emptyOutDir: true } });
});
afterAll(() => rm(outDir, { recursive: true, force: true }));

test("all of the page, with the client, is at most 60 KB", async () => {
  let total = 0;
  for (const name of await readdir(outDir, { recursive: true })) {
    if (!/\.(?:js|css|html)$/.test(name)) continue;
    total += gzipSync(await readFile(join(outDir, name)), { level: 9 }).byteLength;
  }
  expect(total).toBeGreaterThan(10_000);
  expect(total).toBeLessThanOrEqual(60_000);
});

const say = async (page: Page, text: string): Promise<void> => {
  await page.getByRole("textbox", { name: "Message" }).fill(text);
  await page.getByRole("button", { name: "Send" }).click();
};

describe.skipIf(missingBrowser())("two people in two pages", () => {
  let browser: Browser;
  let emulator: Emulator;
  let server: PreviewServer;
  let address: string;
  beforeAll(async () => {
    browser = await startBrowser();
    emulator = await startEmulator({ seed: {} });
    const service = {
      endpoint: emulator.endpoint,
      createUser: () => emulator.createUser(),
      createToken: async (id: string) => (await emulator.createToken(id)).token,
      close: () => Promise.resolve(),
    };
    server = await preview({
      root,
      configFile: false,
      logLevel: "silent",
      plugins: [lobbyPlugin(() => Promise.resolve(service))],
      build: { outDir },
      preview: { port: 0, host: "127.0.0.1" },
    });
    address = `http://127.0.0.1:${(server.httpServer.address() as AddressInfo).port}/`;
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await emulator?.close();
  });

  async function enter(name: string): Promise<{ page: Page; problems: string[] }> {
    const page = await (await browser.newContext()).newPage();
    page.setDefaultTimeout(10_000);
    const problems: string[] = [];
    page.on("pageerror", (error) => problems.push(String(error)));
    await page.goto(address);
    await page.getByRole("textbox", { name: "Your name" }).fill(name);
    await page.getByRole("button", { name: "Enter" }).click();
    await page.getByText("Live", { exact: true }).waitFor();
    await page.getByText(`${name} came in`).waitFor();
    return { page, problems };
  }
  test("see each other come, type, write and read", async () => {
    const ada = await enter("Ada");
    const grace = await enter("Grace");
    await ada.page.getByText("Grace came in").waitFor();
    await ada.page.getByRole("textbox", { name: "Message" }).fill("Noodles?");
    await grace.page.getByText("Ada is typing…").waitFor();
    await ada.page.getByRole("button", { name: "Send" }).click();
    await grace.page.locator(".other .text", { hasText: "Noodles?" }).waitFor();
    await ada.page.locator(".own", { hasText: "Noodles?" }).getByText("Read").waitFor();
    await expect.poll(() => grace.page.getByText("Ada is typing…").count()).toBe(0);
    await expect.poll(() => ada.page.locator(".own", { hasText: "Noodles?" }).count()).toBe(1);
    await say(grace.page, `<img src=x onerror="document.title='pwned'">`);
    await ada.page.locator(".other .text", { hasText: "onerror" }).waitFor();
    expect(await ada.page.title()).toBe("Web chat");
    expect([...ada.problems, ...grace.problems]).toEqual([]);
  });

  test("exchange an image", async () => {
    const ada = await enter("Ida");
    const grace = await enter("Gerda");
    const png = Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAIAAACQkWg2AAAAFUlEQVR4nGP8z0AaYCJR/aiGUQ1DSAMAQC4BH2bjRnMAAAAASUVORK5CYII=",
      "base64",
    );
    await ada.page
      .getByLabel("Image")
      .setInputFiles({ name: "red.png", mimeType: "image/png", buffer: png });
    await say(ada.page, "Look");
    const image = grace.page.getByRole("img", { name: "red.png" });
    await expect.poll(() => image.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(16);
  });

  test("read back from the newest message to the first", async () => {
    const ada = await enter("Ann");
    const [thread] = emulator.control.state().threads;
    const { token } = await emulator.createUser({
      id: emulator.control.state().participants.at(-1)!.userId,
    });
    for (let number = 1; number <= 80; number += 1) {
      const url = `${emulator.endpoint}/chat/threads/${thread!.id}/messages?api-version=2025-03-15`;
      await fetch(url, {
        method: "POST",
        headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
        body: JSON.stringify({ content: `Number ${number}.` }),
      });
    }
    await ada.page.getByText("Number 80.").waitFor();
    const late = await enter("Lea");
    await late.page.getByText("Number 80.").waitFor();
    expect(await late.page.getByText("Number 1.", { exact: true }).count()).toBe(0);
    const list = late.page.getByRole("list", { name: "Messages" });
    await expect
      .poll(async () => {
        await list.evaluate((one) => one.scrollTo(0, 0));
        return late.page.getByText("Number 1.", { exact: true }).count();
      })
      .toBe(1);
    const numbers = await late.page.locator(".text", { hasText: /^Number/ }).allTextContents();
    expect(numbers).toEqual(Array.from({ length: 80 }, (_, index) => `Number ${index + 1}.`));
  });

  test("are told of a lost connection, and miss nothing", async () => {
    const ada = await enter("Abe");
    const grace = await enter("Gil");
    await ada.page.evaluate(() => {
      const seen: string[] = [];
      (globalThis as unknown as { seen: string[] }).seen = seen;
      const status = document.querySelector("#status")!;
      new MutationObserver(() => seen.push(status.textContent ?? "")).observe(status, {
        childList: true,
      });
    });
    expect(emulator.control.realtime.drop()).toBeGreaterThan(1);
    await say(grace.page, "Said in between");
    await ada.page.getByText("Said in between").waitFor();
    await ada.page.waitForFunction(() =>
      /Reconnecting….*Live$/.test((globalThis as unknown as { seen: string[] }).seen.join()),
    );
    expect([...ada.problems, ...grace.problems]).toEqual([]);
  });

  test("are told what was not sent, and can send it again", async () => {
    const { page } = await enter("Ira");
    emulator.control.faults.add({ operations: ["sendChatMessage"], action: "status", status: 403 });
    await say(page, "Not lost");
    await page.getByRole("alert").getByText("A fault was asked for").waitFor();
    expect(await page.getByRole("textbox", { name: "Message" }).inputValue()).toBe("Not lost");
    await page.getByRole("button", { name: "Send" }).click();
    await page.locator(".own .text", { hasText: "Not lost" }).waitFor();
  });

  test("must say who they are to get a token", async () => {
    const post = (path: string, body: string) =>
      fetch(`${address}api/${path}`, { method: "POST", body });
    expect((await post("token", JSON.stringify({ userId: "8:acs:nobody" }))).status).toBe(403);
    expect((await post("enter", JSON.stringify({ name: " " }))).status).toBe(400);
    expect((await post("enter", "no JSON")).status).toBe(400);
    expect((await fetch(`${address}api/enter`)).status).toBe(405);
  });
});
