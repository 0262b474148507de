import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { convertOpenApi } from "../../src/openapi/index.ts";
import type { Client } from "../client.ts";
import { emit, packageFolder } from "../emit.ts";
import { typeErrorsIn } from "../type-errors.ts";
import { recordingServer } from "../wire/server.ts";
import { type Call, calls, oldCalls } from "./calls.ts";
import { document, elsewhere, oldDocument } from "./calls-document.ts";

/** Code of an application, which checks types. */
const use = `import { createSortsContext, savePet, patchPet, type Pet } from "./index.ts";
const context = createSortsContext({ xKey: { key: "k" } });
// A property that is only sent is in the type of requests.
const pet: Parameters<typeof savePet>[1] = { name: "Rex", secret: "s" };
const saved: Pet = await savePet(context, pet);
export const id: number = saved.id;
// There is no choice of a content type.
// @ts-expect-error
await patchPet(context, { contentType: "application/json" });
`;

/** Converts a document and emits its client into a folder. */
async function write(source: unknown, folder: string, code?: string): Promise<Client> {
  const texts: Readonly<Record<string, unknown>> = {
    [join(import.meta.dirname, "api.json")]: source,
    [join(import.meta.dirname, "operations.json")]: elsewhere,
  };
  const { files, losses } = await convertOpenApi(join(import.meta.dirname, "api.json"), {
    readText: async (path) => JSON.stringify(texts[path]),
  });
  expect(losses).toEqual([]);
  const emitted = await emit(Object.fromEntries(files), { "emit-package-json": true });
  expect(emitted.errors).toEqual([]);
  const all = new Map(emitted.files);
  if (code !== undefined) all.set("src/use.ts", code);
  expect(await typeErrorsIn(folder, all)).toEqual([]);
  return (await import(join(folder, "src/index.ts"))) as Client;
}

const credentials = {
  xKey: { key: "k" },
  key: { key: "k" },
  sid: { key: "k" },
  basic: { name: "me", key: "k" },
  token: { key: "k" },
};

/** Parses a body by its content type: as fields, parts, JSON, text or bytes. */
async function bodyOf(type: string | undefined, body: Buffer): Promise<unknown> {
  if (body.length === 0) return undefined;
  const init = { headers: { "content-type": type ?? "" } };
  if (type?.includes("json") === true) return JSON.parse(body.toString()) as unknown;
  if (type?.includes("urlencoded") === true) {
    const fields = new URLSearchParams(body.toString());
    return Object.fromEntries([...fields.keys()].map((name) => [name, fields.getAll(name)]));
  }
  if (type?.includes("multipart") === true) {
    const parts = await new Response(new Uint8Array(body), init).formData();
    const values = [...parts].map(async ([name, value]) => {
      if (typeof value === "string") return [name, value] as const;
      const isFile = value.name !== "";
      const content = new Uint8Array(await value.arrayBuffer());
      return [name, isFile ? { name: value.name, type: value.type, bytes: [...content] } : ""];
    });
    return Object.fromEntries((await Promise.all(values)) as [string, unknown][]) as unknown;
  }
  return type?.startsWith("image/") === true ? body : body.toString();
}

/** Awaits a result: the bytes of a file, all items of a list, or the value. */
async function settled(result: unknown): Promise<unknown> {
  if (typeof result === "object" && result !== null && Symbol.asyncIterator in result) {
    const items: unknown[] = [];
    for await (const item of result as AsyncIterable<unknown>) items.push(item);
    return items;
  }
  const value = await result;
  const { bytes } = (value ?? {}) as { bytes?: () => Promise<Uint8Array> };
  return bytes === undefined ? value : await bytes.call(value);
}

/** Calls an operation, and returns what the server received and what the call returned. */
async function exchange(
  client: Client,
  { args = [], headers = {}, operation, reply }: Call,
  createName: string,
  path: string,
): Promise<object> {
  await using server = await recordingServer(() => reply ?? { status: 204 });
  const options = {
    endpoint: `${server.endpoint}${path}`,
    validateResponses: true,
    retryOptions: { maxRetries: 0 },
  };
  const create = client[createName]!;
  const context =
    createName === "createSortsContext" ? create(credentials, options) : create(options);
  const outcome = await settled(client[operation]!(context, ...args)).then(
    (result) => ({ result }),
    ({
      details,
      statusCode,
      message,
    }: {
      statusCode?: number;
      details?: unknown;
      message: string;
    }) => (statusCode === undefined ? { message } : { error: { statusCode, details } }),
  );
  const [request] = server.requests;
  const type = request?.headers["content-type"] as string | undefined;
  return {
    url: request?.url,
    headers: Object.fromEntries(Object.keys(headers).map((name) => [name, request?.headers[name]])),
    body: await bodyOf(type, request?.body ?? Buffer.from("")),
    ...outcome,
  };
}

function expected({ body, error, headers = {}, result, url }: Call, path: string): object {
  return {
    url: `${path}${url}`,
    headers,
    body,
    ...(error === undefined ? { result } : { error }),
  };
}

let folder = "";
let client: Client = {};
let oldClient: Client = {};

beforeAll(async () => {
  folder = await mkdtemp(join(packageFolder, ".test-"));
  client = await write(document, join(folder, "new"), use);
  oldClient = await write(oldDocument, join(folder, "old"));
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

test.each(calls.map((one, index) => [one.operation, index, one] as const))(
  "sends and reads %s (#%i) as the document declares",
  async (_name, _index, one) => {
    const found = await exchange(client, one, "createSortsContext", "/v1");
    expect(found).toEqual(expected(one, "/v1"));
  },
);

test.each(oldCalls)(
  "sends and reads $operation as a document of version 2.0 declares",
  async (one) => {
    const found = await exchange(oldClient, one, "createOldContext", "/v2");
    expect(found).toEqual(expected(one, "/v2"));
  },
);

test("emits clients that type-check with strict as the only flag, as in many applications", async () => {
  const compilerOptions = { exactOptionalPropertyTypes: false, noUncheckedIndexedAccess: false };
  const config = JSON.stringify({ extends: "./tsconfig.json", compilerOptions });
  for (const name of ["new", "old"]) {
    const files = new Map([["strict.json", config]]);
    expect(await typeErrorsIn(join(folder, name), files, "strict.json")).toEqual([]);
  }
}, 30_000);

test("sends requests to a server with variables", async () => {
  const urls: string[] = [];
  const httpClient = {
    sendRequest: async ({ url }: { url: string }) => {
      urls.push(url);
      throw new Error("offline");
    },
  };
  const options = { httpClient, region: "us", retryOptions: { maxRetries: 0 } };
  const context = client["createSortsContext"]!(credentials, options);
  await expect(client["keyed"]!(context)).rejects.toThrow("offline");
  expect(urls).toEqual(["https://us.example/v1/keyed"]);
});
