import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Emulator, startEmulator } from "../../src/index.ts";
import { bundle } from "./support/site.ts";
import { type CommunicationIdentifierKind, getIdentifierRawId } from "@azure/communication-common";
import { type Heard, expectedStory, liveThroughIt, makePeople, STORY } from "./support/story.ts";

const folder = mkdtempSync(join(tmpdir(), "acs-chat-realtime-"));
const program = join(folder, "official-node.mjs");
let emulator: Emulator;
beforeAll(async () => {
  writeFileSync(program, await bundle("official-node.ts"));
  emulator = await startEmulator({ https: { certificateFolder: join(folder, "certificates") } });
});
afterAll(async () => {
  await emulator.close();
  rmSync(folder, { recursive: true });
});

/** Runs the unmodified official client in Node until it has received the number of events; returns them. */
async function hear<T>(token: string, count: number, act: () => Promise<T>) {
  const child = spawn(process.execPath, [program, emulator.httpsEndpoint!, token, String(count)], {
    env: { ...process.env, NODE_EXTRA_CA_CERTS: emulator.caCertificate! },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  try {
    expect((await lines.next()).value).toBe("ready");
    const result = await act();
    const { value } = await lines.next();
    return { result, heard: JSON.parse(value as string) as Heard[] };
  } finally {
    child.kill();
  }
}

it("delivers all ten events to the unmodified official client in Node, with a browser shim", async () => {
  const people = await makePeople(emulator);
  const { heard, result: ids } = await hear(people.alice.token, STORY.length, () =>
    liveThroughIt(emulator, people),
  );
  expect(heard).toEqual(expectedStory(people, ids));
});

/** How the official client represents each kind in events. It knows fewer kinds there than in REST. */
const KINDS = [
  ["microsoftTeamsUser", "microsoftTeamsUser"],
  ["phoneNumber", "phoneNumber"],
  ["teamsExtensionUser", "communicationUser"],
  ["microsoftTeamsApp", "unknown"],
  ["bot", "unknown"],
] as const;

it.each(KINDS)("delivers a %s to the official client as %s", async (kind, heardAs) => {
  const [alice, other] = [await emulator.createUser(), await emulator.createUser({ kind })];
  const { chat, seed } = emulator.control;
  const { threads } = await seed({ threads: [{ topic: "Interop", createdBy: alice.id }] });
  const thread = threads[0]!.id;
  const { heard } = await hear(alice.token, 5, async () => {
    chat.addParticipant(thread, { user: other.id });
    const { id } = await chat.sendMessage(thread, { from: other.id, content: "Hello" });
    chat.sendTypingNotification(thread, { from: other.id });
    chat.sendReadReceipt(thread, { from: other.id, messageId: id });
    chat.removeParticipant(thread, other.id);
  });
  const named = heard.map(({ type, event }) => {
    const people = event[type] as { id: CommunicationIdentifierKind }[] | undefined;
    return people?.[0]?.id ?? (event["sender"] as CommunicationIdentifierKind);
  });
  expect(named.map((one) => one.kind)).toEqual(Array.from({ length: 5 }, () => heardAs));
  expect(named.map(getIdentifierRawId)).toEqual(Array.from({ length: 5 }, () => other.id));
});
