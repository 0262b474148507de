import { missingChromium } from "@acs-chat/chromium";
import { ChatClient } from "@acs-chat/client";
import { AzureCommunicationTokenCredential } from "@azure/communication-common";
import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { openPage, openSideBySide, openThread, SEED } from "./support/page.ts";

const side = (page: Page, name: string): Locator =>
  page.getByRole("region", { name: `Conversation as ${name}` });
const composer = (page: Page, name: string): Locator =>
  page.getByRole("textbox", { name: `Message as ${name}` });

/** A red square, 16 by 16. */
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAIAAACQkWg2AAAAFUlEQVR4nGP8z0AaYCJR/aiGUQ1DSAMAQC4BH2bjRnMAAAAASUVORK5CYII=",
  "base64",
);

describe.skipIf(missingChromium())("the page", () => {
  test("shows two users side by side what the other sends, reads, edits and deletes", async () => {
    await using fixture = await openPage();
    const { page } = fixture;
    await openSideBySide(page);
    await composer(page, "Alice").fill("Shall we?");
    await side(page, "Bob").getByText("Alice is typing").waitFor();
    await composer(page, "Alice").press("Enter");
    await side(page, "Bob").getByText("Shall we?", { exact: true }).waitFor();
    await expect
      .poll(() => side(page, "Alice").getByText("Shall we?", { exact: true }).count())
      .toBe(1);
    await side(page, "Alice").getByText("Read by Bob").waitFor();
    await expect.poll(() => side(page, "Bob").getByText("is typing").count()).toBe(0);

    await composer(page, "Alice").press("ArrowUp");
    const editor = page.getByRole("textbox", { name: "New text of the message" });
    await editor.fill("Shall we go?");
    await editor.press("Enter");
    const edited = side(page, "Bob").getByText("Shall we go?", { exact: true });
    await edited.waitFor();
    await side(page, "Bob").getByText("edited").waitFor();

    await side(page, "Alice").getByRole("article").last().hover();
    await side(page, "Alice").getByRole("button", { name: "Delete message" }).last().click();
    await side(page, "Bob").getByText("Message deleted").waitFor();
    expect(await edited.count()).toBe(0);
    expect(fixture.problems).toEqual([]);
  });

  test("shows system messages, and adds and removes participants", async () => {
    await using fixture = await openPage();
    const { page } = fixture;
    await openThread(page);
    await page.getByText("Alice added Alice, Bob").waitFor();
    await page.getByRole("button", { name: "Change the topic" }).click();
    await page.getByRole("textbox", { name: "Topic" }).fill("Dinner");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Alice set the topic to Dinner").waitFor();
    await page.locator(".thread-list a", { hasText: "Dinner" }).waitFor();
    await page.getByRole("button", { name: "2 participants" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Add", exact: true }).click();
    await page.getByText("Alice added Carol").waitFor();
    await page.getByRole("button", { name: "Remove Bob" }).click();
    await page.getByText("Alice removed Bob").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "2 participants" }).waitFor();
    expect(fixture.problems).toEqual([]);
  });

  test("sends images, and renders HTML messages as HTML", async () => {
    await using fixture = await openPage();
    const { page } = fixture;
    await openSideBySide(page);
    await side(page, "Alice")
      .locator("input[type=file]")
      .setInputFiles({ name: "red.png", mimeType: "image/png", buffer: PNG });
    await composer(page, "Alice").fill("Look");
    await composer(page, "Alice").press("Enter");
    const image = side(page, "Bob").getByRole("img", { name: "red.png" });
    await image.waitFor();
    expect(await image.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(16);

    await side(page, "Bob").getByRole("button", { name: "HTML" }).click();
    await composer(page, "Bob").fill("<em>Nice</em>");
    await composer(page, "Bob").press("Enter");
    await side(page, "Alice").locator("em", { hasText: "Nice" }).waitFor();
    expect(fixture.problems).toEqual([]);
  });

  test("shows an error if a message cannot be sent, and sends it when retried", async () => {
    await using fixture = await openPage();
    const { page, emulator } = fixture;
    await openThread(page);
    emulator.control.faults.add({ operations: ["sendChatMessage"], action: "status", status: 400 });
    await composer(page, "Alice").fill("Hello?");
    await composer(page, "Alice").press("Enter");
    await page.getByText("Not sent. 400 InjectedFault").waitFor();
    await page.getByRole("button", { name: "Try again" }).click();
    await page
      .getByRole("article", { name: /^Alice/ })
      .getByText("Hello?")
      .waitFor();
    expect(await page.getByText("Not sent").count()).toBe(0);
  });

  test("creates and deletes a thread", async () => {
    await using fixture = await openPage({ seed: { users: SEED.users } });
    const { page, emulator } = fixture;
    await page.getByText("No threads yet.").waitFor();
    await page.getByRole("button", { name: "New thread" }).first().click();
    await page.getByRole("textbox", { name: "Topic" }).fill("Tea");
    await page.getByRole("textbox", { name: "Name of another user" }).fill("dora");
    await page.getByRole("button", { name: "Add user" }).click();
    await page.getByRole("checkbox", { name: "Dora" }).and(page.locator(":checked")).waitFor();
    await page.getByRole("button", { name: "Create thread" }).click();
    await page.getByRole("heading", { name: "Tea" }).waitFor();
    await page.getByRole("button", { name: "3 participants" }).waitFor();
    await page.getByRole("button", { name: "Delete the thread" }).click();
    await page.getByRole("button", { name: "Delete", exact: true }).click();
    await page.getByText("No threads yet.").waitFor();
    expect(emulator.control.state().threads.every((one) => one.deletedOn !== undefined)).toBe(true);
    expect(fixture.problems).toEqual([]);
  });

  test("shows messages and threads that other clients create", async () => {
    await using fixture = await openPage();
    const { page, emulator } = fixture;
    await openThread(page);
    const { token } = await emulator.createUser({ name: "bob" });
    const client = new ChatClient(emulator.endpoint, new AzureCommunicationTokenCredential(token), {
      validateResponses: true,
    });
    const [seeded] = emulator.control.state().threads;
    await client
      .getChatThreadClient(seeded!.id)
      .sendMessage({ content: "From elsewhere" }, { senderDisplayName: "Bob" });
    await page.getByText("From elsewhere").waitFor();
    await client.createChatThread({ topic: "Elsewhere" });
    await page.locator(".thread-list a", { hasText: "Elsewhere" }).waitFor();
    expect(fixture.problems).toEqual([]);
  });

  test("explains why a user cannot see a thread", async () => {
    await using fixture = await openPage();
    const { page } = fixture;
    await openThread(page);
    await page.getByLabel("View the thread as").selectOption({ label: "Carol" });
    await page.getByText("Carol cannot see this thread").waitFor();
    await page.getByText("403 Forbidden").waitFor();
    expect(await page.locator(".virtual").count()).toBe(0);
  });
});
