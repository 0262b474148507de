import { missingChromium } from "@acs-chat/chromium";
import { describe, expect, test } from "vitest";
import { openPage, openThread } from "./support/page.ts";
import { plantMessages } from "./support/plant.ts";

describe.skipIf(missingChromium())("a long thread", () => {
  test("of 1,500 messages opens at its end, loads more on scrolling, and never renders more than 100 rows", async () => {
    await using fixture = await openPage();
    const { page } = fixture;
    const count = 1500;
    plantMessages(
      fixture.emulator,
      Array.from({ length: count }, (_, index) => ({ message: `Message ${index + 1}` })),
    );
    await openThread(page);
    await page.getByText(`Message ${count}`, { exact: true }).waitFor();
    const list = page.locator(".virtual");
    const rows = (): Promise<number> => page.locator(".virtual li").count();
    expect(await rows()).toBeLessThan(60);

    // The visible messages stay in place while older ones are added above them.
    await list.evaluate((one) => one.scrollBy(0, -1500));
    await page.getByRole("button", { name: "Newest" }).waitFor();
    let most = 0;
    const first = page.getByText("Message 1", { exact: true });
    while ((await first.count()) === 0) {
      await list.evaluate((one) => one.scrollTo(0, 0));
      await list.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
      most = Math.max(most, await rows());
    }
    expect(most).toBeLessThan(100);
    await page.getByText("Alice added Alice, Bob").waitFor();
    await page.getByRole("button", { name: "Newest" }).click();
    await page.getByText(`Message ${count}`, { exact: true }).waitFor();
    expect(await rows()).toBeLessThan(60);
    expect(fixture.problems).toEqual([]);
  });

  test("loads older messages after a failed request when scrolled again", async () => {
    await using fixture = await openPage();
    const { page, emulator } = fixture;
    plantMessages(
      emulator,
      Array.from({ length: 450 }, (_, index) => ({ message: `Message ${index + 1}` })),
    );
    await openThread(page);
    await page.getByText("Message 450", { exact: true }).waitFor();
    emulator.control.faults.add({
      operations: ["listChatMessages"],
      action: "status",
      status: 400,
    });
    const list = page.locator(".virtual");
    const first = page.getByText("Message 1", { exact: true });
    await expect
      .poll(async () => {
        await list.evaluate((one) => one.scrollBy(0, 40));
        await list.evaluate((one) => one.scrollTo(0, 0));
        return first.count();
      })
      .toBe(1);
    expect(emulator.control.requests.list({ status: 400 })).toHaveLength(1);
  });

  test("keeps its scroll position when a message arrives", async () => {
    await using fixture = await openPage();
    const { page, emulator } = fixture;
    plantMessages(
      emulator,
      Array.from({ length: 300 }, (_, index) => ({
        message: `Message ${index + 1} ${"word ".repeat(index % 40)}`,
      })),
    );
    await openThread(page);
    const list = page.locator(".virtual");
    await page.getByText("Message 300 ").waitFor();
    await list.evaluate((one) => one.scrollBy(0, -2000));
    await page.getByRole("button", { name: "Newest" }).waitFor();
    const read = page.locator(".virtual li").nth(10);
    const key = await read.getAttribute("data-key");
    const same = page.locator(`.virtual li[data-key="${key}"]`);
    const before = (await same.boundingBox())!;
    const { token } = await emulator.createUser({ name: "bob" });
    const [thread] = emulator.control.state().threads;
    await fetch(`${emulator.endpoint}/chat/threads/${thread!.id}/messages?api-version=2025-03-15`, {
      method: "POST",
      headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
      body: JSON.stringify({ content: "One more" }),
    });
    await expect
      .poll(() => page.locator(".virtual li").first().getAttribute("aria-setsize"))
      .toBe("201");
    const after = (await same.boundingBox())!;
    // Browsers scroll by whole pixels.
    expect(Math.abs(after.y - before.y)).toBeLessThanOrEqual(1);
    expect(after.height).toBe(before.height);
    await page.getByRole("button", { name: "Newest" }).click();
    await page.getByText("One more").waitFor();
  });
});
