import { missingChromium } from "@acs-chat/chromium";
import { describe, expect, test } from "vitest";
import { openPage, openThread } from "./support/page.ts";

describe.skipIf(missingChromium())("a dialog", () => {
  test("shows errors inside itself, at any width", async () => {
    await using fixture = await openPage();
    const { page, emulator } = fixture;
    emulator.control.faults.add({
      operations: ["removeChatParticipant"],
      action: "status",
      status: 400,
    });
    await openThread(page);
    await page.getByRole("button", { name: "2 participants" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Remove Bob" }).click();
    const notice = dialog.getByRole("status").getByText("This is an injected fault");
    await notice.waitFor();
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      // No other element covers the notice, and it is inside the window.
      const seen = await notice.evaluate((one) => {
        const { x, y, width: wide, height } = one.getBoundingClientRect();
        return one.contains(document.elementFromPoint(x + wide / 2, y + height / 2));
      });
      expect({ width, seen }).toEqual({ width, seen: true });
    }
    const all = page.getByText("This is an injected fault");
    expect(await all.filter({ visible: true }).count()).toBe(1);

    // The notice stays on the page after the dialog is closed.
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    await page.getByRole("status").getByText("This is an injected fault").waitFor();
  });

  test("hides the previous token if no new one can be issued", async () => {
    await using fixture = await openPage();
    const { page } = fixture;
    await page.getByRole("link", { name: "Users" }).click();
    await page.getByRole("button", { name: "Token for Alice" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Create token" }).click();
    await dialog.locator(".token code").waitFor();
    await page.route("**/_emulator/users*", (route) => route.abort());
    await dialog.getByRole("button", { name: "Create token" }).click();
    await dialog.locator(".notice").waitFor();
    expect(await dialog.locator(".token code").count()).toBe(0);
  });
});
