import { missingChromium } from "@acs-chat/chromium";
import { violations } from "@acs-chat/chromium/axe";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { openPage, openSideBySide, openThread } from "./support/page.ts";

const VIEWS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  "chats without an open thread": async () => {},
  "an open thread": (page) => openThread(page),
  "two users side by side": openSideBySide,
  "a message being edited": async (page) => {
    await openThread(page);
    await page.getByRole("textbox", { name: "Message as Alice" }).press("ArrowUp");
    await page.getByRole("textbox", { name: "New text of the message" }).waitFor();
  },
  "the dialog for a new thread": async (page) => {
    await page.getByRole("button", { name: "New thread" }).first().click();
    await page.getByRole("dialog").waitFor();
  },
  participants: async (page) => {
    await openThread(page);
    await page.getByRole("button", { name: "2 participants" }).click();
    await page.getByRole("dialog").waitFor();
  },
  "requests with details": async (page) => {
    await openThread(page);
    await page.getByRole("link", { name: "Requests" }).click();
    await page.getByLabel("Hide page requests").uncheck();
    await page.locator(".request").first().click();
    await page.locator(".request-detail summary").first().click();
  },
  users: async (page) => page.getByRole("link", { name: "Users" }).click(),
  "the dialog for a token": async (page) => {
    await page.getByRole("link", { name: "Users" }).click();
    await page.getByRole("button", { name: "Token for Alice" }).click();
    await page.getByRole("button", { name: "Create token" }).click();
    await page.locator(".token").waitFor();
  },
  controls: async (page) => {
    await page.getByRole("link", { name: "Controls" }).click();
    await page.getByRole("button", { name: "Add fault" }).click();
    await page.getByRole("button", { name: "Clear all" }).waitFor();
    await page.locator("summary").click();
  },
  data: async (page) => page.getByRole("link", { name: "Data" }).click(),
  "the confirmation of a reset": async (page) => {
    await page.getByRole("link", { name: "Data" }).click();
    await page.getByRole("button", { name: "Reset…" }).click();
    await page.getByRole("dialog").waitFor();
  },
};

describe.skipIf(missingChromium())("accessibility checks by axe", () => {
  test("find no violation on any view, in light and dark colors", async () => {
    await using fixture = await openPage();
    const { page } = fixture;
    for (const [name, show] of Object.entries(VIEWS)) {
      await page.keyboard.press("Escape");
      await fixture.go("chats");
      await show(page);
      expect({ name, found: await violations(page) }).toEqual({ name, found: [] });
    }
    expect(fixture.problems).toEqual([]);
  });

  test("find no violation in a narrow window, where every view fits", async () => {
    await using fixture = await openPage({}, { width: 420, height: 800 });
    const { page } = fixture;
    expect(await violations(page)).toEqual([]);
    await openThread(page);
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "2 participants" }).click();
    await page.getByRole("dialog").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    for (const view of ["Requests", "Users", "Controls", "Data"]) {
      await page.getByRole("link", { name: view }).click();
      await page.getByRole("heading", { level: 1, name: view }).waitFor();
      expect({ view, violations: await violations(page) }).toEqual({ view, violations: [] });
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect({ view, width }).toEqual({ view, width: 420 });
    }
  });
});
