import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { missingBrowser } from "./support/browser.ts";
import { type Built, buildApp, openSite } from "./support/site.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds wrong on the page as it is now. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    interface Result {
      violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[];
    }
    const { run } = (globalThis as unknown as { axe: { run(): Promise<Result> } }).axe;
    const result = await run();
    return result.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ""}`),
    );
  });
}

describe.skipIf(missingBrowser())("axe finds nothing, and the keyboard is enough", () => {
  let built: Built;
  beforeAll(async () => {
    built = await buildApp();
  });
  afterAll(() => built[Symbol.asyncDispose]());

  test.each([
    ["light", 1280],
    ["dark", 1280],
    ["light", 320],
    ["dark", 320],
  ] as const)("in %s colors, %i pixels wide", async (colorScheme, width) => {
    await using site = await openSite(built.folder);
    const { page, problems } = await site.open({ width, height: 640, colorScheme });
    const fine = async (state: string): Promise<void> => {
      expect({ state, found: await violations(page) }).toEqual({ state, found: [] });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    };
    await fine("signed out");
    await page.keyboard.type("Ada");
    await page.keyboard.press("Enter");
    const row = page.getByRole("button", { name: /Launch week/ });
    await row.getByText("unread").waitFor();
    await fine("the conversations");
    await row.focus();
    await page.keyboard.press("Enter");
    await page.getByText("Ada joined").waitFor();
    // The heading has the focus: the composer is a few tabs away.
    const field = page.getByRole("textbox", { name: "Message" });
    for (let tabs = 0; tabs < 8; tabs += 1) {
      if (await field.evaluate((one) => one === document.activeElement)) break;
      await page.keyboard.press("Tab");
    }
    await page.keyboard.type("By keys alone");
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.type("in two lines");
    await page.keyboard.press("Enter");
    await page.locator(".mine[data-status=sent]").waitFor();
    await fine("a conversation");
    site.emulator.control.faults.add({
      operations: ["sendChatMessage"],
      action: "status",
      status: 403,
    });
    await page.keyboard.type("Refused");
    await page.keyboard.press("Enter");
    await page.getByText("Not sent.").waitFor();
    await fine("a message that was refused");
    await site.emulator.close();
    await page.getByText("You are offline.").waitFor();
    await page.keyboard.type("Later");
    await page.keyboard.press("Enter");
    await page.getByText("Waiting").waitFor();
    await fine("offline");
    expect(problems).toEqual([]);
  });
});
