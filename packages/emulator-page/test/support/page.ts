import { type Emulator, startEmulator } from "@acs-chat/emulator";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { startBrowser } from "./browser.ts";

type Options = NonNullable<Parameters<typeof startEmulator>[0]>;

/** Users and a thread of two to begin with. */
export const SEED = {
  users: [{ name: "alice" }, { name: "bob" }, { name: "carol" }],
  threads: [
    {
      topic: "Lunch",
      createdBy: "alice",
      participants: [
        { user: "alice", displayName: "Alice" },
        { user: "bob", displayName: "Bob" },
      ],
      messages: [{ from: "alice", content: "Noodles at noon?", senderDisplayName: "Alice" }],
    },
  ],
} as const;

/** An emulator, a browser, and the emulator's page in it. */
export interface Fixture extends AsyncDisposable {
  readonly emulator: Emulator;
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the page complained of, and what it asked of elsewhere. */
  readonly problems: string[];
  /** Goes to a view of the page. */
  go(hash: string): Promise<void>;
}

let browser: Promise<Browser> | undefined;

/** Ends the browser that the tests of a file share. */
export async function closeBrowser(): Promise<void> {
  const started = browser;
  browser = undefined;
  await (await started)?.close();
}

/** Opens the page of a new emulator. */
export async function openPage(
  options: Options = {},
  viewport = { width: 1280, height: 800 },
): Promise<Fixture> {
  const emulator = await startEmulator({ seed: SEED, ...options });
  browser ??= startBrowser();
  const context = await (
    await browser
  ).newContext({ viewport, permissions: ["clipboard-read", "clipboard-write"] });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(String(error.stack ?? error)));
  page.on("dialog", (dialog) => {
    problems.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  page.on("request", (request) => {
    if (!/^(?:blob|data):/.test(request.url()) && !request.url().startsWith(emulator.endpoint)) {
      problems.push(`request to ${request.url()}`);
    }
  });
  const go = async (hash: string): Promise<void> => {
    await page.goto(`${emulator.endpoint}/_emulator/#/${hash}`);
    await page.locator(".rail .state-dot.good").waitFor();
  };
  await go("chats");
  return {
    emulator,
    context,
    page,
    problems,
    go,
    async [Symbol.asyncDispose]() {
      await context.close();
      await emulator.close();
    },
  };
}

/** Opens the seeded thread. */
export async function openThread(page: Page, topic = "Lunch"): Promise<void> {
  await page.locator(".thread-list a", { hasText: topic }).click();
  await page.locator(".pane .state-dot.good").first().waitFor();
}

/** Opens the seeded thread with both users side by side. */
export async function openSideBySide(page: Page): Promise<void> {
  await openThread(page);
  await page.getByRole("button", { name: "Side by side" }).click();
  await page.locator(".pane:nth-child(2) .state-dot.good").waitFor();
}
