import {
  ChatArgumentError,
  ChatClient,
  type RealtimeErrorCode,
  throwIfInvalidParticipants,
} from "@acs-chat/client";
import { AzureCommunicationTokenCredential } from "@azure/communication-common";
import { createHttpHeaders, type HttpClient, RestError } from "@azure/core-rest-pipeline";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { root } from "./markdown.ts";

/** The rows of the table, with the codes and the status of each. */
const rows = [
  ...readFileSync(join(root, "docs/errors.md"), "utf8")
    .split("\n## All codes\n")[1]!
    .matchAll(/^\| (?<codes>`.*?) \| (?<status>.*?) \| (?<what>.*?) \|/gm),
].map(({ groups }) => ({
  codes: [...groups!["codes"]!.matchAll(/`(\w+)`/g)].map(([, code]) => code!),
  status: groups!["status"]!,
  realtime: groups!["what"]!.startsWith("`RealtimeError`"),
}));
const codesOf = (realtime: boolean): Set<string> =>
  new Set(rows.filter((row) => row.realtime === realtime).flatMap(({ codes }) => codes));

const credential = new AzureCommunicationTokenCredential(
  `h.${btoa(JSON.stringify({ exp: 4_000_000_000 }))}.s`,
);

/** Creates a client that gets the same response for every request. */
function clientWith(status: number, body = ""): ChatClient {
  const httpClient: HttpClient = {
    sendRequest: async (request) => ({
      request,
      status,
      headers: createHttpHeaders({ "content-type": "application/json" }),
      bodyAsText: body,
    }),
  };
  return new ChatClient("https://localhost", credential, {
    validateResponses: true,
    httpClient,
    retryOptions: { maxRetries: 0 },
  });
}

/** Returns the code of the error that `work` throws. */
async function codeOf(work: () => unknown): Promise<string> {
  try {
    await work();
  } catch (error) {
    return (error as { code: string }).code;
  }
  throw new Error("The call did not throw.");
}

const properties = (client: ChatClient) => client.getChatThreadClient("19:a").getProperties();

test("lists the code that each status results in", async () => {
  const withStatus = rows.filter((row) => !row.realtime && /^\d/.test(row.status));
  expect(withStatus).toHaveLength(8);
  for (const { codes, status } of withStatus) {
    expect(await codeOf(() => properties(clientWith(Number(status))))).toBe(codes[0]);
  }
});

test("lists the codes of all statuses", async () => {
  const given = new Set<string>();
  for (let status = 400; status < 600; status += 1) {
    given.add(await codeOf(() => properties(clientWith(status))));
  }
  expect([...given].filter((code) => !codesOf(false).has(code))).toEqual([]);
  expect([...given]).toEqual(expect.arrayContaining(["RequestFailed", "ServerError"]));
});

test("lists the codes of failures without a status", async () => {
  // The timeout is in the HTTP client, so this test needs a real one.
  const server = createServer(() => {}).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close().closeAllConnections());
  const { port } = server.address() as AddressInfo;
  const endpoint = `http://127.0.0.1:${port}`;
  const silent = new ChatClient(endpoint, credential, {
    validateResponses: true,
    retryOptions: { maxRetries: 0 },
  });
  const foreign = JSON.stringify({ value: [], nextLink: "https://elsewhere.example/next" });
  const nobody = { code: "Forbidden", message: "no" };
  const codes = [
    await codeOf(() =>
      silent.getChatThreadClient("19:a").getProperties({ requestOptions: { timeout: 1 } }),
    ),
    await codeOf(() => properties(clientWith(200, "no JSON"))),
    await codeOf(() => clientWith(200, foreign).listChatThreads().toArray({ limit: 1 })),
    await codeOf(() => throwIfInvalidParticipants({ invalidParticipants: [nobody] })),
    new ChatArgumentError("content", "is wrong").code,
    RestError.REQUEST_SEND_ERROR,
  ];
  expect(codes).toEqual([
    "REQUEST_TIMEOUT",
    "PARSE_ERROR",
    "FOREIGN_LINK",
    "InvalidParticipants",
    "InvalidArgument",
    "REQUEST_SEND_ERROR",
  ]);
  expect(codes.filter((code) => !codesOf(false).has(code))).toEqual([]);
});

test("lists all codes of RealtimeErrorCode", () => {
  // Does not compile if the type has other members.
  const all: Record<RealtimeErrorCode, true> = {
    TokenRejected: true,
    TokenUnavailable: true,
    RequestFailed: true,
    InvalidAnswer: true,
    InsecureUrl: true,
    Timeout: true,
    ConnectionLost: true,
    ListenerFailed: true,
    Stopped: true,
  };
  expect([...codesOf(true)].toSorted()).toEqual(Object.keys(all).toSorted());
});
