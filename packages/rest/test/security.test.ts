import { AzureLogger, setLogLevel } from "@azure/logger";
import type { HttpClient } from "@azure/core-rest-pipeline";
import { createHttpHeaders } from "@azure/core-rest-pipeline";
import type { GetTokenOptions } from "@azure/core-auth";
import { afterEach, expect, test, vi } from "vitest";
import {
  createChatContext,
  deleteChatThread,
  download,
  sendChatMessage,
  uploadChatImage,
} from "../src/index.ts";
import { countingCredential, serve } from "./server.ts";

afterEach(() => {
  vi.useRealTimers();
  setLogLevel(undefined);
});

/** An HTTP client that responds to each request with a status code, without a network. */
const answering = (
  statusOf: (index: number) => number,
  headers: Record<string, string> = {},
): HttpClient & { tokens: string[] } => ({
  tokens: [],
  async sendRequest(request) {
    this.tokens.push(request.headers.get("authorization") ?? "none");
    const status = statusOf(this.tokens.length - 1);
    return { request, status, headers: createHttpHeaders(headers), bodyAsText: "" };
  },
});

test.each([
  ["", /endpoint must be an https URL/],
  ["contoso.communication.azure.com", /endpoint must be an https URL/],
  ["ftp://127.0.0.1", /endpoint must be an https URL/],
  ["http://contoso.communication.azure.com", /or http on this machine/],
  ["http://127.0.0.1.example.org", /or http on this machine/],
  ["http://localhost.example.org", /or http on this machine/],
  ["https://x.azure.com/?api-version=2025-03-15", /endpoint must be a URL without query/],
  ["https://x.azure.com/#top", /endpoint must be a URL without query/],
])("rejects the endpoint %j when the context is created", (endpoint, message) => {
  expect(() => createChatContext(endpoint, countingCredential())).toThrow(message);
});

test.each([
  "http://localhost:1",
  "http://127.0.0.1",
  "http://127.1.2.3:80/",
  "http://[::1]:5",
  "https://x.azure.com/",
  "  https://x.azure.com/\n",
  new URL("https://x.azure.com"),
])("accepts the endpoint %j", (endpoint) => {
  const context = createChatContext(endpoint as string, countingCredential());
  expect(context.endpoint).toBe(String(endpoint).trim().replace(/\/$/, ""));
});

test("requests one token for concurrent calls", async () => {
  const httpClient = answering(() => 204);
  const credential = countingCredential();
  const context = createChatContext("https://x.azure.com", credential, {
    validateResponses: true,
    httpClient,
  });
  await Promise.all(Array.from({ length: 5 }, () => deleteChatThread(context, "t")));
  await deleteChatThread(context, "t");
  expect(credential.asked).toBe(1);
  expect(new Set(httpClient.tokens)).toEqual(new Set(["Bearer token-1"]));
});

test("refreshes a token in the background before it expires, and waits for a new one after it expired", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const httpClient = answering(() => 204);
  const credential = countingCredential(600_000);
  const context = createChatContext("https://x.azure.com", credential, {
    validateResponses: true,
    httpClient,
  });
  await deleteChatThread(context, "t");
  vi.advanceTimersByTime(500_000);
  await deleteChatThread(context, "t");
  await deleteChatThread(context, "t");
  vi.advanceTimersByTime(700_000);
  await deleteChatThread(context, "t");
  expect(httpClient.tokens).toEqual([
    "Bearer token-1",
    "Bearer token-1",
    "Bearer token-2",
    "Bearer token-3",
  ]);
});

test("requests another token once for a 401 with a claims challenge", async () => {
  const claims = btoa('{"access_token":{}}');
  const wanted: unknown[] = [];
  const credential = {
    getToken: async (_: unknown, options: { claims?: string } = {}) => {
      wanted.push(options.claims);
      return { token: `token-${wanted.length}`, expiresOnTimestamp: Date.now() + 3_600_000 };
    },
  };
  const httpClient = answering((index) => (index === 0 ? 401 : 204), {
    "www-authenticate": `Bearer error="insufficient_claims", claims="${claims}"`,
  });
  const context = createChatContext("https://x.azure.com", credential, {
    validateResponses: true,
    httpClient,
  });
  await deleteChatThread(context, "t");
  expect(httpClient.tokens).toEqual(["Bearer token-1", "Bearer token-2"]);
  expect(wanted).toEqual([undefined, '{"access_token":{}}']);
});

test("throws a 401 without a claims challenge", async () => {
  const httpClient = answering(() => 401);
  const context = createChatContext("https://x.azure.com", countingCredential(), {
    validateResponses: true,
    httpClient,
  });
  await expect(deleteChatThread(context, "t")).rejects.toMatchObject({ statusCode: 401 });
  expect(httpClient.tokens).toHaveLength(1);
});

test("ignores a failed early refresh while the token is valid", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  let failures = 0;
  const credential = {
    getToken: async () => {
      if (Date.now() > start) {
        failures += 1;
        throw new Error("offline");
      }
      return { token: "the-only-one", expiresOnTimestamp: start + 600_000 };
    },
  };
  const start = Date.now();
  const httpClient = answering(() => 204);
  const context = createChatContext("https://x.azure.com", credential, {
    validateResponses: true,
    httpClient,
  });
  await deleteChatThread(context, "t");
  vi.advanceTimersByTime(550_000);
  await deleteChatThread(context, "t");
  expect(failures).toBe(1);
  vi.advanceTimersByTime(60_000);
  await expect(deleteChatThread(context, "t")).rejects.toThrow("offline");
  expect(httpClient.tokens).toHaveLength(2);
});

test("passes the caller's abort signal to the credential", async () => {
  const credential = {
    getToken: (_: unknown, { abortSignal }: GetTokenOptions = {}) =>
      new Promise<never>((_resolve, reject) => {
        abortSignal?.addEventListener("abort", () => reject(new Error("gave up")));
      }),
  };
  const context = createChatContext("https://x.azure.com", credential, {
    validateResponses: true,
    httpClient: answering(() => 204),
  });
  const controller = new AbortController();
  const call = deleteChatThread(context, "t", { abortSignal: controller.signal });
  // The policies before the authentication run first, so the token is not requested yet.
  setImmediate(() => controller.abort());
  await expect(call).rejects.toThrow("gave up");
});

test("sends no token with a request that a policy redirects to another origin", async () => {
  const httpClient = answering(() => 204);
  const context = createChatContext("https://x.azure.com", countingCredential(), {
    validateResponses: true,
    httpClient,
    additionalPolicies: [
      {
        position: "perCall",
        policy: {
          name: "detour",
          sendRequest(request, next) {
            request.url = request.url.replace(
              "https://x.azure.com",
              "https://x.azure.com.evil.org",
            );
            return next(request);
          },
        },
      },
    ],
  });
  await expect(deleteChatThread(context, "t")).rejects.toThrow(
    /Refused https:\/\/x\.azure\.com\.evil\.org/,
  );
  expect(httpClient.tokens).toEqual([]);
});

test("never logs tokens", async () => {
  await using server = await serve(() => ({ status: 201, body: { id: "1" } }));
  const lines: string[] = [];
  const log = AzureLogger.log;
  AzureLogger.log = (...parts: unknown[]) => void lines.push(parts.map(String).join(" "));
  setLogLevel("verbose");
  try {
    const context = createChatContext(server.endpoint, countingCredential(), {
      validateResponses: true,
    });
    await sendChatMessage(context, "t", { content: "hi" });
  } finally {
    AzureLogger.log = log;
  }
  expect(lines.join("\n")).toContain("/chat/threads/t/messages");
  expect(lines.join("\n")).not.toContain("token-1");
});

test("does not resend a stream body after a 401", async () => {
  const httpClient = answering(() => 401);
  const context = createChatContext("https://x.azure.com", countingCredential(), {
    validateResponses: true,
    httpClient,
  });
  const stream = new ReadableStream<Uint8Array>({ start: (controller) => controller.close() });
  const call = uploadChatImage(context, "t", stream, { imageFilename: "a.png" });
  await expect(call).rejects.toMatchObject({ statusCode: 401 });
  expect(httpClient.tokens).toHaveLength(1);
});

test("does not use the environment's proxy for a loopback endpoint, because the proxy would see the token", async () => {
  await using server = await serve(() => ({ status: 204 }));
  await using proxy = await serve(() => ({ status: 204 }));
  vi.stubEnv("HTTP_PROXY", proxy.endpoint);
  vi.stubEnv("NO_PROXY", "");
  try {
    const direct = createChatContext(server.endpoint, countingCredential(), {
      validateResponses: true,
    });
    await deleteChatThread(direct, "t");
    expect([server.received.length, proxy.received.length]).toEqual([1, 0]);
    // A proxy in the options is used.
    const { hostname: host, port } = new URL(proxy.endpoint);
    const proxyOptions = { host: `http://${host}`, port: Number(port) };
    const through = createChatContext(server.endpoint, countingCredential(), {
      validateResponses: true,
      proxyOptions,
    });
    await deleteChatThread(through, "t");
    expect([server.received.length, proxy.received.length]).toEqual([1, 1]);
  } finally {
    vi.unstubAllEnvs();
  }
});

test("does not repeat a rejected endpoint in the error, because it could be a connection string", () => {
  const wrong = "endpoint=https://x.azure.com/;accesskey=hidden-key";
  expect(() => createChatContext(wrong, countingCredential())).toThrow(/^(?!.*hidden-key)/);
});

test("sends the token of download only to the endpoint", async () => {
  const httpClient = answering(() => 200);
  const context = createChatContext("https://x.azure.com", countingCredential(), { httpClient });
  const statusOf = (url: string) => download(context, url, {}, ({ status }) => status);
  expect(await statusOf("/images/1")).toBe(200);
  expect(await statusOf("https://x.azure.com/images/1")).toBe(200);
  for (const url of ["https://x.azure.com.test/", "//other.test/", "http://x.azure.com/"]) {
    await expect(statusOf(url)).rejects.toThrow("requests must stay at https://x.azure.com");
  }
  expect(httpClient.tokens).toHaveLength(2);
});
