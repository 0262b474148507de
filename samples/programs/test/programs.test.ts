import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmulator } from "@acs-chat/emulator";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/** What each program says. */
const SAID: Readonly<Record<string, readonly string[]>> = {
  "credentials.ts": ["a new token", "two calls, one token"],
  "idempotency.ts": ["one thread: true", "messages: 1"],
  "logging-and-tracing.ts": [
    "logged requests: true",
    "token in the log: false",
    "ChatClient-CreateChatThread, ChatThreadClient-SendMessage",
  ],
  "messages.ts": ["Ada: Noodles at one? (edited: true)", "(deleted)", "<b>Gladly</b>, but at one"],
  "paging.ts": ["Message 5, Message 4", "Message 3, Message 2", "Message 1"],
  "partial-failures.ts": [
    "not added: the stranger (403)",
    "as an error: RestError",
    "trying again",
    "there it is: Lunch",
    "not tried again: 404 NotFound",
  ],
  "participants.ts": ["Ada, Mary"],
  "realtime.ts": [
    "real time is connecting",
    "real time is connected",
    "new: Noodles at noon?",
    "edited: Noodles at one?",
    "real time is stopped",
  ],
  "receipts.ts": ["Grace has read the message: true"],
  "threads.ts": ["Late lunch, room 14", "threads: Late lunch", "threads left: 0"],
  "typing.ts": ["told: true", "told again: false", "Ada is typing"],
};

/** Files that are no programs of their own, and the bot, which does not end by itself. */
const PARTS: ReadonlySet<string> = new Set(["bot.ts", "lunch.ts", "service.ts"]);

const folder = new URL("../src/", import.meta.url);

/** Runs a program to its end; what it prints on standard error must be nothing. */
async function run(name: string, environment: NodeJS.ProcessEnv = {}): Promise<string[]> {
  const env: NodeJS.ProcessEnv = { ...process.env, ...environment };
  if (environment["ACS_CONNECTION_STRING"] === undefined) delete env["ACS_CONNECTION_STRING"];
  const child = spawn(process.execPath, [name], { cwd: folder, env });
  let out = "";
  let problems = "";
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (problems += chunk.toString()));
  const code = await new Promise((resolve) => child.on("close", resolve));
  expect({ name, code, problems }).toEqual({ name, code: 0, problems: "" });
  return out.trimEnd().split("\n");
}

test("every program is run", () => {
  const programs = readdirSync(folder).filter((name) => !PARTS.has(name));
  expect(programs.toSorted()).toEqual(Object.keys(SAID));
});

describe("on an emulator of its own", () => {
  test.each(Object.entries(SAID))("%s says what it is to say", async (name, lines) => {
    expect(await run(name)).toEqual(lines);
  });
});

describe("on the service of ACS_CONNECTION_STRING", () => {
  let certificates: string;
  beforeAll(async () => {
    certificates = await mkdtemp(join(tmpdir(), "samples-"));
  });
  afterAll(() => rm(certificates, { recursive: true, force: true }));

  test("or of ACS_ENDPOINT with a token, as its one user", async () => {
    await using emulator = await startEmulator();
    const { token, id } = await emulator.createUser();
    const environment = { ACS_ENDPOINT: emulator.endpoint, ACS_TOKEN: token };
    expect(await run("idempotency.ts", environment)).toEqual(SAID["idempotency.ts"]);
    const [entry] = emulator.control.requests.list({ operation: "sendChatMessage" });
    expect(entry?.userId).toBe(id);
  });

  test("programs say the same, and leave no users behind", async () => {
    await using emulator = await startEmulator({
      https: { certificateFolder: certificates },
      seed: {},
    });
    const environment = {
      ACS_CONNECTION_STRING: emulator.connectionString,
      NODE_EXTRA_CA_CERTS: emulator.caCertificate,
    };
    for (const name of ["threads.ts", "realtime.ts", "credentials.ts"]) {
      expect(await run(name, environment)).toEqual(SAID[name]);
    }
    expect(emulator.control.requests.list({ operation: "identity.create" }).length).toBe(5);
    expect(emulator.control.state().identities).toEqual([]);
  });
});
