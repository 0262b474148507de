import { missingChromium } from "@acs-chat/chromium";
import { describe, expect, test } from "vitest";
import { openPage } from "./support/page.ts";

const COUNT = 1205;

describe.skipIf(missingChromium())("threads beyond the 1000 that the page loads at once", () => {
  test("are counted, found by the filter, opened by address, and listed after a new message", async () => {
    await using fixture = await openPage({
      seed: {
        users: [{ name: "alice" }],
        threads: Array.from({ length: COUNT }, (_, index) => ({
          topic: `Topic ${index + 1}.`,
          createdBy: "alice",
        })),
      },
    });
    const { page, emulator, problems, go } = fixture;
    const { threads } = emulator.control.state();
    const places = emulator.engine.store.listLatestThreads(COUNT).map(({ id }) => id);
    const [oldest, second] = places.slice(-2).toReversed();
    const topicOf = (id: string): string => threads.find((one) => one.id === id)!.topic;
    const list = page.getByRole("complementary", { name: "Threads" });
    await list.getByText(`${COUNT - 200} more: use the filter.`).waitFor();

    await list.getByRole("searchbox").fill(topicOf(oldest!).toUpperCase());
    await list.getByText(topicOf(oldest!), { exact: true }).click();
    await page.getByRole("heading", { name: topicOf(oldest!) }).waitFor();
    await list.getByRole("searchbox").fill("");

    await go(`chats/${encodeURIComponent(second!)}`);
    await page.getByRole("heading", { name: topicOf(second!) }).waitFor();

    await go("data");
    await page.locator("dd", { hasText: String(COUNT) }).waitFor();
    await go("chats");
    emulator.control.clock.advance(60_000);
    await emulator.control.chat.sendMessage(oldest!, { from: "alice", content: "Still there" });
    await expect.poll(() => list.locator("li .topic").first().textContent()).toBe(topicOf(oldest!));
    expect(problems).toEqual([]);
  });
});
