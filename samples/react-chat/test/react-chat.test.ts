import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { missingChromium } from "@acs-chat/chromium";
import { startEmulator } from "@acs-chat/emulator";
import type { Page } from "playwright-core";
import { describe, expect, inject, test } from "vitest";
import { openSite } from "./support/site.ts";

/** A red square, 16 by 16. */
const image = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAIAAACQkWg2AAAAFUlEQVR4nGP8z0AaYCJR/aiGUQ1DSAMAQC4BH2bjRnMAAAAASUVORK5CYII=",
  "base64",
);
const picture = { name: "red.png", mimeType: "image/png", buffer: image };

const field = (page: Page) => page.getByRole("textbox", { name: "Message" });
const write = async (page: Page, text: string): Promise<void> => {
  await field(page).fill(text);
  await page.keyboard.press("Enter");
};
const mine = (page: Page, text: string) => page.locator(".mine", { hasText: text });
const theirs = (page: Page, text: string) => page.locator(".theirs", { hasText: text });
const sent = (page: Page, text: string) =>
  page.locator(".mine[data-status=sent]", { hasText: text });

describe.skipIf(missingChromium())("the chat", () => {
  const built = inject("built");

  test("shows messages, typing, receipts and unread counts of two users", async () => {
    await using site = await openSite(built);
    const ada = await site.enter("Ada", "Launch week");
    const grace = await site.enter("Grace", "Random");
    await field(ada.page).pressSequentially("Noodles?");
    await ada.page.keyboard.press("Enter");
    await sent(ada.page, "Noodles?").waitFor();
    const row = grace.page.getByRole("button", { name: /Launch week/ });
    await row.getByText("Ada: Noodles?").waitFor();
    await row.click();
    await theirs(grace.page, "Noodles?").waitFor();
    await expect.poll(() => row.getByText("unread").count()).toBe(0);
    await mine(ada.page, "Noodles?").getByText("Read by Grace").waitFor();
    await field(grace.page).pressSequentially("Y");
    await ada.page.getByText("Grace is typing…").waitFor();
    await write(grace.page, "Yes!");
    await theirs(ada.page, "Yes!").waitFor();
    await expect.poll(() => ada.page.getByText("Grace is typing…").count()).toBe(0);
    expect([...ada.problems, ...grace.problems]).toEqual([]);
  });

  test("shows images", async () => {
    await using site = await openSite(built);
    const ada = await site.enter("Ada", "Launch week");
    const grace = await site.enter("Grace", "Launch week");
    await ada.page.getByLabel("Image").setInputFiles(picture);
    await ada.page.getByRole("button", { name: "Remove red.png" }).waitFor();
    await ada.page.getByRole("button", { name: "Send" }).click();
    const shown = grace.page.getByRole("img", { name: "red.png" });
    await expect.poll(() => shown.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(16);
    site.emulator.control.faults.add({
      operations: ["uploadChatImage"],
      action: "status",
      status: 403,
    });
    await ada.page.getByLabel("Image").setInputFiles({ ...picture, name: "kept.png" });
    await write(ada.page, "With a picture");
    await ada.page.getByRole("alert").getByText("This is an injected fault").waitFor();
    expect(await field(ada.page).inputValue()).toBe("With a picture");
    await ada.page.getByRole("button", { name: "Send" }).click();
    await grace.page.getByRole("img", { name: "kept.png" }).waitFor();
    expect([...ada.problems, ...grace.problems]).toEqual([]);
  });

  test("shows a rejected message until it is retried or discarded", async () => {
    await using site = await openSite(built);
    const { page, problems } = await site.enter("Ada", "Launch week");
    const refuse = () =>
      site.emulator.control.faults.add({
        operations: ["sendChatMessage"],
        action: "status",
        status: 403,
      });
    refuse();
    await write(page, "Once more");
    await page.getByRole("button", { name: "Retry" }).click();
    await sent(page, "Once more").waitFor();
    refuse();
    await write(page, "Never mind");
    await page.getByRole("button", { name: "Discard" }).click();
    await expect.poll(() => page.getByText("Never mind").count()).toBe(0);
    expect(problems).toEqual([]);
  });

  test("edits and deletes messages, and reverts a rejected change", async () => {
    await using site = await openSite(built);
    const { page, problems } = await site.enter("Ada", "Launch week");
    const grace = await site.enter("Grace", "Launch week");
    await write(page, "Firts");
    await sent(page, "Firts").hover();
    await page.getByRole("button", { name: "Edit" }).click();
    await page.getByRole("textbox", { name: "Edit the message" }).fill("First");
    await page.getByRole("button", { name: "Save" }).click();
    await theirs(grace.page, "First").getByText("edited").waitFor();
    site.emulator.control.faults.add({
      operations: ["deleteChatMessage"],
      action: "status",
      status: 403,
    });
    await page.getByRole("button", { name: "Delete" }).click();
    await page.getByText("The message could not be deleted.").waitFor();
    await sent(page, "First").waitFor();
    await page.getByRole("button", { name: "Delete" }).click();
    await grace.page.getByText("Message deleted", { exact: true }).waitFor();
    expect(problems).toEqual([]);
  });

  test("shows that it is offline, and sends waiting messages after the reconnect", async () => {
    const location = await mkdtemp(join(tmpdir(), "react-chat-state-"));
    await using site = await openSite(built, { location });
    const { page, problems } = await site.enter("Ada", "Launch week");
    await write(page, "Before");
    await sent(page, "Before").waitFor();
    await site.emulator.close();
    await page.getByText("You are offline.").waitFor();
    await write(page, "Written offline");
    await mine(page, "Written offline").getByText("Waiting").waitFor();
    const port = Number(new URL(site.emulator.endpoint).port);
    site.use(await startEmulator({ location, port }));
    await sent(page, "Written offline").waitFor();
    await expect.poll(() => page.getByText("You are offline.").count()).toBe(0);
    expect(problems).toEqual([]);
    await rm(location, { recursive: true, force: true });
  });

  test("keeps the draft and the session after a reload", async () => {
    await using site = await openSite(built);
    const { page, problems } = await site.enter("Ada", "Launch week");
    await write(page, "Said before");
    await sent(page, "Said before").waitFor();
    await field(page).fill("Half a sent");
    await expect.poll(() => page.evaluate(persistedStates)).toContain("Half a sent");
    await page.reload();
    await page.getByRole("button", { name: /Launch week/ }).click();
    await sent(page, "Said before").waitFor();
    await expect.poll(() => field(page).inputValue()).toBe("Half a sent");
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("textbox", { name: "Your name" }).waitFor();
    expect(problems).toEqual([]);
  });

  test("loads a long history, keeps the scroll position, and has a button to the newest message", async () => {
    await using site = await openSite(built);
    const { page, problems } = await site.enter("Ada", "Random");
    const { emulator } = site;
    const { threads, messages } = emulator.control.snapshot().state;
    const thread = threads.find(({ topic }) => topic === "Launch week")!;
    const last = messages.findLast(
      ({ threadId, type }) => threadId === thread.id && type === "text",
    )!;
    const say = (content: string) =>
      emulator.control.chat.sendMessage(thread.id, { from: last.senderId!, content });
    for (let number = 1; number <= 330; number += 1) await say(`Number ${number}.`);
    await page.getByRole("button", { name: /Launch week/ }).click();
    const list = page.getByRole("list", { name: "Messages" });
    await list.getByText("Number 330.").waitFor();
    // The store keeps 300 messages: older messages replace the newest ones.
    while ((await list.getByText("Ada joined").count()) === 0) {
      await list.evaluate((one) => one.scrollTo(0, 10));
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
    }
    expect(await list.getByText("Number 330.").count()).toBe(0);
    await list.evaluate((one) => one.scrollTo(0, 2000));
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
    const place = () =>
      list.evaluate((one) => {
        const edge = one.getBoundingClientRect().top;
        const rows = [...one.querySelectorAll("[data-key]")];
        const row = rows.find((other) => other.getBoundingClientRect().bottom > edge)!;
        return { text: row.textContent, top: Math.round(row.getBoundingClientRect().top) };
      });
    const before = await place();
    await say("One more");
    await page.getByRole("button", { name: /new/ }).waitFor();
    expect(await place()).toEqual(before);
    await page.locator(".newest").click();
    await list.getByText("One more").waitFor();
    const newest = page.locator(".newest");
    await newest.waitFor({ state: "detached" });
    // Sending a message also scrolls to the end.
    await list.evaluate((one) => one.scrollBy(0, -2000));
    await newest.waitFor();
    await write(page, "Caught up");
    await sent(page, "Caught up").waitFor();
    await newest.waitFor({ state: "detached" });
    expect(problems).toEqual([]);
  });

  test("renders HTML without running scripts", async () => {
    await using site = await openSite(built);
    const { page, problems } = await site.enter("Ada", "Launch week");
    const { threads, messages } = site.emulator.control.snapshot().state;
    const thread = threads.find(({ topic }) => topic === "Launch week")!;
    const last = messages.findLast(
      ({ threadId, type }) => threadId === thread.id && type === "text",
    )!;
    const { token } = await site.emulator.createToken(last.senderId!);
    const content = `<b>Bold</b><script>pwned=1</script><img src=x onerror="pwned=1"><a href="javascript:pwned=1">link</a><a href="https://ok.example">safe</a>`;
    // The service would remove this HTML, so the response is changed.
    await page.route("**/messages?*", async (route) => {
      const response = await route.fetch();
      if (route.request().method() !== "GET") return route.fulfill({ response });
      const body = (await response.json()) as { value: { content?: { message?: string } }[] };
      for (const one of body.value) {
        if (one.content?.message === "HTML") one.content.message = content;
      }
      return route.fulfill({ response, json: body });
    });
    await fetch(
      `${site.emulator.endpoint}/chat/threads/${thread.id}/messages?api-version=2025-03-15`,
      {
        method: "POST",
        headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
        body: JSON.stringify({ content: "HTML", type: "html" }),
      },
    );
    await page.locator(".bubble", { hasText: "HTML" }).waitFor();
    await page.reload();
    await page.getByRole("button", { name: /Launch week/ }).click();
    await page.locator(".bubble b", { hasText: "Bold" }).waitFor();
    const bubble = page.locator(".bubble", { hasText: "Bold" });
    expect(await bubble.evaluate((one) => one.querySelectorAll("script, img").length)).toBe(0);
    const links = await bubble
      .locator("a")
      .evaluateAll((all) => all.map((one) => one.getAttribute("href")));
    expect(links).toEqual([null, "https://ok.example"]);
    expect(await page.evaluate(() => "pwned" in globalThis)).toBe(false);
    expect(problems).toEqual([]);
  });
});

/** Returns what the page has stored in IndexedDB, as JSON. Runs in the page. */
function persistedStates(): Promise<string> {
  return new Promise((resolve) => {
    const opening = indexedDB.open("react-chat", 1);
    opening.addEventListener("success", () => {
      const database = opening.result;
      const reading = database.transaction("states").objectStore("states").getAll();
      reading.addEventListener("success", () => {
        database.close();
        resolve(JSON.stringify(reading.result));
      });
    });
  });
}
