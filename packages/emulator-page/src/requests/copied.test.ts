import { execFile, spawnSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
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
  await call("GET", `${thread}/images/${image.id}/view/small?${preview}`);
  await call("DELETE", `${thread}/images/${image.id}?${preview}`);
  await call("POST", `${thread}/participants/:remove?${api}`, participant.communicationIdentifier);
  await call("DELETE", `${thread}/messages/${id}?${api}`);
  await call("DELETE", `${thread}?${api}`);
  entries = emulator.control.requests.list();
});
afterAll(() => emulator.close());

/** What the service got, as far as a copy is to repeat it. */
const essence = ({ method, target, operation, requestBody }: RequestLogEntry) => ({
  method,
  operation,
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
  if (process.env["CI"] === "true") throw new Error("There is no curl here.");
  console.warn("Skipped: there is no curl here.");
  return true;
}

const newest = (): RequestLogEntry => emulator.control.requests.list({ limit: 1 })[0]!;

test("every operation of a chat was called", () => {
  const called = new Set(entries.map(({ operation }) => operation));
  expect(OPERATIONS.filter((name) => !name.startsWith("identity.") && !called.has(name))).toEqual(
    [],
  );
});

describe("what is copied", () => {
  let folder: string;
  beforeAll(async () => {
    // Within the package, so that it finds what it imports.
    const base = fileURLToPath(new URL("../../.test-copied/", import.meta.url));
    await mkdir(base, { recursive: true });
    folder = await mkdtemp(join(base, "run-"));
    await writeFile(join(folder, "a.png"), PNG);
  });
  afterAll(() =>
    rm(fileURLToPath(new URL("../../.test-copied/", import.meta.url)), { recursive: true }),
  );

  test.skipIf(missingCurl())("as a command for a shell asks the same again", async () => {
    const env = { ...process.env, ACS_TOKEN: token, NO_PROXY: "*" };
    for (const entry of entries) {
      const command = toCurl(entry, emulator.endpoint);
      expect(command).not.toContain(token);
      await promisify(execFile)("sh", ["-c", `${command} -sS`], { env, cwd: folder });
      expect(essence(newest())).toEqual(essence(entry));
    }
  });

  test("as code is what TypeScript accepts", async () => {
    const names = entries.map((_, index) => `typed-${index}.ts`);
    for (const [index, entry] of entries.entries()) {
      await writeFile(join(folder, names[index]!), toCode(entry, emulator.endpoint)!);
    }
    const options =
      "--ignoreConfig --noEmit --strict --skipLibCheck --module nodenext --types node";
    const tsc = fileURLToPath(new URL("../../node_modules/.bin/tsc", import.meta.url));
    const args = [...options.split(" "), "--target", "es2024", ...names];
    const { error, stdout } = spawnSync(tsc, args, { cwd: folder, encoding: "utf8" });
    expect({ error, stdout }).toEqual({ error: undefined, stdout: "" });
  });

  test("as code asks the same again", async () => {
    vi.stubEnv("ACS_TOKEN", token);
    vi.spyOn(console, "log").mockImplementation(() => undefined);
    for (const [index, entry] of entries.entries()) {
      const code = toCode(entry, emulator.endpoint);
      expect(code).not.toContain(token);
      const file = join(folder, `copied-${index}.mjs`);
      await writeFile(
        file,
        code!.replace(
          `readFileSync("a.png")`,
          `readFileSync(${JSON.stringify(join(folder, "a.png"))})`,
        ),
      );
      // Much of it is gone by now: that the service is asked is enough.
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
});
