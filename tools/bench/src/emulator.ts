import { mkdtempSync, rmSync } from "node:fs";
import type { Agent } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Load, keepAlive, median, perSecond, send } from "./emulator-client.ts";
import {
  type Server,
  startAzurite,
  startEmulatorProcess,
  startHono,
} from "./emulator-processes.ts";
import { type Row, limit, ratio, table } from "./row.ts";

/** The number of requests before the measurement. JIT compilation is complete after them. */
const WARM_UP = 10_000;

const API = "api-version=2025-03-15";

interface Ready {
  readonly http: string;
  readonly users: readonly { readonly token: string }[];
}

/** A thread on an emulator, and a user who sends to it. */
interface Thread {
  readonly url: string;
  readonly headers: Record<string, string>;
}

async function createThread(agent: Agent, server: Server): Promise<Thread> {
  const { http, users } = JSON.parse(server.line) as Ready;
  const headers = {
    authorization: `Bearer ${users[0]?.token}`,
    "content-type": "application/json",
  };
  const body = JSON.stringify({ topic: "bench" });
  const url = `${http}/chat/threads`;
  const answer = await send(agent, {
    url: `${url}?${API}`,
    method: "POST",
    headers,
    body,
    expectedStatus: 201,
  });
  const { chatThread } = JSON.parse(answer) as { chatThread: { id: string } };
  return { url: `${url}/${encodeURIComponent(chatThread.id)}`, headers };
}

const message = (thread: Thread): Load => ({
  url: `${thread.url}/messages?${API}`,
  method: "POST",
  headers: thread.headers,
  body: JSON.stringify({ content: "hello, this is a message of a usual length", type: "text" }),
  expectedStatus: 201,
});

/** Returns the emulator's response to a send. The hono server responds with the same bytes. */
async function responseToSend(
  thread: Thread,
): Promise<{ body: string; headers: Record<string, string> }> {
  const { url, headers, body = "" } = message(thread);
  const init = { method: "POST", headers: headers as Record<string, string>, body };
  const response = await fetch(url, init);
  const kept = [...response.headers].filter(
    ([name]) => !["date", "connection", "keep-alive", "content-length"].includes(name),
  );
  return { body: await response.text(), headers: Object.fromEntries(kept) };
}

async function startup(rounds: number): Promise<Row[]> {
  // The first start on a machine creates the certificates.
  await (await startEmulatorProcess())[Symbol.asyncDispose]();
  const ours: number[] = [];
  const azurite: number[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const [times, start] of [
      [ours, startEmulatorProcess],
      [azurite, startAzurite],
    ] as const) {
      await using server = await start();
      times.push(server.startMilliseconds);
    }
  }
  const own = median(ours);
  return [
    limit("emulator: ready, in memory", "ms", own, 400),
    ratio(
      "emulator: ready, against azurite",
      "ms",
      { ours: own, reference: median(azurite) },
      { max: 0.5 },
    ),
  ];
}

async function sends(rounds: number, count: number): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "acs-chat-bench-"));
  const agent = keepAlive();
  try {
    await using memory = await startEmulatorProcess();
    await using sqlite = await startEmulatorProcess("--location", folder);
    const threads = [await createThread(agent, memory), await createThread(agent, sqlite)];
    const { body, headers } = await responseToSend(threads[0]!);
    await using hono = await startHono(body, headers);
    const bare: Thread = { url: `${hono.line}/chat/threads/x`, headers: threads[0]!.headers };
    const loads = [...threads, bare].map(message);
    const speeds: number[][] = loads.map(() => []);
    for (const load of loads) await perSecond(agent, WARM_UP, () => load);
    // Many short rounds in turn, so that other load on the machine affects all servers.
    for (let round = 0; round < rounds; round++) {
      for (const [index, load] of loads.entries()) {
        speeds[index]!.push(await perSecond(agent, count, () => load));
      }
    }
    const [inMemory, onDisk, reference] = speeds.map(median) as [number, number, number];
    const against = (ours: number, name: string, min: number): Row =>
      ratio(`emulator: sends, ${name}, against bare hono`, "/s", { ours, reference }, { min });
    return [against(inMemory, "in memory", 0.5), against(onDisk, "SQLite", 0.15)];
  } finally {
    agent.destroy();
    rmSync(folder, { recursive: true });
  }
}

async function memoryUse(threads: number, messages: number): Promise<Row[]> {
  const agent = keepAlive();
  await using server = await startEmulatorProcess();
  const all: Load[] = [];
  for (let index = 0; index < threads; index++) {
    all.push(message(await createThread(agent, server)));
  }
  await perSecond(agent, messages, (index) => all[index % threads]!);
  agent.destroy();
  const name = `emulator: memory of ${messages} messages in ${threads} threads`;
  return [limit(name, "MB", server.memory(), 400)];
}

/** Measures the first page of a thread of 100 messages and of a large one, in turn. */
async function firstPage(large: number, rounds: number, ...args: string[]): Promise<Row[]> {
  const agent = keepAlive();
  await using server = await startEmulatorProcess(...args);
  const pages: Load[] = [];
  for (const count of [100, large]) {
    const thread = await createThread(agent, server);
    await perSecond(agent, count, () => message(thread));
    const url = `${thread.url}/messages?maxPageSize=50&${API}`;
    pages.push({ url, method: "GET", headers: thread.headers, expectedStatus: 200 });
  }
  const times: number[][] = [[], []];
  for (let round = -50; round < rounds; round++) {
    for (const [index, page] of pages.entries()) {
      const started = performance.now();
      await send(agent, page);
      if (round >= 0) times[index]!.push(performance.now() - started);
    }
  }
  agent.destroy();
  const [reference, ours] = times.map(median) as [number, number];
  const name = `emulator: first page of ${large} messages, against 100 (${args.length === 0 ? "memory" : "SQLite"})`;
  return [ratio(name, "ms", { ours, reference }, { max: 2 })];
}

/** Measures the emulator in turn with a reference. Returns ratios of medians. */
export async function benchEmulator(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "acs-chat-bench-"));
  try {
    return [
      ...(await startup(7)),
      ...(await sends(21, 1000)),
      ...(await memoryUse(1000, 100_000)),
      ...(await firstPage(100_000, 300)),
      ...(await firstPage(100_000, 300, "--location", folder)),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (import.meta.main) console.log(table(await benchEmulator()));
