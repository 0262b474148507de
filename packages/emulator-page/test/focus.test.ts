import { missingChromium } from "@acs-chat/chromium";
import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { openPage, openSideBySide } from "./support/page.ts";

const focused = (page: Page): Promise<string | null | undefined> =>
  page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
const side = (page: Page): Locator => page.getByRole("region", { name: "Conversation as Alice" });
const editor = (page: Page): Locator =>
  page.getByRole("textbox", { name: "New text of the message" });

describe.skipIf(missingChromium())("the focus", () => {
  test("returns to the message field after an edit is canceled or saved and after a message is deleted", async () => {
    await using fixture = await openPage();
    const { page } = fixture;
    await openSideBySide(page);
    await side(page).getByText("Noodles at noon?").waitFor();
    const edit = side(page).getByRole("button", { name: "Edit message" });
    await edit.focus();
    await page.keyboard.press("Enter");
    await editor(page).waitFor();
    expect(await focused(page)).toBe("New text of the message");
    await page.keyboard.press("Escape");
    await editor(page).waitFor({ state: "detached" });
    expect(await focused(page)).toBe("Message as Alice");

    await page.keyboard.press("ArrowUp");
    await editor(page).fill("Soup at noon?");
    await page.keyboard.press("Enter");
    await side(page).getByText("Soup at noon?", { exact: true }).waitFor();
    await editor(page).waitFor({ state: "detached" });
    expect(await focused(page)).toBe("Message as Alice");

    await edit.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Cancel" }).press("Enter");
    await editor(page).waitFor({ state: "detached" });
    expect(await focused(page)).toBe("Message as Alice");

    await side(page).getByRole("button", { name: "Delete message" }).focus();
    await page.keyboard.press("Enter");
    await side(page).getByText("Message deleted").waitFor();
    expect(await focused(page)).toBe("Message as Alice");
    expect(fixture.problems).toEqual([]);
  });

  test("returns to the message field after an unsent message is retried or discarded", async () => {
    await using fixture = await openPage();
    const { page, emulator } = fixture;
    await openSideBySide(page);
    const fault = { operations: ["sendChatMessage"], action: "status", status: 400 } as const;
    emulator.control.faults.add({ ...fault, times: 2 });
    await page.getByRole("textbox", { name: "Message as Alice" }).fill("Hello?");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Try again" }).press("Enter");
    expect(await focused(page)).toBe("Message as Alice");
    await page.getByRole("button", { name: "Discard" }).press("Enter");
    await page.getByText("Not sent.").waitFor({ state: "detached" });
    expect(await focused(page)).toBe("Message as Alice");
  });

  test("stays in the other conversation's message field while an edit is open", async () => {
    await using fixture = await openPage();
    const { page } = fixture;
    await openSideBySide(page);
    await side(page).getByText("Noodles at noon?").waitFor();
    await page.getByRole("textbox", { name: "Message as Alice" }).press("ArrowUp");
    await editor(page).fill("Half-written");
    await page.getByRole("textbox", { name: "Message as Bob" }).click();
    await page.keyboard.type("Soup?");
    await side(page).getByText("Bob is typing").waitFor();
    expect(await focused(page)).toBe("Message as Bob");
    await page.keyboard.press("Enter");
    await side(page).getByText("Soup?").waitFor();
    expect(await focused(page)).toBe("Message as Bob");
    expect(await editor(page).inputValue()).toBe("Half-written");
  });
});
