/** Tests that a token is valid, requested once, sent to one origin only, and not awaited after an abort. */
import type { AccessToken } from "@azure/core-auth";
import { createHttpHeaders, type HttpClient, type PipelinePolicy } from "@azure/core-rest-pipeline";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ChatClient } from "../src/index.ts";
import { endpoint, threadId } from "./support/scripted.ts";

const minute = 60_000;

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: 0 }));
afterEach(() => void vi.useRealTimers());

/** Creates a client that records where it sent which token. */
function setUp(
  getToken: () => Promise<AccessToken>,
  policy?: PipelinePolicy,
  status: (token: string) => number = () => 204,
) {
  const sent: string[] = [];
  const httpClient: HttpClient = {
    async sendRequest(request) {
      const token = (request.headers.get("authorization") ?? "none").replace("Bearer ", "");
      sent.push(`${new URL(request.url).origin} ${token}`);
      return { request, status: status(token), headers: createHttpHeaders(), bodyAsText: "" };
    },
  };
  const credential = { getToken: vi.fn<() => Promise<AccessToken>>(getToken), dispose() {} };
  const client = new ChatClient(endpoint, credential, {
    validateResponses: true,
    httpClient,
    retryOptions: { retryDelayInMs: 0 },
    ...(policy && { additionalPolicies: [{ policy, position: "perCall" as const }] }),
  });
  const thread = client.getChatThreadClient(threadId);
  return {
    sent,
    credential,
    send: (abortSignal?: AbortSignal) => thread.deleteMessage("1", { abortSignal }),
  };
}

/** Creates a credential that returns the tokens t1, t2, …, each valid for an hour. */
const numbered = () => {
  let number = 0;
  return async () => ({ token: `t${(number += 1)}`, expiresOnTimestamp: Date.now() + 60 * minute });
};

test("caches a token while it is valid, refreshes it before it expires, and never sends an expired one", async () => {
  const { send, sent, credential } = setUp(numbered());
  await send();
  vi.setSystemTime(57 * minute);
  await send();
  expect(credential.getToken).toHaveBeenCalledTimes(1);
  vi.setSystemTime(59 * minute);
  await send();
  expect(credential.getToken).toHaveBeenCalledTimes(2);
  vi.setSystemTime(61 * minute);
  await send();
  expect(sent.at(-1)).toBe(`${endpoint} t2`);
});

test("requests one token for concurrent calls", async () => {
  const { send, sent, credential } = setUp(numbered());
  await Promise.all([send(), send(), send()]);
  expect(credential.getToken).toHaveBeenCalledTimes(1);
  expect(new Set(sent)).toEqual(new Set([`${endpoint} t1`]));
});

test("throws for a rejected token without sending the request again", async () => {
  const { send, sent } = setUp(numbered(), undefined, () => 401);
  await expect(send()).rejects.toMatchObject({ statusCode: 401, code: "Unauthorized" });
  expect(sent).toEqual([`${endpoint} t1`]);
});

test("passes the error of the credential to the caller unchanged", async () => {
  const failure = new Error("the identity service is down");
  const { send, sent } = setUp(() => Promise.reject(failure));
  await expect(send()).rejects.toBe(failure);
  expect(sent).toEqual([]);
});

test.each([
  "https://evil.example",
  "http://contoso.communication.azure.com",
  "https://contoso.communication.azure.com:444",
  "https://contoso.communication.azure.com.evil.example",
])("sends no token to %s", async (other) => {
  const detour: PipelinePolicy = {
    name: "detour",
    sendRequest(request, next) {
      request.url = request.url.replace(endpoint, other);
      return next(request);
    },
  };
  const { send, sent } = setUp(numbered(), detour);
  await send().catch(() => {});
  expect(sent.filter((line) => !line.endsWith(" none"))).toEqual([]);
});

test("does not wait for the token of an aborted call", async () => {
  let give: ((token: AccessToken) => void) | undefined;
  const { send, sent } = setUp(() => new Promise((resolve) => (give = resolve)));
  const controller = new AbortController();
  const aborted = send(controller.signal);
  const other = send();
  controller.abort();
  await expect(aborted).rejects.toMatchObject({ name: "AbortError" });
  give!({ token: "late", expiresOnTimestamp: 60 * minute });
  await other;
  expect(sent).toEqual([`${endpoint} late`]);
});
