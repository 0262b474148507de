import type { Emulator } from "@acs-chat/emulator";
import type { Page } from "playwright-core";
import type { Scene } from "./scene.ts";

/** A picture of the emulator's page. */
export interface Picture {
  /** The file name without its extension. */
  readonly name: string;
  readonly colorScheme?: "light" | "dark";
  /** The URL hash of the view. */
  readonly hash: (scene: Scene) => string;
  /** Prepares the view. */
  readonly prepare?: (page: Page, emulator: Emulator) => Promise<void>;
}

const sideBySide = ({ threadId, idOf }: Scene): string => {
  const users = new URLSearchParams([
    ["as", idOf("ada")],
    ["as", idOf("grace")],
  ]);
  return `chats/${encodeURIComponent(threadId)}?${users.toString()}`;
};

/** Waits until both conversations are loaded and Ada is typing. */
async function whileTyping(page: Page): Promise<void> {
  await page.locator(".pane .state-dot.good").nth(1).waitFor();
  await page.getByText("Then we are done.").nth(1).waitFor();
  await page.getByRole("textbox", { name: "Message as Ada" }).fill("Perfect, thank you");
  await page.getByText("Ada is typing").waitFor();
  await page.locator(".readers").nth(1).waitFor();
}

export const PICTURES: readonly Picture[] = [
  { name: "conversation", hash: sideBySide, prepare: whileTyping },
  { name: "conversation-dark", colorScheme: "dark", hash: sideBySide, prepare: whileTyping },
  {
    name: "requests",
    hash: () => "requests",
    async prepare(page) {
      await page.getByLabel("Hide page requests").check();
      await page.locator(".request", { hasText: "sendChatMessage" }).first().click();
      await page.getByRole("heading", { name: "Response" }).waitFor();
    },
  },
  { name: "users", hash: () => "users" },
  {
    name: "controls",
    hash: () => "controls",
    async prepare(page) {
      await page.getByRole("button", { name: "Add fault" }).click();
      await page.getByRole("button", { name: "Clear all" }).waitFor();
      await page.getByText("Fault added.").waitFor({ state: "detached" });
      await page.getByRole("button", { name: "Clear all" }).hover();
    },
  },
  { name: "data", hash: () => "data" },
];
