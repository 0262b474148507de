import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type RunningCli, runToEnd, startCli } from "./cli-process.ts";

// The unmodified official clients, one for each API version, over https. Trusting the CA is the only
// configuration.
const CLIENTS: readonly (readonly [version: string, packageName: string, features: string])[] = [
  ["2021-03-07", "communication-chat-1-0-0", "noStatusInErrors"],
  ["2021-09-07", "communication-chat-1-3-2", "messageMetadata"],
  ["2023-11-07", "communication-chat-1-4-0", "messageMetadata"],
  ["2024-03-07", "communication-chat-1-5-4", "messageMetadata"],
  [
    "2024-06-05-preview",
    "communication-chat-1-6-0-beta-7",
    "messageMetadata,threadMetadata,images",
  ],
  ["2025-03-15", "@azure/communication-chat", "messageMetadata,threadMetadata"],
];

const home = mkdtempSync(join(tmpdir(), "acs-chat-official-"));
let emulator: RunningCli;
beforeAll(async () => {
  emulator = await startCli([], { XDG_DATA_HOME: home });
});
afterAll(async () => {
  await emulator[Symbol.asyncDispose]();
  rmSync(home, { recursive: true });
});

it.each(CLIENTS)("%s: %s runs through the whole flow", async (version, name, features) => {
  const script = fileURLToPath(new URL("clients/flow.mjs", import.meta.url));
  const { code, output, errors } = await runToEnd(process.execPath, [script, name, features], {
    CONNECTION_STRING: emulator.ready.connectionString,
    NODE_EXTRA_CA_CERTS: emulator.ready.caCertificate ?? "",
  });
  expect({ code, errors: code === 0 ? "" : errors }).toEqual({ code: 0, errors: "" });
  const { done } = JSON.parse(output) as { done: string[] };
  expect(done).toHaveLength(features.includes("images") ? 23 : 21);
  const log = await fetch(`${emulator.ready.http}/_emulator/requests?limit=1000`);
  const entries = (await log.json()) as { operation?: string; apiVersion?: string }[];
  const chat = entries.filter(({ operation }) => operation === "sendChatMessage");
  expect(chat.map(({ apiVersion }) => apiVersion)).toContain(version);
});
