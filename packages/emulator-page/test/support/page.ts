import { sharedChromium } from "@acs-chat/chromium";
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

/** A browser tab that all tests use in turn: opening one and filling its cache would take most of a short test's time. */
interface Tab {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Collects the problems of the current test, and requests to other hosts than its emulator. */
  listener: { readonly endpoint: string; readonly problems: string[] };
}

let tab: Promise<Tab> | undefined;
/** The port of all emulators, so that the browser loads the files of the page once. */
let port = 0;

async function openTab(): Promise<Tab> {
  const browser = await sharedChromium();
  const context = await browser.newContext({
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const opened: Tab = { context, page, listener: { endpoint: "", problems: [] } };
  const report = (problem: string): void => void opened.listener.problems.push(problem);
  page.on("pageerror", (error) => report(String(error.stack ?? error)));
  page.on("dialog", (dialog) => {
    report(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("console", (message) => {
    if (message.type() === "error") report(message.text());
  });
  page.on("request", (request) => {
    const url = request.url();
    const known = url.startsWith(opened.listener.endpoint) || /^(?:blob|data|about):/.test(url);
    if (!known) report(`request to ${url}`);
  });
  return opened;
}

/** Removes everything from the tab that could affect the next test. */
async function clear({ context, page }: Tab): Promise<void> {
  for (const other of context.pages()) if (other !== page) await other.close();
  await page.unrouteAll();
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  await page.goto("about:blank");
  await page.emulateMedia({ colorScheme: null });
}

/** Opens the page of a new emulator. */
export async function openPage(
  options: Options = {},
  viewport = { width: 1280, height: 800 },
): Promise<Fixture> {
  const emulator = await startEmulator({ seed: SEED, port, ...options });
  const { endpoint } = emulator;
  port = Number(new URL(endpoint).port);
  const current = await (tab ??= openTab());
  const { context, page } = current;
  const problems: string[] = [];
  current.listener = { endpoint, problems };
  await page.setViewportSize(viewport);
  const go = async (hash: string): Promise<void> => {
    await page.goto(`${endpoint}/_emulator/#/${hash}`);
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
      await clear(current);
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
