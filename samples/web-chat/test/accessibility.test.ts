import { missingChromium } from "@acs-chat/chromium";
import { violations } from "@acs-chat/chromium/axe";
import { describe, expect, inject, test } from "vitest";
import { openSite } from "./support/site.ts";

const built = inject("built");

describe.skipIf(missingChromium())("accessibility checks by axe", () => {
  test.each([800, 360])(
    "find no violation in light and in dark colors at a width of %i pixels",
    async (width) => {
      await using site = await openSite(built);
      await site.plant([
        {
          message: "<h2>Plan</h2><ol><li>one</li></ol><a href='https://ok.example'>link</a>",
          type: "html",
        },
        ...Array.from({ length: 80 }, (_, index) => ({ message: `Number ${index}` })),
      ]);
      const { page, problems } = await site.open({ width, height: 640 });
      const fine = async (state: string): Promise<void> => {
        expect({ state, found: await violations(page) }).toEqual({ state, found: [] });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      };
      await fine("the form to join");
      await page.getByRole("textbox", { name: "Your name" }).fill("Ada");
      await page.keyboard.press("Enter");
      await page.getByText("Live", { exact: true }).waitFor();
      await page.keyboard.type("By keys alone");
      await page.keyboard.press("Enter");
      await page.locator(".own", { hasText: "By keys alone" }).waitFor();
      await fine("a conversation");
      await page.getByRole("list", { name: "Messages" }).focus();
      await page.keyboard.press("Home");
      await page.getByRole("button", { name: "Newest" }).waitFor();
      await page.getByRole("heading", { name: "Plan" }).waitFor();
      await fine("older messages");
      const { faults } = site.emulator.control;
      faults.add({ operations: ["sendChatMessage"], action: "status", status: 403 });
      await page.getByRole("textbox", { name: "Message" }).fill("Refused");
      await page.keyboard.press("Enter");
      await page.getByRole("alert").getByText("This is an injected fault").waitFor();
      await fine("an unsent message");
      await site.emulator.close();
      await page.getByText("Reconnecting…").waitFor();
      await fine("a lost connection");
      expect(problems).toEqual([]);
    },
  );
});
