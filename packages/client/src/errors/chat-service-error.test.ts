import {
  createHttpHeaders,
  createPipelineRequest,
  isRestError,
  RestError,
} from "@azure/core-rest-pipeline";
import { inspect } from "node:util";
import { expect, test } from "vitest";
import { abortError } from "../abort.ts";
import { ChatServiceError, isChatServiceError } from "./chat-service-error.ts";
import { throwIfInvalidParticipants } from "./invalid-participants.ts";
import { toServiceError } from "./to-service-error.ts";

const token = "eyJhbGciOi.secret-token.signature";

function answer(status: number, bodyAsText: string, headers: Record<string, string> = {}) {
  const request = createPipelineRequest({
    url: "https://x/",
    headers: createHttpHeaders({ Authorization: `Bearer ${token}` }),
  });
  const response = { status, bodyAsText, request, headers: createHttpHeaders(headers) };
  return new RestError("raw", { statusCode: status, request, response });
}

test("reads code, message, details, request id and retry delay from the response", () => {
  const body = {
    CommunicationError: {
      Code: "Forbidden",
      Message: "Not yours.",
      Target: "t",
      Details: [{ Code: "1", Message: "m" }],
    },
  };
  const error = toServiceError(
    answer(403, JSON.stringify(body), { "MS-CV": "cv.0", "Retry-After": "2" }),
    "getMessage",
  );
  expect(error).toBeInstanceOf(ChatServiceError);
  expect(error).toMatchObject({
    name: "RestError",
    message: expect.stringMatching(/^getMessage failed: 403 Forbidden: Not yours\. Usually /),
    statusCode: 403,
    code: "Forbidden",
    target: "t",
    details: [{ code: "1", message: "m" }],
    requestId: "cv.0",
    retryAfterInMs: 2000,
    response: { status: 403 },
  });
});

test.each([
  [
    401,
    "",
    /^m failed: 401 Unauthorized: The token is expired, revoked, of another resource or has no chat scope\.$/,
  ],
  [404, '{"CommunicationError":{"Code":"NotFound"}}', /^m failed: 404 NotFound: The thread or/],
  [418, "", /^m failed: 418 RequestFailed$/],
  [404, '{"error":{"code":"NotFound","message":"Gone."}}', /^m failed: 404 NotFound: Gone\.$/],
  [
    403,
    '{"error":{"code":"Forbidden","message":"No."}}',
    /^m failed: 403 Forbidden: No\. Usually /,
  ],
])("names the operation, the status and the reason: %d %s", (status, body, message) => {
  expect((toServiceError(answer(status, body), "m") as Error).message).toMatch(message);
});

test.each([
  ["ECONNREFUSED", /start the emulator\.$/],
  ["ENOTFOUND", /Check the host name of the endpoint\.$/],
  ["SELF_SIGNED_CERT_IN_CHAIN", /NODE_EXTRA_CA_CERTS or use its http endpoint\.$/],
  ["ECONNRESET", /^m failed: lost$/],
])("says what to check when there is no response: %s", (code, message) => {
  expect((toServiceError(new RestError("lost", { code }), "m") as Error).message).toMatch(message);
});

test("is an instance of RestError", () => {
  const error = toServiceError(answer(404, ""), "getMessage");
  expect(error).toBeInstanceOf(RestError);
  expect(error).toBeInstanceOf(Error);
  expect(isRestError(error)).toBe(true);
  expect(isChatServiceError(error)).toBe(true);
  expect(isChatServiceError(new RestError("other"))).toBe(false);
  expect(isChatServiceError({ code: "x" })).toBe(false);
});

test("recognizes an error of another copy of the package", () => {
  class Copy extends Error {
    get [Symbol.for("acs-chat.ChatServiceError")]() {
      return true;
    }
  }
  expect(isChatServiceError(new Copy())).toBe(true);
});

test.each([
  [400, "BadRequest"],
  [401, "Unauthorized"],
  [413, "PayloadTooLarge"],
  [418, "RequestFailed"],
  [429, "TooManyRequests"],
  [503, "ServiceUnavailable"],
  [599, "ServerError"],
])("names the operation for a response %i without a body, with the code %s", (status, code) => {
  const error = toServiceError(answer(status, "<html>"), "sendMessage") as ChatServiceError;
  expect(error.code).toBe(code);
  expect(error.message).toContain("sendMessage");
  expect(error.message).toContain(String(status));
});

test("names the operation and keeps the code of a lost connection", () => {
  const error = toServiceError(
    new RestError("socket hang up", { code: "ECONNRESET" }),
    "sendMessage",
  );
  expect(error).toMatchObject({
    code: "ECONNRESET",
    message: "sendMessage failed: socket hang up",
  });
  expect((error as ChatServiceError).statusCode).toBeUndefined();
});

test("never contains the token, even if a proxy echoes it", () => {
  const error = toServiceError(
    answer(502, JSON.stringify({ error: { code: "x", message: `bad ${token}` } })),
    "getMessage",
  ) as ChatServiceError;
  const seen = [
    inspect(error, { depth: 9, showHidden: true }),
    JSON.stringify(error),
    error.message,
    error.stack,
    error.response?.bodyAsText,
  ];
  seen.push(
    inspect(error.request, { depth: 9, showHidden: true }),
    inspect(error.response, { depth: 9, showHidden: true }),
  );
  for (const text of seen) expect(text).not.toContain("secret-token");
  expect(error.message).toMatch(/: bad \[token\]$/);
});

test("does not change errors that are not from HTTP", () => {
  for (const other of [abortError(), new TypeError("credential"), "text"])
    expect(toServiceError(other, "x")).toBe(other);
  const done = new ChatServiceError("x", { code: "y" });
  expect(toServiceError(done, "x")).toBe(done);
});

test("throws with throwIfInvalidParticipants if participants were not added", () => {
  expect(throwIfInvalidParticipants({})).toEqual({});
  const fine = { invalidParticipants: [] };
  expect(throwIfInvalidParticipants(fine)).toBe(fine);
  const details = [{ code: "403", message: "Permissions check failed", target: "8:acs:a" }];
  expect(() => throwIfInvalidParticipants({ invalidParticipants: details })).toThrowError(
    expect.objectContaining({
      code: "InvalidParticipants",
      details,
      message: expect.stringContaining("8:acs:a: Permissions check failed"),
    }),
  );
});
