import { describe, expect, it } from "vitest";
import { RealtimeError, type RealtimeErrorCode } from "../realtime-error.ts";
import { decideRetry, isWorthRetrying } from "./retry-decision.ts";

const failure = (code: RealtimeErrorCode, options: { statusCode?: number; cause?: unknown } = {}) =>
  new RealtimeError(code, "m", options);
const nodeError = (code: string) =>
  new TypeError("fetch failed", { cause: Object.assign(new Error(code), { code }) });

describe("a failed attempt", () => {
  it.each([
    [failure("ConnectionLost"), true],
    [failure("Timeout"), true],
    [failure("ConnectionLost", { cause: nodeError("ECONNREFUSED") }), true],
    [failure("ConnectionLost", { cause: nodeError("EAI_AGAIN") }), true],
    [failure("RequestFailed", { statusCode: 503 }), true],
    [failure("RequestFailed", { statusCode: 429 }), true],
    [failure("RequestFailed", { statusCode: 403 }), false],
    [failure("RequestFailed", { statusCode: 302 }), false],
    [failure("RequestFailed"), false],
    [failure("InvalidAnswer"), false],
    [failure("TokenUnavailable"), false],
    [failure("ConnectionLost", { cause: nodeError("ENOTFOUND") }), false],
    [failure("ConnectionLost", { cause: nodeError("DEPTH_ZERO_SELF_SIGNED_CERT") }), false],
    [failure("ConnectionLost", { cause: nodeError("UNABLE_TO_VERIFY_LEAF_SIGNATURE") }), false],
  ])("is retried if another attempt can succeed: %#", (error, expected) => {
    expect(isWorthRetrying(error)).toBe(expected);
  });

  it("on several addresses is retried unless all of them failed permanently", () => {
    const errors = [nodeError("ENOTFOUND"), nodeError("ECONNREFUSED")];
    const cause = new AggregateError(errors);
    expect(isWorthRetrying(failure("ConnectionLost", { cause }))).toBe(true);
  });

  it.each([
    ["connecting", failure("ConnectionLost"), 2, "retry"],
    ["connecting", failure("ConnectionLost"), 3, "giveUp"],
    ["connecting", failure("InvalidAnswer"), 1, "giveUp"],
    ["reconnecting", failure("InvalidAnswer"), 99, "retry"],
    ["reconnecting", failure("TokenRejected", { statusCode: 401 }), 1, "giveUp"],
    ["moving", failure("TokenRejected", { statusCode: 401 }), 1, "retry"],
  ] as const)(
    "in the state %s: %# is decided by state, error and number of failures",
    (state, error, failures, decision) => {
      expect(decideRetry(error, { state, failures })).toBe(decision);
    },
  );
});
