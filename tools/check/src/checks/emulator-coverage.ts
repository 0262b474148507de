import { createHash, createHmac } from "node:crypto";
import { access } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type * as emulatorPackage from "@acs-chat/emulator";
import { type Check, type Finding, NotReady } from "../check.ts";
import {
  type DocumentFile,
  documentsOf,
  type Operation,
  operationsOf,
  sampleOf,
} from "../openapi.ts";

type Emulator = emulatorPackage.Emulator;

/**
 * Checks that the emulator serves each operation of each API version. Sends a well-formed request for
 * every operation and compares the response with the one for an unknown path.
 */
export const emulatorCoverage: Check = {
  name: "emulator",
  holds: "every operation is served by the emulator",
  run: async (root) => {
    const built = join(root, "packages/emulator/dist/index.js");
    await access(built).catch(() => {
      throw new NotReady("packages/emulator is not built: run `pnpm build` first");
    });
    const failures: unknown[] = [];
    await using emulator = await start(built, (error) => void failures.push(error));
    const findings: Finding[] = [];
    for (const service of ["chat", "identity"] as const) {
      for (const file of await documentsOf(root, service)) {
        findings.push(...(await unserved(emulator, service, file, failures)));
      }
    }
    return findings;
  },
};

async function start(built: string, onError: (error: unknown) => void): Promise<Emulator> {
  try {
    const module = (await import(pathToFileURL(built).href)) as typeof emulatorPackage;
    return await module.startEmulator({ onError });
  } catch (error) {
    throw new NotReady(
      `the emulator does not start (${String(error)}): see \`pnpm --filter @acs-chat/emulator test\``,
    );
  }
}

async function unserved(
  emulator: Emulator,
  service: "chat" | "identity",
  file: DocumentFile,
  failures: unknown[],
): Promise<Finding[]> {
  const sendRequest = service === "chat" ? await asUser(emulator) : withKey(emulator);
  const version = file.document.info.version;
  const unknownPath = await sendRequest(
    "GET",
    `/unknown-path?api-version=${version}`,
    undefined,
    {},
  );
  const findings: Finding[] = [];
  const ids = wellFormedIds(emulator);
  for (const operation of operationsOf(file)) {
    const target = targetOf(operation, version, ids);
    const { body, headers } = contentOf(operation, file);
    const response = await sendRequest(operation.method, target, body, headers);
    const what = problemOf(response, unknownPath, failures.splice(0).map(String));
    if (what !== undefined) {
      findings.push({
        where: operation.where,
        what: `${operation.name} (${operation.method} ${operation.path}) in ${version}: ${what}`,
        todo: "add a handler to packages/emulator/src/http/operations, with its tests",
      });
    }
  }
  return findings;
}

interface ReceivedResponse {
  readonly status: number;
  readonly text: string;
}

type RequestSender = (
  method: string,
  target: string,
  body: string | undefined,
  headers: Readonly<Record<string, string>>,
) => Promise<ReceivedResponse>;

function problemOf(
  response: ReceivedResponse,
  unknownPath: ReceivedResponse,
  failures: readonly string[],
): string | undefined {
  if (response.status >= 500) {
    return `the emulator fails with ${[response.status, ...failures].join(": ")}`;
  }
  if (response.status === 405) return "the emulator has the path, but not the method";
  if (response.status === unknownPath.status && response.text === unknownPath.text) {
    return "the emulator does not have the path";
  }
  if (response.status === 400 || response.status === 401) {
    return `the emulator rejects a well-formed request: ${response.status} ${response.text}`;
  }
  return undefined;
}

async function asUser(emulator: Emulator): Promise<RequestSender> {
  const { token } = await emulator.createUser();
  return (method, target, body, headers) =>
    send(emulator, method, target, body, { ...headers, authorization: `Bearer ${token}` });
}

/** Signs requests as clients of the identity API do: HMAC-SHA256 of method, target, date, host and body. */
function withKey(emulator: Emulator): RequestSender {
  const key = /accesskey=(.+)$/.exec(emulator.connectionString)?.[1] ?? "";
  return (method, target, body, headers) => {
    const date = new Date().toUTCString();
    const { host } = new URL(emulator.endpoint);
    const hash = createHash("sha256")
      .update(body ?? "")
      .digest("base64");
    const signature = createHmac("sha256", Buffer.from(key, "base64"))
      .update(`${method}\n${target}\n${date};${host};${hash}`)
      .digest("base64");
    return send(emulator, method, target, body, {
      ...headers,
      host,
      "x-ms-date": date,
      "x-ms-content-sha256": hash,
      authorization: `HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=${signature}`,
    });
  };
}

async function send(
  emulator: Emulator,
  method: string,
  target: string,
  body: string | undefined,
  headers: Readonly<Record<string, string>>,
): Promise<ReceivedResponse> {
  const request = new Request(emulator.endpoint + target, {
    method,
    headers,
    ...(body !== undefined && { body }),
  });
  const response = await emulator.fetch(request);
  return { status: response.status, text: await response.text() };
}

/** Well-formed ids for paths. Nothing with these ids exists. */
const wellFormedIds = (emulator: Emulator): Readonly<Record<string, string>> => ({
  chatThreadId: "19:x@thread.v2",
  chatMessageId: "1",
  id: `8:acs:${emulator.engine.resourceId}_x`,
});

function targetOf(
  { path, parameters }: Operation,
  version: string,
  ids: Readonly<Record<string, string>>,
): string {
  const filled = parameters
    .filter((one) => one.in === "path")
    .reduce((result, { name, enum: values }) => {
      return result.replace(`{${name}}`, String(values?.[0] ?? ids[name] ?? "x"));
    }, path);
  const query = parameters
    .filter((one) => one.in === "query" && one.required === true && one.name !== "api-version")
    .map((one) => `&${one.name}=${String(one.enum?.[0] ?? (one.type === "integer" ? 1 : "x"))}`);
  return `${filled}?api-version=${version}${query.join("")}`;
}

function contentOf(
  { parameters, mediaType }: Operation,
  { document }: DocumentFile,
): { body: string | undefined; headers: Record<string, string> } {
  const headers = Object.fromEntries(
    parameters
      .filter((one) => one.in === "header" && one.required === true)
      .map((one) => [one.name, "x.png"]),
  );
  const schema = parameters.find((one) => one.in === "body")?.schema;
  if (schema === undefined) return { body: undefined, headers };
  const type = mediaType ?? "application/json";
  const binary = schema.format === "binary" || schema.type === "file";
  return {
    body: binary ? "\u0089PNG" : JSON.stringify(sampleOf(document, schema)),
    headers: { ...headers, "content-type": type },
  };
}
