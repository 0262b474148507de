import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { missingChromium } from "@acs-chat/chromium";
import { startEmulator } from "@acs-chat/emulator";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPage, openSideBySide, openThread, SEED } from "./support/page.ts";
import { plantMessages } from "./support/plant.ts";

let location: string;
beforeAll(async () => {
  location = await mkdtemp(join(tmpdir(), "emulator-page-"));
});
afterAll(async () => {
  await rm(location, { recursive: true, force: true });
});

const TWO_THREADS = {
  users: SEED.users,
  threads: [SEED.threads[0], { ...SEED.threads[0], topic: "Dinner" }],
};
const FAILS_ONCE = { operations: ["sendChatMessage"], action: "status", status: 400 } as const;

const composer = (page: Page, name: string): Locator =>
  page.getByRole("textbox", { name: `Message as ${name}` });
const editor = (page: Page): Locator =>
  page.getByRole("textbox", { name: "New text of the message" });
const sent = (page: Page, text: string): Locator =>
  page.getByRole("article", { name: /^Alice/ }).getByText(text);

/** Marks the list of messages, to detect when it is replaced. */
const markList = (page: Page): Promise<void> =>
  page.locator(".virtual").evaluate((one) => one.classList.add("before"));
/** Waits until the thread is loaded again, which replaces the marked list. */
const readAnew = (page: Page): Promise<void> => page.locator(".virtual:not(.before)").waitFor();

describe.skipIf(missingChromium())("an unsent message", () => {
  test("can be retried after the emulator was restarted", async () => {
    await using fixture = await openPage({ location });
    const { page, emulator } = fixture;
    await openThread(page);
    emulator.control.faults.add(FAILS_ONCE);
    await composer(page, "Alice").fill("Hello?");
    await composer(page, "Alice").press("Enter");
    await page.getByText("Not sent.").waitFor();
    await markList(page);
    await emulator.close();
    await page.getByText("Not reachable").waitFor();

    const port = Number(new URL(emulator.endpoint).port);
    await using again = await startEmulator({ location, port });
    expect(again.endpoint).toBe(emulator.endpoint);
    await readAnew(page);
    await page.getByText("Not sent.").waitFor();
    await page.getByRole("button", { name: "Try again" }).click();
    await sent(page, "Hello?").waitFor();
    expect(await page.getByText("Not sent.").count()).toBe(0);
  });

  test("is kept while another thread is open, and is sent once when retried", async () => {
    await using fixture = await openPage({ seed: TWO_THREADS });
    const { page, emulator } = fixture;
    await openThread(page);
    emulator.control.faults.add(FAILS_ONCE);
    await composer(page, "Alice").fill("Hello?");
    await composer(page, "Alice").press("Enter");
    await page.getByText("Not sent.").waitFor();
    await openThread(page, "Dinner");
    await page.getByRole("heading", { name: "Dinner" }).waitFor();
    await page.getByText("Noodles at noon?").waitFor();
    expect(await page.getByText("Not sent.").count()).toBe(0);
    await openThread(page);
    await page.getByText("Not sent.").waitFor();
    await page.getByRole("button", { name: "Try again" }).click();
    await sent(page, "Hello?").waitFor();
    await expect.poll(() => page.getByText("Hello?").count()).toBe(1);
    const { messages } = emulator.control.state();
    expect(messages.filter(({ message }) => message === "Hello?")).toHaveLength(1);
  });

  test("is removed when it is discarded", async () => {
    await using fixture = await openPage({ seed: TWO_THREADS });
    const { page, emulator } = fixture;
    await openThread(page);
    emulator.control.faults.add(FAILS_ONCE);
    await composer(page, "Alice").fill("Hello?");
    await composer(page, "Alice").press("Enter");
    await page.getByRole("button", { name: "Discard" }).click();
    await openThread(page, "Dinner");
    await openThread(page);
    await page.getByText("Noodles at noon?").waitFor();
    expect(await page.getByText("Hello?").count()).toBe(0);
  });
});

describe.skipIf(missingChromium())("an unsaved edit", () => {
  test("is kept when its message is scrolled out of view", async () => {
    await using fixture = await openPage();
    const { page, emulator } = fixture;
    plantMessages(
      emulator,
      Array.from({ length: 150 }, (_, index) => ({ message: `Message ${index + 1}` })),
    );
    await openThread(page);
    await page.getByText("Message 150").waitFor();
    await composer(page, "Alice").press("ArrowUp");
    await editor(page).fill("Half-written");
    await page.locator(".virtual").evaluate((one) => one.scrollTo(0, 0));
    await page.getByText("Noodles at noon?").waitFor();
    await editor(page).waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Newest" }).click();
    await expect.poll(() => editor(page).inputValue()).toBe("Half-written");
    await editor(page).press("Enter");
    await sent(page, "Half-written").waitFor();
    expect(fixture.problems).toEqual([]);
  });

  test("is kept when a snapshot is restored", async () => {
    await using fixture = await openPage();
    const { page, emulator } = fixture;
    await openThread(page);
    await page.getByText("Noodles at noon?").waitFor();
    await composer(page, "Alice").press("ArrowUp");
    await editor(page).fill("Half-written");
    await markList(page);
    plantMessages(emulator, [{ message: "From the snapshot" }]);
    const restored = await fetch(`${emulator.endpoint}/_emulator/snapshot`, {
      method: "PUT",
      body: JSON.stringify(emulator.control.snapshot()),
    });
    expect(restored.ok).toBe(true);
    await readAnew(page);
    await page.getByText("From the snapshot").waitFor();
    expect(await editor(page).inputValue()).toBe("Half-written");
  });
});

/** Writes a draft with text and an attached image, as HTML. */
async function writeDraft(page: Page, name: string): Promise<void> {
  const pane = page.getByRole("region", { name: `Conversation as ${name}` });
  await composer(page, name).fill(`Draft of ${name}`);
  await pane.getByRole("button", { name: "HTML" }).click();
  await pane
    .locator("input[type=file]")
    .setInputFiles({ name: "red.png", mimeType: "image/png", buffer: Buffer.from("red") });
  await pane.getByRole("button", { name: "Remove red.png" }).waitFor();
}
const files = (page: Page): Promise<number> =>
  page.getByRole("button", { name: "Remove red.png" }).count();
const pressed = (page: Page): Promise<string | null> =>
  page.getByRole("button", { name: "HTML" }).getAttribute("aria-pressed");

describe.skipIf(missingChromium())("a draft", () => {
  test("is shown only in its thread", async () => {
    await using fixture = await openPage({ seed: TWO_THREADS });
    const { page } = fixture;
    await openThread(page);
    await writeDraft(page, "Alice");
    await openThread(page, "Dinner");
    await page.getByRole("heading", { name: "Dinner" }).waitFor();
    await expect.poll(() => composer(page, "Alice").inputValue()).toBe("");
    expect(await files(page)).toBe(0);
    expect(await pressed(page)).toBe("false");
    await openThread(page);
    await expect.poll(() => composer(page, "Alice").inputValue()).toBe("Draft of Alice");
    expect(await files(page)).toBe(1);
    expect(await pressed(page)).toBe("true");
    expect(fixture.problems).toEqual([]);
  });

  test("is shown only for its user", async () => {
    await using fixture = await openPage();
    const { page } = fixture;
    await openThread(page);
    await writeDraft(page, "Alice");
    await page.getByLabel("View the thread as").selectOption({ label: "Bob" });
    await expect.poll(() => composer(page, "Bob").inputValue()).toBe("");
    expect(await files(page)).toBe(0);
    expect(await pressed(page)).toBe("false");
    await page.getByLabel("View the thread as").selectOption({ label: "Alice" });
    await expect.poll(() => composer(page, "Alice").inputValue()).toBe("Draft of Alice");
    expect(await files(page)).toBe(1);
  });

  test("is not shown for the second user when the first of two conversations is closed", async () => {
    await using fixture = await openPage();
    const { page } = fixture;
    await openSideBySide(page);
    await writeDraft(page, "Alice");
    await page.getByRole("button", { name: "Close this conversation" }).first().click();
    await expect.poll(() => page.locator(".pane").count()).toBe(1);
    await expect.poll(() => composer(page, "Bob").inputValue()).toBe("");
    expect(await files(page)).toBe(0);
    expect(await pressed(page)).toBe("false");
  });
});
