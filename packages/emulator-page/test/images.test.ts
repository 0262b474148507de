import { missingChromium } from "@acs-chat/chromium";
import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { openPage, openSideBySide } from "./support/page.ts";

/** A red square, 16 by 16. */
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAIAAACQkWg2AAAAFUlEQVR4nGP8z0AaYCJR/aiGUQ1DSAMAQC4BH2bjRnMAAAAASUVORK5CYII=",
  "base64",
);

const side = (page: Page, name: string): Locator =>
  page.getByRole("region", { name: `Conversation as ${name}` });
const sendImages = async (page: Page, ...names: readonly string[]): Promise<void> => {
  await side(page, "Alice")
    .locator("input[type=file]")
    .setInputFiles(names.map((name) => ({ name, mimeType: "image/png", buffer: PNG })));
  await side(page, "Alice").getByRole("button", { name: "Send", exact: true }).click();
};

describe.skipIf(missingChromium())("an image", () => {
  test("is sent with its name, even if a header cannot contain it", async () => {
    await using fixture = await openPage();
    const { page, emulator } = fixture;
    await openSideBySide(page);
    const names = ["Bild “é” 図.png", "Снимок 11.04.12\u202FPM.png", "🎉", "\u202F"];
    await sendImages(page, ...names);
    for (const name of names.slice(0, 3)) {
      await side(page, "Bob").getByRole("img", { name }).waitFor();
    }
    await expect.poll(() => side(page, "Bob").locator(".picture img").count()).toBe(names.length);
    const { messages } = emulator.control.state();
    expect(messages.at(-1)!.attachments?.map(({ name }) => name)).toEqual(names);
    expect(fixture.problems).toEqual([]);
  });

  test("that could not be loaded is shown when retried", async () => {
    await using fixture = await openPage();
    const { page, emulator } = fixture;
    await openSideBySide(page);
    emulator.control.faults.add({
      operations: ["getChatImage"],
      action: "status",
      status: 400,
      times: 2,
    });
    await sendImages(page, "red.png");
    for (const name of ["Alice", "Bob"]) {
      await side(page, name).getByText("The image red.png cannot be shown").waitFor();
      await side(page, name).getByRole("button", { name: "Try again" }).click();
      await side(page, name).getByRole("img", { name: "red.png" }).waitFor();
      // The focused button was replaced by the image.
      const place = side(page, name).locator(".picture");
      expect(await place.evaluate((one) => one === document.activeElement)).toBe(true);
    }
    expect(await page.getByText("cannot be shown").count()).toBe(0);
  });
});
