import { missingChromium } from "@acs-chat/chromium";
import { violations } from "@acs-chat/chromium/axe";
import { describe, expect, inject, test } from "vitest";
import { openSite } from "./support/site.ts";

describe.skipIf(missingChromium())("with the keyboard only, axe", () => {
  const built = inject("built");

  test.each([1280, 320])(
    "finds no violation in light and in dark colors at a width of %i pixels",
    async (width) => {
      await using site = await openSite(built);
      const { page, problems } = await site.open({ width, height: 640 });
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
      // The heading has the focus. A few tabs lead to the text field.
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
      await fine("a rejected message");
      await site.emulator.close();
      await page.getByText("You are offline.").waitFor();
      await page.keyboard.type("Later");
      await page.keyboard.press("Enter");
      await page.getByText("Waiting").waitFor();
      await fine("offline");
      expect(problems).toEqual([]);
    },
  );
});
