import { missingChromium } from "@acs-chat/chromium";
import { describe, expect, test } from "vitest";
import { call } from "./support/call.ts";
import { openPage } from "./support/page.ts";

describe.skipIf(missingChromium())("the controls", () => {
  test("list only the faults that still apply to future requests", async () => {
    await using fixture = await openPage();
    const { page } = fixture;
    await fixture.go("controls");
    const faults = page.locator(".card", { hasText: "Faults" }).getByRole("listitem");
    for (const [operation, times] of [
      ["listChatThreads", "1"],
      ["createChatThread", "2"],
    ] as const) {
      await page.getByLabel("Operation").selectOption(operation);
      await page.getByLabel("Requests", { exact: true }).fill(times);
      await page.getByRole("button", { name: "Add fault" }).click();
      await faults.getByText(operation).waitFor();
    }
    expect(await call(fixture, "GET", "/chat/threads")).toBe(503);
    await expect
      .poll(() => faults.allTextContents())
      .toEqual([expect.stringMatching(/^create.*: 2$/)]);
    expect(await call(fixture, "POST", "/chat/threads", { topic: "x" })).toBe(503);
    await faults.getByText("times: 1").waitFor();
    expect(await call(fixture, "POST", "/chat/threads", { topic: "x" })).toBe(503);
    await expect.poll(() => faults.count()).toBe(0);
    expect(fixture.problems).toEqual([]);
  });

  test("and the other views have cards wide enough for their content", async () => {
    await using fixture = await openPage();
    const { page } = fixture;
    for (const view of ["Controls", "Users", "Data"]) {
      await page.getByRole("link", { name: view }).click();
      await page.getByRole("heading", { level: 1, name: view }).waitFor();
      const cards = page.locator(".card");
      await cards.first().waitFor();
      for (const width of [390, 900, 1400]) {
        await page.setViewportSize({ width, height: 800 });
        const tooWide = await cards.evaluateAll((all) =>
          all
            .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
            .map((card) => card.querySelector("h2")?.textContent),
        );
        expect({ view, width, tooWide }).toEqual({ view, width, tooWide: [] });
      }
    }
  });
});
