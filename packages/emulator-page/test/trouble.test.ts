import { afterAll, describe, expect, test } from "vitest";
import { missingBrowser } from "./support/browser.ts";
import { closeBrowser, openPage, openThread } from "./support/page.ts";

afterAll(closeBrowser);

describe.skipIf(missingBrowser())("a thread that cannot be read", () => {
  test("in part is shown without that part", async () => {
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

  test("for the moment says why, and can be tried again", async () => {
    await using fixture = await openPage();
    const { page, emulator } = fixture;
    emulator.control.faults.add({
      operations: ["listChatMessages"],
      action: "status",
      status: 400,
      times: 2,
    });
    await openThread(page);
    await page.getByRole("textbox", { name: "Message as Alice" }).fill("Not lost");
    for (const left of [1, 0]) {
      await page.getByText("The messages could not be read").waitFor();
      await page.getByText("400 InjectedFault").waitFor();
      expect(await page.getByText("cannot see this thread").count()).toBe(0);
      expect(emulator.control.faults.list()).toHaveLength(left);
      await page.getByRole("button", { name: "Try again" }).press("Enter");
    }
    await page.getByText("Noodles at noon?").waitFor();
    const composer = page.getByRole("textbox", { name: "Message as Alice" });
    expect(await composer.inputValue()).toBe("Not lost");
    expect(await composer.evaluate((one) => one === document.activeElement)).toBe(true);
  });
});
