import { missingChromium } from "@acs-chat/chromium";
import { describe, expect, test } from "vitest";
import { call } from "./support/call.ts";
import { openPage } from "./support/page.ts";
import { plantMessages } from "./support/plant.ts";

describe.skipIf(missingChromium())("the request log", () => {
  test("shows which bodies are truncated, and does not copy requests with a truncated body", async () => {
    await using fixture = await openPage();
    const { page, emulator } = fixture;
    plantMessages(
      emulator,
      Array.from({ length: 4 }, () => ({ message: "x".repeat(9 * 1024) })),
    );
    const messages = `/chat/threads/${emulator.control.state().threads[0]!.id}/messages`;
    expect(await call(fixture, "GET", messages)).toBe(200);
    expect(await call(fixture, "POST", messages, { content: "x".repeat(28 * 1024) })).toBe(201);
    expect(await call(fixture, "POST", messages, { content: "x".repeat(100 * 1024) })).toBe(413);

    await fixture.go("requests");
    const detail = page.getByRole("complementary", { name: "Request details" });
    const curl = detail.getByRole("button", { name: "Copy as curl" });
    const row = (text: string) => page.locator(".request", { hasText: text });
    await row("listChatMessages").click();
    await detail.getByText(/^The first 16 KB of 3\d KB\.$/).waitFor();
    expect(await curl.isEnabled()).toBe(true);

    await row("201").click();
    await detail.getByText("201", { exact: true }).waitFor();
    expect(await detail.getByText("The first").count()).toBe(0);
    await curl.click();
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await expect.poll(copied).toContain(`--data-raw '{"content":"${"x".repeat(28 * 1024)}"}'`);

    await row("413").click();
    await detail.getByText("The first 64 KB of 100 KB.").waitFor();
    expect(await curl.isDisabled()).toBe(true);
    await detail.getByText("cannot be copied").waitFor();
    expect(fixture.problems).toEqual([]);
  });

  test("scrolls to the request that the arrow keys select", async () => {
    await using fixture = await openPage();
    const { page } = fixture;
    for (let number = 1; number <= 80; number += 1) {
      await call(fixture, "GET", `/chat/threads/number-${number}`);
    }
    await fixture.go("requests");
    await page.getByRole("searchbox", { name: "Filter" }).fill("number-");
    const rows = page.locator(".request");
    const detail = page.locator(".request-detail");
    const chosen = page.locator('.request[aria-pressed="true"]');
    await rows.first().click();
    await detail.getByText("/chat/threads/number-80").waitFor();

    for (let step = 1; step <= 30; step += 1) await page.keyboard.press("ArrowDown");
    await detail.getByText("/chat/threads/number-50").waitFor();
    expect(await chosen.evaluate((row) => row === document.activeElement)).toBe(true);
    const list = (await page.locator(".virtual").boundingBox())!;
    const row = (await chosen.boundingBox())!;
    expect(row.y).toBeGreaterThanOrEqual(list.y);
    expect(row.y + row.height).toBeLessThanOrEqual(list.y + list.height + 1);

    for (let step = 1; step <= 30; step += 1) await page.keyboard.press("ArrowUp");
    await detail.getByText("/chat/threads/number-80").waitFor();
    expect(await chosen.evaluate((one) => one === document.activeElement)).toBe(true);
    expect(await page.locator(".virtual").evaluate((one) => one.scrollTop)).toBe(0);

    // The filter keeps the focus when the list is rendered again.
    const filter = page.getByRole("searchbox", { name: "Filter" });
    await filter.fill("nothing has this");
    await page.getByText("Nothing matches the filter").waitFor();
    await filter.fill("number-");
    await rows.first().waitFor();
    expect(await filter.evaluate((one) => one === document.activeElement)).toBe(true);
    expect(fixture.problems).toEqual([]);
  });

  test("returns the focus to the row when the details are closed, at any width", async () => {
    await using fixture = await openPage();
    const { page } = fixture;
    for (let number = 1; number <= 60; number += 1) {
      await call(fixture, "GET", `/chat/threads/number-${number}`);
    }
    await fixture.go("requests");
    await page.getByRole("searchbox", { name: "Filter" }).fill("number-");
    const focused = () => page.evaluate(() => document.activeElement?.closest("li")?.ariaPosInSet);
    const rows = page.locator(".request");
    const detail = page.locator(".request-detail");
    const place = page.locator('.virtual li[aria-posinset="20"] .request');
    const close = detail.getByRole("button", { name: "Close" });
    for (const width of [1280, 900]) {
      await page.setViewportSize({ width, height: 800 });
      await page.locator(".virtual").evaluate((list) => list.scrollTo(0, 300));
      for (const leave of [
        () => page.keyboard.press("Escape"),
        () => detail.getByRole("button", { name: "Copy as curl" }).press("Escape"),
        () => close.click(),
      ]) {
        await place.click();
        await detail.waitFor();
        await leave();
        await detail.waitFor({ state: "detached" });
        expect({ width, focused: await focused() }).toEqual({ width, focused: "20" });
        expect(await rows.count()).toBeLessThan(60);
      }
    }
    expect(fixture.problems).toEqual([]);
  });
});
