import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { missingChromium } from "@acs-chat/chromium";
import { startEmulator } from "@acs-chat/emulator";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openSite } from "./support/site.ts";

const built = inject("built");
let location: string;
beforeAll(async () => {
  location = await mkdtemp(join(tmpdir(), "web-chat-state-"));
});
afterAll(async () => {
  await rm(location, { recursive: true, force: true });
});

describe.skipIf(missingChromium())("after the service was unreachable, the page", () => {
  test("reconnects and shows the messages that were sent in the meantime", async () => {
    await using site = await openSite(built, { location });
    const { page, problems } = await site.enter("Ada");
    await site.say("Said before");
    await page.getByText("Said before").waitFor();
    await site.emulator.close();
    await page.getByText("The connection is lost. Reconnecting…").waitFor();

    const port = Number(new URL(site.emulator.endpoint).port);
    site.use(await startEmulator({ location, port }));
    await site.say("Said while nobody listened");
    await page.getByText("Live", { exact: true }).waitFor();
    await page.getByText("Said while nobody listened").waitFor();
    await site.say("Said after");
    await page.getByText("Said after").waitFor();
    await page.getByRole("textbox", { name: "Message" }).fill("Here again");
    await page.keyboard.press("Enter");
    await page.locator(".own .text", { hasText: "Here again" }).waitFor();
    expect(await page.getByText("Said before").count()).toBe(1);
    expect(problems).toEqual([]);
  });
});
