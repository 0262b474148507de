import { missingChromium } from "@acs-chat/chromium";
import { describe, expect, test } from "vitest";
import { openPage } from "./support/page.ts";

const NAMES = ["Ann", "Ben", "Cleo", "Dan", "Eve", "Finn", "Gus"];
const everyone = NAMES.map((name) => ({ user: name.toLowerCase(), displayName: name }));
const seed = {
  users: NAMES.map((name) => ({ name: name.toLowerCase() })),
  threads: [
    { topic: "Lunch", createdBy: "ann", participants: everyone.slice(0, 2) },
    { topic: "Dinner", createdBy: "ann", participants: everyone },
  ],
};

describe.skipIf(missingChromium())("the list of threads", () => {
  test("moves the thread with the latest message to the top without loading all threads again", async () => {
    await using fixture = await openPage({ seed });
    const { page, emulator } = fixture;
    const asked: string[] = [];
    page.on("request", (request) => {
      const { pathname } = new URL(request.url());
      if (/^\/_emulator\/(?:threads|users|health)$/.test(pathname)) asked.push(pathname);
    });
    const { token } = await emulator.createUser({ name: "ann" });
    const post = async (path: string, body: object): Promise<void> => {
      const response = await fetch(`${emulator.endpoint}${path}?api-version=2025-03-15`, {
        method: "POST",
        headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
        body: JSON.stringify(body),
      });
      expect(response.status).toBe(201);
    };
    const topics = page.locator(".thread-list .topic");
    const { threads } = emulator.control.state();
    for (const { id, topic } of [...threads, ...threads]) {
      for (const content of ["one", "two", "three"]) {
        await post(`/chat/threads/${id}/messages`, { content });
      }
      await expect.poll(() => topics.first().textContent()).toBe(topic);
    }
    // Only a new thread makes the page load the threads again.
    await post("/chat/threads", { topic: "Tea" });
    await topics.getByText("Tea").waitFor();
    expect(asked.toSorted()).toEqual([
      "/_emulator/health",
      "/_emulator/threads",
      "/_emulator/users",
    ]);
    expect(fixture.problems).toEqual([]);
  });

  test("shows the names of four participants and counts the others, and its filter finds all", async () => {
    await using fixture = await openPage({ seed });
    const { page } = fixture;
    const row = (topic: string) => page.locator(".thread-list li", { hasText: topic });
    const who = (topic: string) => row(topic).locator(".who").textContent();
    expect(await who("Lunch")).toBe("Ann, Ben");
    expect(await who("Dinner")).toBe("Ann, Ben, Cleo, Dan and 3 more");
    await page.getByRole("searchbox", { name: "Find a thread" }).fill("gus");
    await row("Lunch").waitFor({ state: "detached" });
    await row("Dinner").waitFor();
  });
});
