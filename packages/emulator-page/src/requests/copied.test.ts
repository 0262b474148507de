import { execFile, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { type IncomingMessage, request } from "node:http";
import { join } from "node:path";
import { text as textOf } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type Emulator, type RequestLogEntry, startEmulator } from "@acs-chat/emulator";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { OPERATIONS } from "../controls/operations.ts";
import { toCode } from "./code.ts";
import { toCurl } from "./curl.ts";
import { prettyBody } from "./exchange.ts";

const PNG = Buffer.from("\u0089PNG\r\n\u001A\n", "latin1");

let emulator: Emulator;
let token: string;
let entries: readonly RequestLogEntry[];
/** Requests that the client does not send, or that the service rejects. */
let odd: Readonly<Record<string, RequestLogEntry>>;

beforeAll(async () => {
  emulator = await startEmulator({ seed: { users: [{ name: "bob" }] } });
  const alice = await emulator.createUser();
  ({ token } = alice);
  const [bob] = emulator.control.state().identities;
  const api = "api-version=2025-03-15";
  const preview = "api-version=2024-06-05-preview";
  const call = async (
    method: string,
    target: string,
    body?: object,
    headers: Record<string, string> = {},
  ): Promise<Record<string, { id?: string }> & { id?: string }> => {
    const raw = body instanceof Uint8Array;
    const response = await fetch(emulator.endpoint + target, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        ...(body && { "Content-Type": raw ? "application/octet-stream" : "application/json" }),
        ...headers,
      },
      ...(body && { body: raw ? new Uint8Array(body) : JSON.stringify(body) }),
    });
    const text = await response.text();
    expect({ method, target, ok: response.ok, text }).toMatchObject({ ok: true });
    return response.headers.get("content-type")?.includes("json") ? JSON.parse(text) : {};
  };
  const participant = { communicationIdentifier: { communicationUser: { id: bob!.id } } };
  const created = await call(
    "POST",
    `/chat/threads?${api}`,
    { topic: `It's a "test" of $HOME \\`, participants: [participant] },
    { "repeatability-request-id": "one" },
  );
  const thread = `/chat/threads/${encodeURIComponent(created["chatThread"]?.id ?? "")}`;
  const { id } = await call("POST", `${thread}/messages?${api}`, { content: "it's 'quoted' é 😀" });
  await call("POST", `${thread}/messages?${api}`, { content: "x".repeat(28 * 1024) });
  await call("POST", `${thread}/messages?${api}`, { content: "\u00FC".repeat(8500) });
  const metadata = { shareHistoryTime: "hello", other: "2024-01-01T00:00:00Z" };
  await call("POST", `${thread}/messages?${api}`, { content: "with metadata", metadata });
  await call("GET", `/chat/threads?maxPageSize=2&startTime=2020-01-01T00:00:00Z&${api}`);
  await call("GET", `${thread}?${api}`);
  await call(
    "PATCH",
    `${thread}?${api}`,
    { topic: "New" },
    { "Content-Type": "application/merge-patch+json" },
  );
  await call("GET", `${thread}/messages?maxPageSize=3&${api}`);
  await call("GET", `${thread}/messages/${id}?${api}`);
  await call(
    "PATCH",
    `${thread}/messages/${id}?${api}`,
    { content: "b" },
    { "Content-Type": "application/merge-patch+json" },
  );
  await call("GET", `${thread}/participants?skip=1&${api}`);
  await call("POST", `${thread}/participants/:add?${api}`, {
    participants: [{ ...participant, shareHistoryTime: "2024-01-01T00:00:00Z" }],
  });
  await call("POST", `${thread}/typing?${api}`, { senderDisplayName: "A" });
  await call("POST", `${thread}/readReceipts?${api}`, { chatMessageId: id });
  await call("GET", `${thread}/readReceipts?${api}`);
  const image = await call("POST", `${thread}/images?${preview}`, PNG, {
    "image-filename": "a.png",
  });
  await call("POST", `${thread}/images?${preview}`, PNG);
  await call("GET", `${thread}/images/${image.id}/view/small?${preview}`);
  await call("DELETE", `${thread}/images/${image.id}?${preview}`);
  await call("POST", `${thread}/participants/:remove?${api}`, participant.communicationIdentifier);
  await call("DELETE", `${thread}/messages/${id}?${api}`);
  await call("DELETE", `${thread}?${api}`);
  entries = emulator.control.requests.list();
  odd = await askOddly(thread);
});
afterAll(() => emulator.close());

const NOWHERE = "/chat/threads/{b,c}[1-3]";

interface Asking {
  readonly signed?: boolean;
  readonly body?: string;
  readonly type?: string;
}

async function askOddly(thread: string): Promise<Record<string, RequestLogEntry>> {
  const api = "api-version=2025-03-15";
  const found: Record<string, RequestLogEntry> = {};
  const ask = async (
    name: string,
    target: string,
    { signed = true, body, type = "application/json" }: Asking = {},
  ): Promise<void> => {
    // Sent with node:http, because fetch would change some of these targets and headers.
    const { hostname, port } = new URL(emulator.endpoint);
    const method = body === undefined ? "GET" : "POST";
    const headers = {
      ...(signed && { Authorization: `Bearer ${token}` }),
      ...(body && type && { "Content-Type": type }),
    };
    const asking = request({ hostname, port, path: target, method, headers }).end(body);
    const [answer] = (await once(asking, "response")) as [IncomingMessage];
    await textOf(answer);
    found[name] = newest();
  };
  await ask("unknown API version", "/chat/threads?api-version=2031-01-01");
  await ask("no API version", "/chat/threads");
  await ask("invalid date", `/chat/threads?startTime=nope&${api}`);
  await ask("incomplete date", `/chat/threads?startTime=2024&${api}`);
  await ask("invalid number", `/chat/threads?maxPageSize=many&${api}`);
  await ask("braces", `${NOWHERE}?${api}`);
  await ask("no token", `/chat/threads?${api}`, { signed: false });
  await ask("no content type", `${thread}/messages?${api}`, { body: '{"content":"x"}', type: "" });
  await ask("invalid JSON", `${thread}/messages?${api}`, { body: "{" });
  const sharing = { participants: [{ communicationIdentifier: {}, shareHistoryTime: "nope" }] };
  await ask("invalid shareHistoryTime", `${thread}/participants/:add?${api}`, {
    body: JSON.stringify(sharing),
  });
  await ask("truncated body", `${thread}/messages?${api}`, {
    body: JSON.stringify({ content: "x".repeat(70_000) }),
  });
  return found;
}

/** Returns the parts of a request that a copy must repeat. */
const essence = ({
  method,
  target,
  operation,
  requestHeaders,
  requestBody,
}: RequestLogEntry): object => ({
  method,
  operation,
  authorization: requestHeaders["authorization"],
  path: decodeURIComponent(target.split("?")[0] ?? ""),
  query: [...new URLSearchParams(target.split("?")[1])]
    .map(([name, value]) => [
      name,
      Date.parse(value) > 0 && name === "startTime" ? Date.parse(value) : value,
    ])
    .toSorted(),
  body: requestBody && prettyBody(requestBody).replaceAll(".000Z", "Z"),
});

function missingCurl(): boolean {
  if (spawnSync("curl", ["--version"]).error === undefined) return false;
  if (process.env["CI"] === "true")
    throw new Error("curl is not installed. Install it: CI must run these tests.");
  console.warn("Skipped: curl is not installed.");
  return true;
}

const newest = (): RequestLogEntry => emulator.control.requests.list({ limit: 1 })[0]!;

test("the recorded requests cover every chat operation", () => {
  const called = new Set(entries.map(({ operation }) => operation));
  expect(OPERATIONS.filter((name) => !name.startsWith("identity.") && !called.has(name))).toEqual(
    [],
  );
});

describe("a copied request", () => {
  let folder: string;
  beforeAll(async () => {
    // Inside the package, so that the copied code can resolve its imports.
    const base = fileURLToPath(new URL("../../.test-copied/", import.meta.url));
    await mkdir(base, { recursive: true });
    folder = await mkdtemp(join(base, "run-"));
    for (const name of ["a.png", "image.png"]) await writeFile(join(folder, name), PNG);
  });
  afterAll(() =>
    rm(fileURLToPath(new URL("../../.test-copied/", import.meta.url)), { recursive: true }),
  );

  test.skipIf(missingCurl())("sends the same request again as a curl command", async () => {
    const env = { ...process.env, ACS_TOKEN: token, NO_PROXY: "*" };
    const repeat = async (entry: RequestLogEntry): Promise<RequestLogEntry> => {
      const command = toCurl(entry, emulator.endpoint);
      expect(command).not.toContain(token);
      await promisify(execFile)("sh", ["-c", `${command} -sS`], { env, cwd: folder });
      return newest();
    };
    for (const entry of entries) expect(essence(await repeat(entry))).toEqual(essence(entry));
    const { "truncated body": _, ...whole } = odd;
    for (const entry of Object.values(whole)) {
      const again = await repeat(entry);
      const { status } = entry;
      expect({ ...essence(again), status: again.status }).toEqual({ ...essence(entry), status });
    }
  });

  test("type-checks as code", async () => {
    const written = [...entries, odd["unknown API version"]!, odd["braces"]!];
    const names = written.map((_, index) => `typed-${index}.ts`);
    for (const [index, entry] of written.entries()) {
      await writeFile(join(folder, names[index]!), toCode(entry, emulator.endpoint)!);
    }
    const options =
      "--ignoreConfig --noEmit --strict --skipLibCheck --module nodenext --types node";
    const tsc = fileURLToPath(new URL("../../node_modules/.bin/tsc", import.meta.url));
    const args = [...options.split(" "), "--target", "es2024", ...names];
    const { error, stdout } = spawnSync(tsc, args, { cwd: folder, encoding: "utf8" });
    expect({ error, stdout }).toEqual({ error: undefined, stdout: "" });
  });

  test("sends the same request again as code", async () => {
    vi.stubEnv("ACS_TOKEN", token);
    vi.spyOn(console, "log").mockImplementation(() => undefined);
    const written = [...entries, odd["unknown API version"]!, odd["braces"]!];
    for (const [index, entry] of written.entries()) {
      const code = toCode(entry, emulator.endpoint);
      expect(code).not.toContain(token);
      const file = join(folder, `copied-${index}.mjs`);
      await writeFile(
        file,
        code!.replace(/readFileSync\("(.*)"\)/, (_, name: string) => {
          return `readFileSync(${JSON.stringify(join(folder, name))})`;
        }),
      );
      // Many of the requests fail, because their thread was deleted. The test only checks that they are sent.
      const status: unknown = await import(/* @vite-ignore */ file).then(
        () => 200,
        (error: { statusCode?: number }) => error.statusCode,
      );
      expect(status).toBeTypeOf("number");
      expect(essence(newest())).toEqual(essence(entry));
    }
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  });

  test.each([
    "no API version",
    "invalid date",
    "incomplete date",
    "invalid number",
    "no token",
    "invalid JSON",
    "invalid shareHistoryTime",
  ])("is not available as code if the client would send it differently: %s", (name) => {
    expect(toCode(odd[name]!, emulator.endpoint)).toBeUndefined();
  });

  test("is not available if the log contains only the beginning of its body", () => {
    const entry = odd["truncated body"]!;
    expect(entry.requestBodyCutFrom).toBe(70_014);
    expect(toCode(entry, emulator.endpoint)).toBeUndefined();
    expect(toCurl(entry, emulator.endpoint)).toBeUndefined();
  });
});
