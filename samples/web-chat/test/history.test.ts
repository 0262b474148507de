import { missingChromium } from "@acs-chat/chromium";
import type { Page } from "playwright-core";
import { describe, expect, inject, test } from "vitest";
import { openSite, type Planted } from "./support/site.ts";

const built = inject("built");

/** The maximum number of rendered messages. */
const MOST = 120;

const numbered = (count: number): Planted[] =>
  Array.from({ length: count }, (_, index) => ({
    message: `Number ${index + 1}.${" some words".repeat(index % 9)}`,
  }));
const rows = (page: Page): Promise<number> => page.locator("#messages > li").count();
/** Returns the numbers of the rendered messages, in order. */
const numbers = (page: Page): Promise<number[]> =>
  page
    .locator("#messages .text")
    .evaluateAll((all) =>
      all.flatMap((one) => /^Number (\d+)\./.exec(one.textContent ?? "")?.[1] ?? []).map(Number),
    );
const frame = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));

describe.skipIf(missingChromium())("a long history", () => {
  test("is loaded page by page when scrolled, with at most 120 messages rendered", async () => {
    await using site = await openSite(built);
    await site.plant(numbered(1000));
    const { page, problems } = await site.enter("Lea");
    const list = page.getByRole("list", { name: "Messages" });
    await page.getByText("Number 1000.").waitFor();
    const first = page.getByText("Number 1.", { exact: true });
    while ((await first.count()) === 0) {
      await list.evaluate((one) => one.scrollTo(0, 0));
      await frame(page);
      expect(await rows(page)).toBeLessThanOrEqual(MOST);
      const shown = await numbers(page);
      expect(shown).toEqual(shown.map((_, index) => shown[0]! + index));
    }
    const { requests } = site.emulator.control;
    expect(requests.list({ operation: "listChatMessages" }).length).toBeGreaterThan(15);
    const last = page.getByText("Number 1000.");
    while ((await last.count()) === 0) {
      await list.evaluate((one) => one.scrollTo(0, one.scrollHeight));
      await frame(page);
      expect(await rows(page)).toBeLessThanOrEqual(MOST);
    }
    await page.getByText("Lea joined").scrollIntoViewIfNeeded();
    expect(problems).toEqual([]);
  });

  test("keeps its scroll position when a message arrives, and has a button to the newest message", async () => {
    await using site = await openSite(built);
    await site.plant(numbered(400));
    const { page } = await site.enter("Lea");
    const list = page.getByRole("list", { name: "Messages" });
    await page.getByText("Number 400.").waitFor();
    await list.evaluate((one) => one.scrollBy(0, -2000));
    const newest = page.getByRole("button", { name: "Newest" });
    await newest.waitFor();
    await frame(page);
    /** Returns the topmost visible message and its position. */
    const place = (scrollTop?: number) =>
      list.evaluate((one, wanted) => {
        if (wanted !== undefined) one.scrollTop = wanted;
        const { top } = one.getBoundingClientRect();
        const seen = [...one.children].find((row) => row.getBoundingClientRect().bottom > top);
        return { text: seen?.textContent ?? "", top: seen?.getBoundingClientRect().top ?? 0 };
      }, scrollTop);
    const expectStillAt = async ({ text, top }: Awaited<ReturnType<typeof place>>) => {
      const row = page.locator("#messages > li").filter({ hasText: text });
      const now = await row.evaluate((one) => one.getBoundingClientRect().top);
      // Browsers scroll by whole pixels.
      expect(Math.abs(now - top)).toBeLessThanOrEqual(1);
    };
    const sizeOf = () =>
      page
        .locator("#messages > li")
        .first()
        .evaluate((row) => Number(row.ariaSetSize));
    const unread = await sizeOf();
    const reading = await place(400);
    await expect.poll(sizeOf).toBeGreaterThan(unread);
    await frame(page);
    await expectStillAt(reading);

    const before = await place();
    const size = await sizeOf();
    await site.say("One more");
    await expect.poll(sizeOf).toBe(size + 1);
    await expectStillAt(before);
    await newest.click();
    await page.getByText("One more").waitFor();
    await newest.waitFor({ state: "hidden" });
    expect(await rows(page)).toBeLessThanOrEqual(MOST);
  });

  test("loads older messages after a failed request when scrolled again", async () => {
    await using site = await openSite(built);
    await site.plant(numbered(300));
    const { page } = await site.enter("Lea");
    const list = page.getByRole("list", { name: "Messages" });
    await page.getByText("Number 300.").waitFor();
    const { faults } = site.emulator.control;
    faults.add({ operations: ["listChatMessages"], action: "status", status: 400 });
    const first = page.getByText("Number 1.", { exact: true });
    await expect
      .poll(async () => {
        await list.evaluate((one) => one.scrollBy(0, 40));
        await list.evaluate((one) => one.scrollTo(0, 0));
        return first.count();
      })
      .toBe(1);
    expect(site.emulator.control.requests.list({ status: 400 })).toHaveLength(1);
    expect(await page.getByRole("alert").textContent()).toBe("");
  });

  test("is loaded with the next new message if it could not be loaded at first", async () => {
    await using site = await openSite(built);
    await site.plant(numbered(70));
    const { faults } = site.emulator.control;
    faults.add({ operations: ["listChatMessages"], action: "status", status: 400, times: 100 });
    const { page } = await site.enter("Lea");
    await page.getByRole("alert").getByText("This is an injected fault").waitFor();
    faults.clear();
    await site.say("One more");
    await page.getByText("One more").waitFor();
    await page.getByText("Number 70.").waitFor();
    const shown = await numbers(page);
    expect(shown).toEqual(shown.map((_, index) => shown[0]! + index));
    await expect.poll(() => page.getByRole("alert").textContent()).toBe("");
  });
});
