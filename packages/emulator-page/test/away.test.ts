import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { missingChromium } from "@acs-chat/chromium";
import { type Emulator, startEmulator } from "@acs-chat/emulator";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPage, openThread, SEED } from "./support/page.ts";

let location: string;
beforeAll(async () => {
  location = await mkdtemp(join(tmpdir(), "emulator-page-"));
});
afterAll(async () => {
  await rm(location, { recursive: true, force: true });
});

const portOf = (emulator: Emulator): number => Number(new URL(emulator.endpoint).port);
const sayAs = async (emulator: Emulator, name: string, content: string): Promise<void> => {
  const { token } = await emulator.createUser({ name });
  const [thread] = emulator.control.state().threads;
  const path = `/chat/threads/${thread!.id}/messages?api-version=2025-03-15`;
  const response = await fetch(emulator.endpoint + path, {
    method: "POST",
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
    body: JSON.stringify({ content }),
  });
  expect(response.status).toBe(201);
};

describe.skipIf(missingChromium())("after a lost connection, the page", () => {
  test("reports that the emulator is unreachable, and reconnects after a restart", async () => {
    await using fixture = await openPage({ location });
    const { page, emulator } = fixture;
    await openThread(page);
    await page.getByText("Noodles at noon?").waitFor();
    await emulator.close();
    await page.getByRole("alert").getByText("cannot be reached").waitFor();
    await page.getByText("Reconnecting…").waitFor();
    await page.getByText("Not reachable").waitFor();

    await using again = await startEmulator({ location, port: portOf(emulator) });
    await sayAs(again, "bob", "Said before the page was back");
    await page.locator(".pane .state-dot.good").waitFor();
    await page.getByText("Said before the page was back").waitFor();
    await sayAs(again, "bob", "Said after");
    await page.getByText("Said after").waitFor();
    await page.getByRole("alert").waitFor({ state: "detached" });
    await expect.poll(() => page.getByText("Noodles at noon?").count()).toBe(1);
  });

  test("removes threads and messages that the restarted emulator does not have", async () => {
    await using fixture = await openPage();
    const { page, emulator } = fixture;
    await openThread(page);
    await emulator.close();
    await page.getByText("Not reachable").waitFor();
    await using again = await startEmulator({
      port: portOf(emulator),
      seed: { users: SEED.users },
    });
    await page.getByText("Thread not found").waitFor();
    await page.getByText("No threads yet.").waitFor();
    expect(await page.getByText("Noodles").count()).toBe(0);
    expect(again.endpoint).toBe(emulator.endpoint);
  });

  test("reconnects real time when only real-time connections were closed", async () => {
    await using fixture = await openPage();
    const { page, emulator } = fixture;
    await openThread(page);
    await page.evaluate(() => {
      const states: string[] = [];
      (globalThis as unknown as { states: string[] }).states = states;
      new MutationObserver(() => {
        const text = document.querySelector(".pane .state-dot")?.textContent;
        if (text && states.at(-1) !== text) states.push(text);
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    const other = await fixture.context.newPage();
    await other.goto(`${emulator.endpoint}/_emulator/#/controls`);
    await other.getByRole("button", { name: "Cut all connections" }).click();
    await other.getByText("1 connection cut.").waitFor();
    await page.waitForFunction(() =>
      (globalThis as unknown as { states: string[] }).states
        .join()
        .includes("Reconnecting…,Catching up…,Live"),
    );
    await sayAs(emulator, "bob", "Still here");
    await page.getByText("Still here").waitFor();
    expect(fixture.problems).toEqual([]);
  });

  test("shows a read receipt whose event was lost", async () => {
    await using fixture = await openPage();
    const { page, emulator } = fixture;
    await openThread(page);
    emulator.control.realtime.setFaults({ loseEvents: 1, announceLosses: true });
    const { token } = await emulator.createUser({ name: "bob" });
    const { threads, messages } = emulator.control.state();
    const path = `/chat/threads/${threads[0]!.id}/readReceipts?api-version=2025-03-15`;
    const response = await fetch(emulator.endpoint + path, {
      method: "POST",
      headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
      body: JSON.stringify({ chatMessageId: String(messages.at(-1)!.id) }),
    });
    expect(response.status).toBe(200);
    await page.getByText("Read by Bob").waitFor();
    expect(fixture.problems).toEqual([]);
  });
});
