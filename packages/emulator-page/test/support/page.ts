import { createTabs } from "@acs-chat/chromium/tabs";
import { type Emulator, startEmulator } from "@acs-chat/emulator";
import type { BrowserContext, Page } from "playwright-core";

type Options = NonNullable<Parameters<typeof startEmulator>[0]>;

/** Three users, and a thread with two of them. */
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

/** An emulator, and its page in a browser. */
export interface Fixture extends AsyncDisposable {
  readonly emulator: Emulator;
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors on the page, and requests to other hosts. */
  readonly problems: string[];
  /** Navigates to a view of the page. */
  go(hash: string): Promise<void>;
}

const tabs = createTabs({ permissions: ["clipboard-read", "clipboard-write"] });
/** The port of all emulators, so that the browser loads the files of the page once. */
let port = 0;

/** Collects errors on a page, and requests to other hosts than its emulator. */
function watch(page: Page, endpoint: string): string[] {
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
    const url = request.url();
    if (!url.startsWith(endpoint) && !/^(?:blob|data|about):/.test(url)) {
      problems.push(`request to ${url}`);
    }
  });
  return problems;
}

/** Opens the page of a new emulator. */
export async function openPage(
  options: Options = {},
  viewport = { width: 1280, height: 800 },
): Promise<Fixture> {
  const emulator = await startEmulator({ seed: SEED, port, ...options });
  const { endpoint } = emulator;
  port = Number(new URL(endpoint).port);
  const page = await tabs.take();
  const problems = watch(page, endpoint);
  await page.setViewportSize(viewport);
  const go = async (hash: string): Promise<void> => {
    await page.goto(`${endpoint}/_emulator/#/${hash}`);
    await page.locator(".rail .state-dot.good").waitFor();
  };
  await go("chats");
  return {
    emulator,
    context: page.context(),
    page,
    problems,
    go,
    async [Symbol.asyncDispose]() {
      await tabs.giveBack(page);
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
