import { describe, expect, it, vi } from "vitest";
import { startEmulator } from "../emulator/start.ts";
import type { Emulator } from "../emulator/emulator.ts";

const ask = (emulator: Emulator, method: string, path: string, body?: object): Promise<Response> =>
  emulator.fetch(
    new Request(`https://localhost/_emulator${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    }),
  );

const SEED = {
  users: [{ name: "alice" }, { name: "bob" }],
  threads: [
    { topic: "Lunch", createdBy: "alice", participants: ["alice", "bob"] },
    { topic: "Dinner", createdBy: "bob", participants: [{ user: "bob", displayName: "Bob" }] },
  ],
};

it("lists threads and their participants, without deleted threads", async () => {
  await using emulator = await startEmulator({ listen: false, seed: SEED });
  const list = async () =>
    (await (await ask(emulator, "GET", "/threads")).json()) as {
      id: string;
      topic: string;
      participants: { userId: string; displayName?: string }[];
    }[];
  const before = await list();
  expect(before.map(({ topic }) => topic).toSorted()).toEqual(["Dinner", "Lunch"]);
  const dinner = before.find(({ topic }) => topic === "Dinner");
  expect(dinner?.participants.map(({ displayName }) => displayName)).toEqual(["Bob"]);
  const { token } = await emulator.createUser({ name: "bob" });
  const url = `https://localhost/chat/threads/${dinner?.id}?api-version=2025-03-15`;
  await emulator.fetch(
    new Request(url, { method: "DELETE", headers: { Authorization: `Bearer ${token}` } }),
  );
  expect((await list()).map(({ topic }) => topic)).toEqual(["Lunch"]);
});

it("lists users and threads without reading messages", async () => {
  await using emulator = await startEmulator({ listen: false, seed: SEED });
  const dump = vi.spyOn(emulator.engine.store, "dump");
  const list = vi.spyOn(emulator.engine.store, "listMessages");
  for (const path of ["/health", "/users", "/threads"]) {
    expect((await ask(emulator, "GET", path)).status).toBe(200);
  }
  expect([...dump.mock.calls, ...list.mock.calls]).toEqual([]);
});

it("streams domain events and changes made through the control API", async () => {
  await using emulator = await startEmulator({ listen: false, seed: SEED });
  const { body } = await ask(emulator, "GET", "/events");
  const reader = body!.pipeThrough(new TextDecoderStream()).getReader();
  let heard = "";
  const until = async (text: string): Promise<void> => {
    while (!heard.includes(text)) {
      const { value, done } = await reader.read();
      if (done) throw new Error(`The stream ended after ${heard}`);
      heard += value;
    }
  };
  await until("event: hello");
  await emulator.control.seed({ threads: [{ topic: "Tea", createdBy: aliceOf(emulator) }] });
  await until('"type":"chatThreadCreated"');
  emulator.control.clock.freeze(Date.UTC(2030, 0));
  const messages = [{ from: aliceOf(emulator), content: "Now" }];
  await emulator.control.seed({
    threads: [{ topic: "Cake", createdBy: aliceOf(emulator), messages }],
  });
  await until(`"lastMessageOn":${Date.UTC(2030, 0)}`);
  await ask(emulator, "POST", "/clock", { freeze: true });
  await until('{"path":"/_emulator/clock"}');
  await reader.cancel();
  expect(heard.split("event: hello")).toHaveLength(2);
});

const aliceOf = (emulator: Emulator): string =>
  emulator.engine.store.dump().identities.find(({ name }) => name === "alice")!.id;

it("enforces rate limits when requested, until a reset", async () => {
  await using emulator = await startEmulator({ listen: false });
  const { token } = await emulator.createUser();
  const create = async (): Promise<number> => {
    const request = new Request("https://localhost/chat/threads?api-version=2025-03-15", {
      method: "POST",
      headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
      body: JSON.stringify({ topic: "x", participants: [] }),
    });
    return (await emulator.fetch(request)).status;
  };
  const statuses = async (): Promise<number[]> => {
    const all = [];
    for (let count = 0; count < 11; count += 1) all.push(await create());
    return all;
  };
  expect(await statuses()).not.toContain(429);
  const wish = await ask(emulator, "PUT", "/rate-limits", { enforced: true });
  expect(await wish.json()).toMatchObject({ enforced: true, readOn: expect.any(String) });
  expect((await statuses()).at(-1)).toBe(429);
  expect((await ask(emulator, "PUT", "/rate-limits", { enforced: "yes" })).status).toBe(400);
  await ask(emulator, "POST", "/reset");
  expect(await (await ask(emulator, "GET", "/rate-limits")).json()).toMatchObject({
    enforced: false,
  });
});

it("serves the page for loopback host names only, and reports missing files", async () => {
  await using emulator = await startEmulator({ listen: false });
  const page = (host: string, path = "/"): Promise<Response> =>
    emulator.fetch(new Request(`http://${host}/_emulator${path}`));
  expect((await page("localhost", "")).headers.get("location")).toBe("/_emulator/");
  expect((await page("evil.example")).status).toBe(403);
  for (const name of ["nothing.js", "..%2F..%2Fpackage.json", "%2e%2e/index.js"]) {
    expect((await page("localhost", `/page/${name}`)).status).toBe(404);
  }
  await using open = await startEmulator({ listen: false, unsafeHost: true });
  const elsewhere = new Request("http://evil.example/_emulator/");
  expect((await open.fetch(elsewhere)).status).toBe(403);
});

const open = (emulator: Emulator, url: string, accept: string): Promise<Response> =>
  emulator.fetch(new Request(url, { headers: { Accept: accept }, redirect: "manual" }));

describe("the emulator's root URL", () => {
  const HTML = "text/html,application/xhtml+xml,*/*;q=0.8";

  it("redirects browsers to the page", async () => {
    await using emulator = await startEmulator({ listen: false });
    const led = await open(emulator, "http://127.0.0.1:8940/?from=somewhere", HTML);
    expect([led.status, led.headers.get("location")]).toEqual([302, "/_emulator/"]);
    const page = await open(emulator, "http://127.0.0.1:8940/_emulator/", HTML);
    expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(emulator.control.requests.list()).toEqual([]);
  });

  it("responds to clients, other paths and other hosts as the service does", async () => {
    await using emulator = await startEmulator({ listen: false, unsafeHost: true });
    expect(await (await open(emulator, "http://localhost/", "*/*")).text()).toBe("Trouter");
    for (const url of ["http://localhost/chat", "http://10.0.0.7/", "http://evil.example/"]) {
      expect((await open(emulator, url, HTML)).status).toBe(404);
    }
    const post = new Request("http://localhost/", { method: "POST", headers: { Accept: HTML } });
    expect((await emulator.fetch(post)).status).toBe(404);
  });
});
