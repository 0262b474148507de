import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, describe, expect, it } from "vitest";
import { MAIN, runToEnd, startCli } from "./cli-process.ts";
import { startWebhook } from "./support/webhook.ts";

const home = mkdtempSync(join(tmpdir(), "acs-chat-event-grid-"));
const environment = { XDG_DATA_HOME: home };
afterAll(() => rmSync(home, { recursive: true }));

describe("--event-grid", () => {
  it.each([
    [[], "aeg-event-type", "Notification"],
    [["--cloud-events"], "content-type", "application/cloudevents+json; charset=utf-8"],
  ] as const)("delivers chat events to a webhook with %j", async (flags, header, value) => {
    await using webhook = await startWebhook();
    await using cli = await startCli(["--event-grid", webhook.url, ...flags], environment);
    const { http, users } = cli.ready;
    const at = `${http}/_emulator/event-grid`;
    const read = async (): Promise<string> => (await fetch(at)).text();
    while (!(await read()).includes('"state":"active"'));
    await fetch(`${http}/chat/threads?api-version=2025-03-15`, {
      method: "POST",
      headers: { Authorization: `Bearer ${users[0]!.token}`, "Content-Type": "application/json" },
      body: '{"topic":"Lunch"}',
    });
    while (!(await read()).includes('"state":"delivered"'));
    expect(webhook.notifications[0]?.headers[header]).toBe(value);
    expect(webhook.notifications[0]?.body).toContain("ChatThreadCreated");
  });

  it("prints why a webhook gets no events, and when it gets them", async () => {
    await using webhook = await startWebhook();
    webhook.handshake = "refuse";
    await using cli = await startCli(["--event-grid", webhook.url], environment);
    const lines = createInterface(cli.process.stderr!)[Symbol.asyncIterator]();
    const next = async (): Promise<unknown> => (await lines.next()).value;
    const subject = `acs-chat-emulator: The webhook ${webhook.url} gets`;
    expect(await next()).toBe(`${subject} no events yet: status 403.`);
    webhook.handshake = "confirm";
    expect(await next()).toBe(`${subject} events now.`);
  });

  it.each([
    [["--event-grid", "nowhere"], "endpoint must be an http or https URL."],
    [["--cloud-events"], "--cloud-events needs --event-grid <url>."],
  ])("refuses %j", async (args, problem) => {
    const { code, errors } = await runToEnd(process.execPath, [MAIN, ...args], environment);
    expect([code, errors]).toEqual([2, `acs-chat-emulator: ${problem}\n`]);
  });
});
