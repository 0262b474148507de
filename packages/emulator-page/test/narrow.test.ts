import { missingChromium } from "@acs-chat/chromium";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { openPage, openSideBySide, openThread } from "./support/page.ts";

const SIZES = [
  [1400, 900],
  [1201, 800],
  [1200, 800],
  [1024, 768],
  [900, 700],
  [861, 700],
  [860, 700],
  [700, 400],
  [560, 700],
  [390, 844],
  [320, 568],
] as const;

/** Returns a line for each element that is too small or too wide. */
const misfits = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const root = document.documentElement;
    const visible = (selector: string) =>
      [...root.querySelectorAll<HTMLElement>(selector)].filter((one) => one.checkVisibility());
    const check = (what: string, least: number, sizes: readonly number[]): void => {
      if (sizes.length === 0) found.push(`${what}: none`);
      for (const size of sizes) if (size < least) found.push(`${what}: ${size}`);
    };
    const widths = (selector: string) => visible(selector).map((one) => one.clientWidth);
    check("composer", 160, widths(".composer textarea"));
    check("title", 40, widths(".thread-bar h2"));
    check(
      "messages",
      100,
      visible(".messages").map((one) => one.clientHeight),
    );
    const { scrollWidth, scrollHeight } = root;
    if (scrollWidth > innerWidth) found.push(`document: ${scrollWidth} wide`);
    if (scrollHeight > innerHeight) found.push(`document: ${scrollHeight} high`);
    for (const one of visible("main, .thread, .thread-bar, .panes, .pane, .composer")) {
      if (one.scrollWidth > one.clientWidth) found.push(`${one.className}: ${one.scrollWidth}`);
    }
    return found;
  });

describe.skipIf(missingChromium())("an open thread", () => {
  test("fits into windows of all sizes, with one user and with two side by side", async () => {
    await using fixture = await openPage();
    const { page } = fixture;
    await openThread(page);
    for (const sides of [1, 2]) {
      if (sides === 2) await openSideBySide(page);
      for (const [width, height] of SIZES) {
        await page.setViewportSize({ width, height });
        const fits = await misfits(page);
        expect({ sides, width, fits }).toEqual({ sides, width, fits: [] });
        await page.getByRole("button", { name: "2 participants" }).getByText("2").waitFor();
      }
      await page.setViewportSize({ width: 1280, height: 800 });
    }
    expect(fixture.problems).toEqual([]);
  });

  test("has a back link in windows too narrow for the list of threads", async () => {
    await using fixture = await openPage();
    const { page } = fixture;
    const back = page.getByRole("link", { name: "Back to the chats" });
    const list = page.locator(".thread-list");
    await openSideBySide(page);
    for (const [width, height] of SIZES) {
      await page.setViewportSize({ width, height });
      expect({ width, back: await back.isVisible() }).toEqual({
        width,
        back: !(await list.isVisible()),
      });
    }
    await back.click();
    await list.waitFor();
    await back.waitFor({ state: "detached" });
    await page.setViewportSize({ width: 1280, height: 800 });
    await openSideBySide(page);
    await page.getByRole("link", { name: "Chats", exact: true }).click();
    await list.waitFor();
    await back.waitFor({ state: "detached" });
    expect(fixture.problems).toEqual([]);
  });

  test("moves the focus to its row in the list when it is closed", async () => {
    await using fixture = await openPage({}, { width: 390, height: 844 });
    const { page } = fixture;
    await openThread(page);
    const list = page.locator(".thread-list");
    const topic = await list.locator("[aria-current] .topic").textContent();
    await page.getByRole("link", { name: "Back to the chats" }).press("Enter");
    await expect.poll(() => list.locator("a:focus .topic").allTextContents()).toEqual([topic]);
  });

  test("shows one of two users at a time in a narrow window", async () => {
    await using fixture = await openPage({}, { width: 390, height: 844 });
    const { page, emulator } = fixture;
    await openThread(page);
    await page.getByRole("button", { name: "Side by side" }).click();
    const alice = page.getByRole("textbox", { name: "Message as Alice" });
    const bob = page.getByRole("textbox", { name: "Message as Bob" });
    await alice.fill("Still here");
    await alice.press("Enter");
    await page
      .getByRole("article", { name: /^Alice/ })
      .getByText("Still here")
      .waitFor();
    expect(await bob.isVisible()).toBe(false);
    const sides = page.getByRole("group", { name: "Conversation to show" });
    await sides.getByRole("button", { name: "Bob" }).click();
    await bob.waitFor();
    await page.getByText("Still here").filter({ visible: true }).waitFor();
    expect(await alice.isVisible()).toBe(false);
    expect(await misfits(page)).toEqual([]);
    const newest = String(emulator.control.state().messages.at(-1)!.id);
    const sentTo = () =>
      emulator.control.requests.list().filter((one) => one.operation === "sendChatReadReceipt");
    await expect.poll(() => JSON.stringify(sentTo())).toContain(newest);
    await page
      .getByRole("button", { name: "Close this conversation" })
      .filter({ visible: true })
      .click();
    await alice.waitFor();
    expect(await sides.isVisible()).toBe(false);
    expect(fixture.problems).toEqual([]);
  });
});
