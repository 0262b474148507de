import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmulator } from "@acs-chat/emulator";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { missingBrowser } from "./support/browser.ts";
import { type Built, buildPage, openSite } from "./support/site.ts";

let built: Built;
let location: string;
beforeAll(async () => {
  built = await buildPage();
  location = await mkdtemp(join(tmpdir(), "web-chat-state-"));
});
afterAll(async () => {
  await built[Symbol.asyncDispose]();
  await rm(location, { recursive: true, force: true });
});

describe.skipIf(missingBrowser())("a service that goes away", () => {
  test("is missed, and is followed again when it is back", async () => {
    await using site = await openSite(built.folder, { location });
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
