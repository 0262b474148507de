import { missingChromium } from "@acs-chat/chromium";
import { describe, expect, test } from "vitest";
import { openPage } from "./support/page.ts";

describe.skipIf(missingChromium())("on the page", () => {
  test.each(["default", "strict"] as const)(
    "a Teams user can be created, added to a thread, and send messages (%s)",
    async (strictness) => {
      await using fixture = await openPage({ strictness });
      const { page, emulator, problems } = fixture;
      emulator.control.rateLimits.enforced = false;
      await page.getByRole("link", { name: "Users" }).click();
      await page.getByLabel("Kind of the new user").selectOption("Teams user");
      await page.getByLabel("Name of a new user").fill("tina");
      await page.getByRole("button", { name: "Create user" }).click();
      const row = page.locator(".rows li", { hasText: "Tina" });
      await row.getByText("Teams user").waitFor();
      expect(await row.locator("code").textContent()).toMatch(/^8:orgid:/);

      await page.getByRole("link", { name: "Chats" }).click();
      await page.getByRole("link", { name: "Lunch" }).click();
      await page.getByRole("button", { name: "2 participants" }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel("Add").selectOption("Tina");
      await dialog.getByRole("button", { name: "Add", exact: true }).click();
      await dialog.locator("li", { hasText: "Tina" }).getByText("Teams user").waitFor();
      await page.keyboard.press("Escape");

      await page.getByRole("button", { name: "Side by side" }).click();
      const other = page.locator(".panes > *").nth(1);
      await other.getByLabel("View the thread as").selectOption("Tina (Teams user)");
      await other.getByRole("textbox", { name: /Message/ }).fill("Hello from Teams");
      await page.keyboard.press("Enter");
      const seen = page.locator(".panes > *").nth(0).locator("article", { hasText: "Teams" });
      await seen.getByText("Teams user", { exact: true }).waitFor();
      const [last] = emulator.control.state().messages.slice(-1);
      expect([last?.senderId?.slice(0, 8), last?.message]).toEqual([
        "8:orgid:",
        "Hello from Teams",
      ]);

      await page.getByRole("button", { name: "3 participants" }).click();
      await dialog.getByRole("button", { name: "Remove Tina" }).click();
      await dialog.locator("li", { hasText: "Tina" }).waitFor({ state: "detached" });
      expect(problems).toEqual([]);
    },
  );

  test("a thread can be created with participants of all kinds in strict mode", async () => {
    await using fixture = await openPage({
      strictness: "strict",
      seed: {
        users: [
          { name: "alice" },
          { name: "tina", kind: "microsoftTeamsUser" },
          { name: "desk", kind: "phoneNumber" },
          { name: "helper", kind: "bot" },
        ],
      },
    });
    const { page, emulator, problems } = fixture;
    await page.getByRole("button", { name: "New thread" }).first().click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Topic").fill("Interop");
    for (const name of ["Desk", "Helper"]) await dialog.getByRole("checkbox", { name }).check();
    await dialog.getByRole("button", { name: "Create thread" }).click();
    await page.getByRole("button", { name: "4 participants" }).waitFor();
    const kinds = emulator.control.state().participants.map(({ userId }) => userId.slice(0, 5));
    expect(kinds).toEqual(["8:acs", "4:+15", expect.stringMatching(/^28:/), "8:org"]);
    expect(problems).toEqual([]);
  });
});
