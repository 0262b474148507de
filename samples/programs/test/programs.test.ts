import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startEmulator } from "@acs-chat/emulator";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";

/** The expected output of each program. */
const OUTPUT: Readonly<Record<string, readonly string[]>> = {
  "credentials.ts": ["a new token", "two requests, one token"],
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
    "retrying",
    "topic: Lunch",
    "not retried: 404 NotFound",
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
  "typing.ts": ["sent: true", "sent again: false", "Ada is typing"],
};

/** Modules that are not programs, and the bot, which runs until it is stopped. */
const PARTS: ReadonlySet<string> = new Set(["bot.ts", "lunch.ts", "service.ts", "terminal.ts"]);

/** A token with an invalid signature. */
const TOKEN = `e30.${Buffer.from('{"skypeid":"acs:a_b","exp":4000000000}').toString("base64url")}.x`;

const folder = new URL("../src/", import.meta.url);

/** The environment variables that the programs read. */
const VARIABLES = ["ACS_CONNECTION_STRING", "ACS_ENDPOINT", "ACS_TOKEN"] as const;
type Environment = Readonly<Partial<Record<(typeof VARIABLES)[number], string>>>;

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly problems: string;
}

/**
 * Runs a program until it exits, without the environment variables that it reads. The log level "warning" makes a
 * response that does not match the specification appear on stderr.
 */
async function end(
  name: string,
  environment: NodeJS.ProcessEnv = {},
  ...args: readonly string[]
): Promise<Ended> {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    AZURE_LOG_LEVEL: "warning",
    ...environment,
  };
  for (const variable of VARIABLES) {
    if (environment[variable] === undefined) delete env[variable];
  }
  const child = spawn(process.execPath, [name, ...args], { cwd: folder, env });
  let out = "";
  let problems = "";
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (problems += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { code, out, problems };
}

/** Runs a program until it exits, and asserts that it prints nothing to stderr. Returns its lines on stdout. */
async function run(name: string, environment: NodeJS.ProcessEnv = {}): Promise<string[]> {
  const { code, out, problems } = await end(name, environment);
  expect({ name, code, problems }).toEqual({ name, code: 0, problems: "" });
  return out.trimEnd().split("\n");
}

let runsHere = 0;

/**
 * Runs a program in this process, which takes a tenth of the time of a new process. Returns the lines that it
 * prints, and its error; if it exits, an error with the exit code.
 */
async function runHere(
  name: string,
  environment: Environment,
  ...args: readonly string[]
): Promise<{ readonly lines: readonly string[]; readonly error: unknown }> {
  const file = fileURLToPath(new URL(name, folder));
  const { argv } = process;
  const listeners = process.listeners("uncaughtException");
  const lines: string[] = [];
  for (const variable of VARIABLES) vi.stubEnv(variable, environment[variable]);
  vi.spyOn(console, "log").mockImplementation((line: string) => void lines.push(line));
  vi.spyOn(process, "exit").mockImplementation((code) => {
    throw new Error(`exited with ${code}`);
  });
  process.argv = [process.execPath, file, ...args];
  // A new query makes the program's module run again.
  const error: unknown = await import(`${file}?run=${(runsHere += 1)}`).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  process.argv = argv;
  for (const listener of process.listeners("uncaughtException")) {
    if (!listeners.includes(listener)) process.off("uncaughtException", listener);
  }
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  return { lines, error };
}

test("the expected outputs cover every program", () => {
  const programs = readdirSync(folder).filter((name) => !PARTS.has(name));
  expect(programs.toSorted()).toEqual(Object.keys(OUTPUT));
});

describe("on a new emulator", () => {
  test.each(Object.entries(OUTPUT))("prints the expected output: %s", async (name, lines) => {
    expect(await run(name)).toEqual(lines);
  });
});

describe("on a configured service", () => {
  let certificates: string;
  beforeAll(async () => {
    certificates = await mkdtemp(join(tmpdir(), "samples-"));
  });
  afterAll(() => rm(certificates, { recursive: true, force: true }));

  test("runs every program as the users of ACS_TOKEN", async () => {
    for (const [name, lines] of Object.entries(OUTPUT)) {
      await using emulator = await startEmulator();
      const users = [];
      for (let count = 0; count < 3; count += 1) users.push(await emulator.createUser());
      const ACS_TOKEN = users.map(({ token }) => token).join(" ");
      const environment = { ACS_ENDPOINT: emulator.endpoint, ACS_TOKEN };
      expect(await runHere(name, environment)).toEqual({ lines, error: undefined });
      const callers = emulator.control.requests.list().flatMap(({ userId }) => userId ?? []);
      expect(users.map(({ id }) => id)).toEqual(expect.arrayContaining(callers));
    }
  });

  test("prints the same output with ACS_CONNECTION_STRING, and deletes the created users", async () => {
    await using emulator = await startEmulator({
      https: { certificateFolder: certificates },
      seed: {},
    });
    const environment = {
      ACS_CONNECTION_STRING: emulator.connectionString,
      NODE_EXTRA_CA_CERTS: emulator.caCertificate,
    };
    for (const name of ["threads.ts", "realtime.ts", "credentials.ts"]) {
      expect(await run(name, environment)).toEqual(OUTPUT[name]);
    }
    expect(emulator.control.requests.list({ operation: "identity.create" }).length).toBe(5);
    expect(emulator.control.state().identities).toEqual([]);
  });
});

function expectHelp(name: string, out: string): void {
  expect(out).toMatch(new RegExp(`^Usage: node src/${name}\n\n[A-Z]`));
  for (const part of ["Examples", "Exit codes", "ACS_CONNECTION_STRING"]) {
    expect(out).toContain(part);
  }
}

describe("in a terminal", () => {
  test.each(Object.keys(OUTPUT))("prints help: %s", async (name) => {
    const { lines, error } = await runHere(name, {}, "--help");
    expect(error).toEqual(new Error("exited with 0"));
    expectHelp(name, lines.join("\n"));
  });

  test("prints help: bot.ts, which does nothing when it is imported", async () => {
    const { code, out, problems } = await end("bot.ts", {}, "--help");
    expect({ code, problems }).toEqual({ code: 0, problems: "" });
    expectHelp("bot.ts", out);
  });

  test("prints invalid arguments and unreachable endpoints in one line that says what to correct", async () => {
    const url = "https://127.0.0.1:9";
    for (const [name, environment, args, code, text] of [
      ["threads.ts", {}, ["--wrong"], 2, "unknown argument --wrong; see --help"],
      [
        "threads.ts",
        { ACS_CONNECTION_STRING: `endpoint=${url};accesskey=a2V5` },
        [],
        1,
        "Check that the endpoint is correct and reachable.",
      ],
    ] as const) {
      const ended = await end(name, environment, ...args);
      expect(ended).toMatchObject({ code, out: "" });
      expect(ended.problems).toMatch(new RegExp(`^${name}: `));
      expect(ended.problems).toContain(text);
      expect(ended.problems.trimEnd().split("\n")).toHaveLength(1);
    }
  });

  test.each([
    [{ ACS_CONNECTION_STRING: "x" }, "must be like endpoint="],
    [{ ACS_ENDPOINT: "https://127.0.0.1:9" }, "set both or neither"],
    [{ ACS_ENDPOINT: "https://127.0.0.1:9", ACS_TOKEN: TOKEN }, "add a token to ACS_TOKEN"],
    [{ ACS_ENDPOINT: "https://127.0.0.1:9", ACS_TOKEN: "garbage" }, "must be a user's token"],
  ])("rejects the environment %j", async (environment, text) => {
    const { lines, error } = await runHere("threads.ts", environment);
    expect(lines).toEqual([]);
    expect(error).toMatchObject({ name: "UsageError", message: expect.stringContaining(text) });
  });

  test("prints what to do if the service rejects the token", async () => {
    await using emulator = await startEmulator();
    const environment = { ACS_ENDPOINT: emulator.endpoint, ACS_TOKEN: TOKEN };
    const { code, problems } = await end("idempotency.ts", environment);
    expect(code).toBe(1);
    expect(problems).toMatch(/^idempotency\.ts: .*Get a new token/);
    expect(problems).not.toContain(TOKEN);
  });
});
