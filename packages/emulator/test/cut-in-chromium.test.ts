import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startEmulator } from "../src/index.ts";
import { launchChromium, noChromium } from "./realtime/support/chromium.ts";

describe.skipIf(noChromium)("a cut connection in Chromium", () => {
  const folder = mkdtempSync(join(tmpdir(), "acs-chat-cut-"));
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  it.each([["http"], ["https"]])(
    "is reported to the app over %s, which has sent one request",
    async (scheme) => {
      await using emulator = await startEmulator({ https: { certificateFolder: folder } });
      const { token } = await emulator.createUser();
      const page = await browser.newPage();
      const endpoint = scheme === "https" ? emulator.httpsEndpoint : emulator.endpoint;
      // The request reuses the connection that loaded the page.
      await page.goto(`${endpoint}/_emulator/health`);
      emulator.control.faults.add({ operations: ["createChatThread"], action: "commitThenDrop" });
      const outcome = await page.evaluate(async (bearer) => {
        const headers = { Authorization: `Bearer ${bearer}`, "Content-Type": "application/json" };
        const init = { method: "POST", headers, body: '{"topic":"Once"}' };
        return fetch("/chat/threads?api-version=2025-03-15", init).then(
          ({ status }) => String(status),
          (error) => String(error),
        );
      }, token);
      expect(outcome).toBe("TypeError: Failed to fetch");
      expect(emulator.control.state().threads).toHaveLength(1);
      expect(emulator.control.requests.list({ operation: "createChatThread" })).toHaveLength(1);
      await page.close();
    },
  );
});
