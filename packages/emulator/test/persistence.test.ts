import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { once } from "node:events";
import { afterAll, expect, it } from "vitest";
import { startCli } from "./cli-process.ts";
import type { Json } from "./support/chat.ts";

const home = mkdtempSync(join(tmpdir(), "acs-chat-persistence-"));
afterAll(() => rmSync(home, { recursive: true }));
const location = join(home, "state");
const API = "api-version=2025-03-15";

it("keeps every acknowledged write after kill -9, and continues its numbers", async () => {
  let thread = "";
  let sent = 0;
  const acknowledged: string[] = [];
  for (let life = 0; life < 3; life++) {
    await using cli = await startCli(["--location", location], { XDG_DATA_HOME: home });
    const { http, users } = cli.ready;
    const headers = {
      authorization: `Bearer ${users[0]!.token}`,
      "content-type": "application/json",
    };
    const post = async (path: string, body: object): Promise<Json> => {
      const url = `${http}${path}?${API}`;
      const answer = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
      expect(answer.status).toBe(201);
      return answer.json();
    };
    if (life === 0) {
      const made = await post("/chat/threads", { topic: "kept" });
      thread = `/chat/threads/${encodeURIComponent(made.chatThread.id)}`;
    }
    // Everything acknowledged before the last kill is present exactly once.
    const found: string[] = [];
    let link: string | undefined = `${http}${thread}/messages?maxPageSize=200&${API}`;
    while (link !== undefined) {
      const page: Json = await (await fetch(link, { headers })).json();
      found.push(...page.value.map((one: Json) => one.id));
      link = page.nextLink;
    }
    expect(new Set(found).size).toBe(found.length);
    expect(found).toEqual(expect.arrayContaining(acknowledged));
    expect(found.length - 2).toBeGreaterThanOrEqual(acknowledged.length);
    expect(found.length - 2).toBeLessThanOrEqual(sent);

    // Send concurrently, and kill the process in the middle.
    const exit = once(cli.process, "exit");
    let alive = true;
    const sender = async (): Promise<void> => {
      while (alive) {
        sent += 1;
        try {
          acknowledged.push((await post(`${thread}/messages`, { content: `n${sent}` })).id);
        } catch (error) {
          if (alive) throw error;
        }
        if (acknowledged.length >= (life + 1) * 150 && alive) {
          alive = false;
          cli.process.kill("SIGKILL");
        }
      }
    };
    await Promise.all([sender(), sender(), sender(), sender()]);
    await exit;
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(450);
});
