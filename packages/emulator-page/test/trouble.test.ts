import { missingChromium } from "@acs-chat/chromium";
import { describe, expect, test } from "vitest";
import { openPage, openThread } from "./support/page.ts";

describe.skipIf(missingChromium())("when a request of a thread fails, the page", () => {
  test("shows the messages without read receipts that cannot be loaded", async () => {
    await using fixture = await openPage();
    const { page, emulator } = fixture;
    emulator.control.faults.add({
      operations: ["listChatReadReceipts"],
      action: "status",
      status: 400,
    });
    await openThread(page);
    await expect.poll(() => emulator.control.requests.list({ status: 400 }).length).toBe(1);
    await page.getByText("Noodles at noon?").waitFor();
    expect(await page.getByText("cannot see this thread").count()).toBe(0);
  });

  test("shows why messages cannot be loaded, and loads them when retried", async () => {
    await using fixture = await openPage();
    const { page, emulator } = fixture;
    emulator.control.faults.add({
      operations: ["listChatMessages"],
      action: "status",
      status: 400,
      times: 100,
    });
    const failed = (): number => emulator.control.requests.list({ status: 400 }).length;
    // While connected, the page retries only after an event, such as a typing notification.
    await openThread(page);
    const before = failed();
    await page.getByRole("textbox", { name: "Message as Alice" }).fill("Not lost");
    await expect.poll(failed).toBe(before + 1);
    for (const fault of [true, false]) {
      await page.getByText("The messages could not be loaded").waitFor();
      await page.getByText("400 InjectedFault").waitFor();
      expect(await page.getByText("cannot see this thread").count()).toBe(0);
      if (!fault) emulator.control.faults.clear();
      await page.getByRole("button", { name: "Try again" }).press("Enter");
      await expect.poll(failed).toBe(before + 2);
    }
    await page.getByText("Noodles at noon?").waitFor();
    const composer = page.getByRole("textbox", { name: "Message as Alice" });
    expect(await composer.inputValue()).toBe("Not lost");
    expect(await composer.evaluate((one) => one === document.activeElement)).toBe(true);
  });
});
