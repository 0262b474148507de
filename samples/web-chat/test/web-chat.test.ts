import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { missingChromium } from "@acs-chat/chromium";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, inject, test, vi } from "vitest";
import { openSite, type Site } from "./support/site.ts";

const built = inject("built");

test("the compressed page, including the client, has at most 62 KB", async () => {
  let total = 0;
  for (const name of await readdir(built, { recursive: true })) {
    if (!/\.(?:js|css|html)$/.test(name)) continue;
    total += gzipSync(await readFile(join(built, name)), { level: 9 }).byteLength;
  }
  expect(total).toBeGreaterThan(10_000);
  expect(total).toBeLessThanOrEqual(62_000);
});

/** A red square, 16 by 16. */
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAIAAACQkWg2AAAAFUlEQVR4nGP8z0AaYCJR/aiGUQ1DSAMAQC4BH2bjRnMAAAAASUVORK5CYII=",
  "base64",
);

const write = async (page: Page, text: string): Promise<void> => {
  await page.getByRole("textbox", { name: "Message" }).fill(text);
  await page.getByRole("button", { name: "Send" }).click();
};

describe.skipIf(missingChromium())("two users in two pages", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite(built);
  });
  afterEach(() => site.leave());
  afterAll(() => site[Symbol.asyncDispose]());

  test("see each other's arrival, typing, messages and read receipts", async () => {
    const ada = await site.enter("Ada");
    const grace = await site.enter("Grace");
    await ada.page.getByText("Grace joined").waitFor();
    await ada.page.getByRole("textbox", { name: "Message" }).fill("Noodles?");
    await grace.page.getByText("Ada is typing…").waitFor();
    await ada.page.getByRole("button", { name: "Send" }).click();
    await grace.page.locator(".other .text", { hasText: "Noodles?" }).waitFor();
    await ada.page.locator(".own", { hasText: "Noodles?" }).getByText("Read").waitFor();
    await expect.poll(() => grace.page.getByText("Ada is typing…").count()).toBe(0);
    // Read receipts are shown only below the user's own messages.
    await write(grace.page, "Gladly");
    await grace.page.locator(".own", { hasText: "Gladly" }).getByText("Read").waitFor();
    expect(await grace.page.getByText("Read", { exact: true }).count()).toBe(1);
    await expect.poll(() => ada.page.locator(".own", { hasText: "Noodles?" }).count()).toBe(1);
    expect([...ada.problems, ...grace.problems]).toEqual([]);
  });

  test("see edits, deletions and HTML messages of other users", async () => {
    const { page, problems } = await site.enter("Edith");
    const { threads, participants } = site.emulator.control.state();
    const { token } = await site.emulator.createToken(participants[0]!.userId);
    const call = async (method: string, path: string, body?: object): Promise<{ id: string }> => {
      const messages = `${site.emulator.endpoint}/chat/threads/${threads[0]!.id}/messages`;
      const response = await fetch(`${messages}${path}?api-version=2025-03-15`, {
        method,
        headers: {
          Authorization: `Bearer ${token}`,
          "Content-Type": method === "PATCH" ? "application/merge-patch+json" : "application/json",
        },
        ...(body && { body: JSON.stringify(body) }),
      });
      return response.status === 201 ? ((await response.json()) as { id: string }) : { id: "" };
    };
    const { id } = await call("POST", "", { content: "<b>Bold</b> words", type: "html" });
    await page.locator(".text b", { hasText: "Bold" }).waitFor();
    await call("PATCH", `/${id}`, { content: "<ol><li><i>Slanted</i> words</li></ol>" });
    await page.locator(".text i", { hasText: "Slanted" }).waitFor();
    await page.getByText("(edited)").waitFor();
    const item = page.locator(".text li");
    expect(await item.evaluate((one) => getComputedStyle(one).display)).toBe("list-item");
    await call("DELETE", `/${id}`);
    await page.getByText("Message deleted").waitFor();
    expect(await page.getByText("Slanted").count()).toBe(0);
    expect(problems).toEqual([]);
  });

  test("exchange an image", async () => {
    const ada = await site.enter("Ida");
    const grace = await site.enter("Gerda");
    await ada.page
      .getByLabel("Image")
      .setInputFiles({ name: "red.png", mimeType: "image/png", buffer: PNG });
    await write(ada.page, "Look");
    const image = grace.page.getByRole("img", { name: "red.png" });
    await expect.poll(() => image.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(16);
    expect([...ada.problems, ...grace.problems]).toEqual([]);
  });

  test("see a lost connection, and receive messages sent in the meantime", async () => {
    const ada = await site.enter("Abe");
    const grace = await site.enter("Gil");
    await ada.page.evaluate(() => {
      const seen: string[] = [];
      (globalThis as unknown as { seen: string[] }).seen = seen;
      const status = document.querySelector("#status")!;
      new MutationObserver(() => seen.push(status.textContent ?? "")).observe(status, {
        childList: true,
      });
    });
    expect(site.emulator.control.realtime.drop()).toBeGreaterThan(1);
    await write(grace.page, "Said in between");
    await ada.page.getByText("Said in between").waitFor();
    await ada.page.waitForFunction(() =>
      /Reconnecting….*Live$/.test((globalThis as unknown as { seen: string[] }).seen.join()),
    );
    expect([...ada.problems, ...grace.problems]).toEqual([]);
  });

  test("see an error if an image cannot be uploaded, and can send the message again", async () => {
    const { page } = await site.enter("Ira");
    const { faults } = site.emulator.control;
    faults.add({ operations: ["uploadChatImage"], action: "status", status: 403 });
    await page
      .getByLabel("Image")
      .setInputFiles({ name: "kept.png", mimeType: "image/png", buffer: PNG });
    await write(page, "Not lost");
    await page.getByRole("alert").getByText("This is an injected fault").waitFor();
    expect(await page.getByRole("textbox", { name: "Message" }).inputValue()).toBe("Not lost");
    await page.getByRole("button", { name: "Send" }).click();
    await page.locator(".own .text", { hasText: "Not lost" }).waitFor();
    await page.getByRole("img", { name: "kept.png" }).waitFor();
    expect(await page.getByRole("alert").textContent()).toBe("");
  });

  test("see the state of unsent messages, and can retry or discard rejected ones", async () => {
    const { page } = await site.enter("Moe");
    const refusal = Promise.withResolvers<void>();
    await page.route("**/messages?*", async (route) => {
      if (route.request().method() !== "POST") return route.continue();
      await refusal.promise;
      await route.fulfill({ status: 403, headers: { "access-control-allow-origin": "*" } });
    });
    await write(page, "The first");
    await write(page, "The second");
    await page.locator(".own", { hasText: "The first" }).getByText("(sending)").waitFor();
    await page.locator(".own", { hasText: "The second" }).getByText("(waiting)").waitFor();
    refusal.resolve();
    const first = page.locator(".own", { hasText: "The first" });
    const second = page.locator(".own", { hasText: "The second" });
    await first.getByText("Not sent").waitFor();
    await second.getByText("Not sent").waitFor();
    await page.unroute("**/messages?*");
    await first.getByRole("button", { name: "Retry" }).click();
    await page.locator(".own[data-status=sent]", { hasText: "The first" }).waitFor();
    await second.getByRole("button", { name: "Discard" }).click();
    await expect.poll(() => second.count()).toBe(0);
  });

  test("exchange an image whose file name a header cannot contain", async () => {
    const { page, problems } = await site.enter("Ines");
    const name = "Bild “é” 図\u202F9.41.png";
    await page.getByLabel("Image").setInputFiles({ name, mimeType: "image/png", buffer: PNG });
    await page.getByRole("button", { name: "Send" }).click();
    const image = page.getByRole("img", { name });
    await expect.poll(() => image.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(16);
    expect(problems).toEqual([]);
  });

  test("have a wide enough message field on a narrow screen", async () => {
    const { page } = await site.enter("Nora", { width: 390, height: 700 });
    const box = await page.getByRole("textbox", { name: "Message" }).boundingBox();
    expect(box!.width).toBeGreaterThan(200);
  });

  test("send a message only once if the connection is cut before the response", async () => {
    const { page } = await site.enter("Otto");
    const { control } = site.emulator;
    // Browsers retry on their own if a connection that they have used before is cut.
    await write(page, "Before the cut");
    await page.locator(".own[data-status=sent]", { hasText: "Before the cut" }).waitFor();
    const after = control.requests.list().at(-1)!.number;
    control.faults.add({ operations: ["sendChatMessage"], action: "commitThenDrop" });
    await write(page, "Said once");
    await page.locator(".own .text", { hasText: "Said once" }).waitFor();
    const asked = () =>
      control.requests
        .list({ after })
        .filter(({ operation }) => /^(?:send|list)ChatMessages?$/.test(operation ?? ""))
        .map(({ operation, status }) => [operation, status]);
    await expect.poll(asked).toEqual([
      ["sendChatMessage", undefined],
      ["listChatMessages", 200],
    ]);
    const { messages } = control.state();
    expect(messages.filter(({ message }) => message === "Said once")).toHaveLength(1);
  });

  test("see an error if they cannot join, and can retry", async () => {
    const { page } = await site.open();
    const told = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const { faults } = site.emulator.control;
    faults.add({ operations: ["addChatParticipants"], action: "status", status: 400 });
    await page.getByRole("textbox", { name: "Your name" }).fill("Late");
    await page.getByRole("button", { name: "Join" }).click();
    await page.getByRole("alert").getByText("did not respond as expected").waitFor();
    await page.getByRole("button", { name: "Join" }).click();
    await page.getByText("Live", { exact: true }).waitFor();
    await page.getByText("Late joined").waitFor();
    expect(told).toHaveBeenCalledTimes(1);
    told.mockRestore();
  });

  test("get tokens only with the key of their session", async () => {
    const post = (path: string, body: string) =>
      fetch(`${site.address}api/${path}`, { method: "POST", body });
    const entered = await post("enter", JSON.stringify({ name: "Nina" }));
    const { userId, key } = (await entered.json()) as { userId: string; key: string };
    const token = async (secret: string): Promise<number> =>
      (await post("token", JSON.stringify({ key: secret }))).status;
    expect(await token(key)).toBe(200);
    // All participants see the id of a user: it must not be enough for a token.
    expect(await token(userId)).toBe(403);
    expect((await post("enter", JSON.stringify({ name: " " }))).status).toBe(400);
    expect((await post("enter", "no JSON")).status).toBe(400);
    expect((await fetch(`${site.address}api/enter`)).status).toBe(405);
  });
});
