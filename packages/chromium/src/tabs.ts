import type { BrowserContextOptions, Page } from "playwright-core";
import { sharedChromium } from "./index.ts";

/** Tabs that the tests of a process use in turn: to open one and to fill its cache takes most of a short test. */
export interface Tabs {
  /** Returns a blank tab with a context of its own. */
  take(): Promise<Page>;
  /** Removes what a test left in a tab, so that another test can take it. */
  giveBack(page: Page): Promise<void>;
}

/** Creates tabs whose contexts have the given options. */
export function createTabs(options: BrowserContextOptions = {}): Tabs {
  const free: Page[] = [];
  return {
    async take() {
      const unused = free.pop();
      if (unused) return unused;
      const browser = await sharedChromium();
      const context = await browser.newContext(options);
      const page = await context.newPage();
      page.setDefaultTimeout(60_000);
      return page;
    },
    async giveBack(page) {
      const context = page.context();
      if (page.isClosed()) return context.close();
      for (const other of context.pages()) if (other !== page) await other.close();
      await page.unrouteAll();
      const origin = await page.evaluate(() => {
        sessionStorage.clear();
        return location.origin;
      });
      await page.goto("about:blank");
      for (const event of ["console", "dialog", "pageerror", "request"]) {
        page.removeAllListeners(event);
      }
      const session = await context.newCDPSession(page);
      await session.send("Storage.clearDataForOrigin", { origin, storageTypes: "all" });
      await session.detach();
      await page.emulateMedia({ colorScheme: null });
      free.push(page);
    },
  };
}
