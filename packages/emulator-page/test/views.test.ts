import { readFile } from "node:fs/promises";
import { missingChromium } from "@acs-chat/chromium";
import type { Snapshot } from "@acs-chat/emulator";
import { describe, expect, test } from "vitest";
import { call } from "./support/call.ts";
import { openPage, openThread } from "./support/page.ts";

describe.skipIf(missingChromium())("the page", () => {
  test("shows and filters requests as they are received, without tokens", async () => {
    await using fixture = await openPage();
    const { page } = fixture;
    await openThread(page);
    await page.getByRole("link", { name: "Requests" }).click();
    await page.getByLabel("Hide page requests").uncheck();
    await page.locator(".request", { hasText: "listChatMessages" }).first().waitFor();
    await call(fixture, "POST", "/chat/threads", { topic: "Watched", participants: [] });
    const created = page.locator(".request", { hasText: "createChatThread" });
    await created.waitFor();
    expect(await call(fixture, "GET", "/chat/threads/nowhere")).toBe(400);
    const missed = page.locator(".request", { hasText: "400" });
    await missed.waitFor();

    await page.getByRole("searchbox", { name: "Filter" }).fill("watched post");
    await expect.poll(() => page.locator(".request").count()).toBe(1);
    await page.getByRole("searchbox", { name: "Filter" }).fill("");
    await page.getByLabel("Status").selectOption("4xx");
    await expect.poll(() => page.locator(".request").count()).toBe(1);
    await page.getByLabel("Status").selectOption("Any status");
    await page.getByLabel("Hide page requests").check();
    await expect.poll(() => page.locator(".request").count()).toBe(2);

    await page.getByRole("button", { name: "Pause" }).click();
    await call(fixture, "GET", "/chat/threads");
    await page.getByRole("button", { name: "Resume" }).click();
    await page.locator(".request", { hasText: "listChatThreads" }).waitFor();

    await created.click();
    const detail = page.getByRole("complementary", { name: "Request details" });
    await detail.getByText('"topic": "Watched"').first().waitFor();
    for (const headers of await detail.locator("summary").all()) await headers.click();
    await detail.getByText("<secret>").waitFor();
    await detail.getByRole("button", { name: "Copy as curl" }).click();
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await expect.poll(copied).toContain(`curl -X POST '${fixture.emulator.endpoint}/chat/threads`);
    expect(await copied()).toContain("$ACS_TOKEN");
    await detail.getByRole("button", { name: "Copy as code" }).click();
    await expect.poll(copied).toContain("createChatThread(chat, {");
    expect(await page.content()).not.toContain("eyJ");

    await page.keyboard.press("Shift+Tab");
    await page.getByRole("button", { name: "Clear" }).click();
    await page.getByText("No requests yet").waitFor();
    expect(fixture.problems).toEqual([]);
  });

  test("selects the next request with the arrow keys", async () => {
    await using fixture = await openPage();
    const { page } = fixture;
    for (const topic of ["One", "Two"]) {
      await call(fixture, "POST", "/chat/threads", { topic, participants: [] });
    }
    await page.getByRole("link", { name: "Requests" }).click();
    const rows = page.locator(".request");
    await rows.nth(1).waitFor();
    await rows.first().focus();
    await page.keyboard.press("Enter");
    await page.locator(".request-detail", { hasText: '"topic": "Two"' }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.locator(".request-detail", { hasText: '"topic": "One"' }).waitFor();
    expect(await rows.nth(1).getAttribute("aria-pressed")).toBe("true");
  });

  test("injects faults, changes the clock and enforces rate limits", async () => {
    await using fixture = await openPage();
    const { page, emulator } = fixture;
    await page.getByRole("link", { name: "Controls" }).click();
    await page.getByLabel("Operation").selectOption("listChatThreads");
    await page.getByLabel("Status").fill("507");
    await page.getByLabel("Requests", { exact: true }).fill("2");
    await page.getByRole("button", { name: "Add fault" }).click();
    await page.getByText("listChatThreads · error, not carried out").waitFor();
    expect(await call(fixture, "GET", "/chat/threads")).toBe(507);
    await page.getByRole("button", { name: "Clear all" }).click();
    await page.getByText("listChatThreads · ").waitFor({ state: "detached" });
    expect(await call(fixture, "GET", "/chat/threads")).toBe(200);

    await page.getByRole("button", { name: "Freeze" }).click();
    await page.getByText("frozen").waitFor();
    const before = emulator.control.clock.now();
    await page.getByRole("button", { name: "+1 day" }).click();
    await expect.poll(() => emulator.control.clock.now() - before).toBe(86_400_000);
    await page.getByRole("button", { name: "Reset to real time" }).click();
    await page.getByText("running", { exact: true }).waitFor();
    expect(emulator.control.clock.frozen).toBe(false);

    await page.getByRole("switch").click();
    await expect.poll(() => emulator.control.rateLimits.enforced).toBe(true);
    await page.getByText("The limits, as published").click();
    await page.getByText("10 in 10 s per thread").first().waitFor();
    expect(fixture.problems).toEqual([]);
  });

  test("requests new tokens when the clock is moved past their expiry", async () => {
    await using fixture = await openPage();
    const { page, context, emulator } = fixture;
    await openThread(page);
    const other = await context.newPage();
    await other.goto(`${emulator.endpoint}/_emulator/#/controls`);
    await other.getByRole("button", { name: "+30 days" }).click();
    await expect.poll(() => emulator.control.clock.now() - Date.now()).toBeGreaterThan(86_400_000);
    await page.getByRole("textbox", { name: "Message as Alice" }).fill("A month later");
    await page.keyboard.press("Enter");
    await page
      .getByRole("article", { name: /^Alice/ })
      .getByText("A month later")
      .waitFor();
    // A request that was pending while the clock changed may have failed with 401.
    expect(fixture.problems.filter((one) => !one.includes("401 (Unauthorized)"))).toEqual([]);
  });

  test("creates users and valid tokens", async () => {
    await using fixture = await openPage();
    const { page, emulator } = fixture;
    await page.getByRole("link", { name: "Users" }).click();
    await page.getByText(emulator.connectionString).waitFor();
    await page.getByRole("textbox", { name: "Name of a new user" }).fill("dora");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Token for Dora" }).click();
    await page.getByLabel("chat.join", { exact: true }).check();
    await page.getByLabel("chat", { exact: true }).uncheck();
    await page.getByLabel("Lifetime (minutes)").fill("60");
    await page.getByRole("button", { name: "Create token" }).click();
    const token = await page.locator(".token code").textContent();
    const ask = async (method: string): Promise<number> => {
      const response = await fetch(`${emulator.endpoint}/chat/threads?api-version=2025-03-15`, {
        method,
        headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
        ...(method === "POST" && { body: JSON.stringify({ topic: "x" }) }),
      });
      return response.status;
    };
    expect(await ask("GET")).toBe(200);
    expect(await ask("POST")).toBe(403);
    expect(fixture.problems).toEqual([]);
  });

  test("adds a seed, downloads a snapshot, resets the state, and restores the snapshot", async () => {
    await using fixture = await openPage();
    const { page, emulator } = fixture;
    await page.getByRole("link", { name: "Data" }).click();
    await page.getByRole("button", { name: "Add to the state" }).click();
    await page.getByText("Seeded.").waitFor();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download" }).click(),
    ]);
    const path = await file.path();
    const snapshot = JSON.parse(await readFile(path, "utf8")) as Snapshot;
    expect(snapshot.state.threads.map(({ topic }) => topic)).toEqual(["Lunch", "Release 2.0"]);
    await page.getByRole("button", { name: "Reset…" }).click();
    await page.getByRole("button", { name: "Reset", exact: true }).click();
    await page.getByText("Reset.", { exact: true }).waitFor();
    expect(emulator.control.state().threads).toHaveLength(1);
    await page.getByLabel("Snapshot to restore").setInputFiles(path);
    await page.getByText("Restored").waitFor();
    expect(emulator.control.snapshot().state).toEqual(snapshot.state);
    await page.getByRole("textbox", { name: "Seed, as JSON" }).fill("{ no JSON");
    await page.getByRole("button", { name: "Add to the state" }).click();
    await page.getByText("The body is not valid JSON").waitFor();
    expect(fixture.problems.filter((one) => !one.includes("400 (Bad Request)"))).toEqual([]);
  });

  test("can be used with the keyboard only", async () => {
    await using fixture = await openPage();
    const { page } = fixture;
    await page.locator(".thread-list a").waitFor();
    await page.keyboard.press("Tab");
    expect(await page.locator(":focus").textContent()).toContain("Skip to the content");
    await page.keyboard.press("Enter");
    expect(await page.locator(":focus").getAttribute("id")).toBe("main");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.locator(".pane .state-dot.good").waitFor();
    await page.getByRole("textbox", { name: "Message as Alice" }).focus();
    await page.keyboard.type("By keys");
    await page.keyboard.press("Enter");
    await page
      .getByRole("article", { name: /^Alice/ })
      .getByText("By keys")
      .waitFor();
    await page.keyboard.press("ArrowUp");
    const editor = page.getByRole("textbox", { name: "New text of the message" });
    await editor.waitFor();
    await page.keyboard.press("Escape");
    await editor.waitFor({ state: "detached" });
    await page.keyboard.press("Control+Home");
    expect(fixture.problems).toEqual([]);
  });

  test("keeps the chosen color theme after a reload", async () => {
    await using fixture = await openPage();
    const { page } = fixture;
    const background = () =>
      page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await background();
    await page.getByRole("button", { name: "Colors: system" }).click();
    await page.getByRole("button", { name: "Colors: light" }).click();
    const dark = await background();
    expect(dark).not.toBe(light);
    await page.reload();
    await page.getByRole("button", { name: "Colors: dark" }).waitFor();
    expect(await background()).toBe(dark);
  });

  test("has a content security policy that blocks scripts from other origins", async () => {
    await using fixture = await openPage();
    const response = await fetch(`${fixture.emulator.endpoint}/_emulator/`);
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    const blocked = await fixture.page.evaluate(async () => {
      const script = document.createElement("script");
      const ran = new Promise<string>((resolve) => {
        script.addEventListener("error", () => resolve("blocked"));
        script.addEventListener("load", () => resolve("ran"));
      });
      try {
        script.src = "https://elsewhere.example/x.js";
      } catch {
        return "refused";
      }
      document.head.append(script);
      return ran;
    });
    expect(blocked).toBe("refused");
  });
});
