import { describe, expect, it } from "vitest";
import { createClock } from "../engine/clock.ts";
import { RATE_LIMITS } from "../engine/limits.ts";
import { createRateLimiter } from "./rate-limits.ts";

type Who = readonly [userId: string, threadId: string];

/** Returns how many requests of an operation pass at each time, from the given users and threads. */
function burst(operation: string, who: (n: number) => Who, atSeconds: readonly number[]): number[] {
  const clock = createClock(() => 0);
  const limiter = createRateLimiter(clock, true);
  return atSeconds.map((at) => {
    clock.set(at * 1000);
    let passed = 0;
    try {
      for (; passed < 4000; passed++) limiter.check(operation, ...who(passed));
    } catch {
      // Refused: this many have passed.
    }
    return passed;
  });
}

const same: (n: number) => Who = () => ["user", "thread"];
const otherUsers = (n: number): Who => [`user ${n}`, "thread"];
const otherThreads = (n: number): Who => ["user", `thread ${n}`];
const NONE = 4000;

describe("published rate limits", () => {
  // Requests that pass: for one user in one thread, for many users, for many threads.
  it.each([
    ["createChatThread", 10, 3000, 10],
    ["deleteChatThread", 10, NONE, 10],
    ["updateChatThreadProperties", 5, 5, NONE],
    ["addChatParticipants", 10, 10, NONE],
    ["removeChatParticipant", 10, 10, NONE],
    ["getChatThreadProperties", 50, NONE, 50],
    ["listChatThreads", 50, NONE, 50],
    ["getChatMessage", 50, 250, NONE],
    ["listChatMessages", 50, 250, NONE],
    ["listChatReadReceipts", 5, 100, NONE],
    ["listChatParticipants", 10, 250, NONE],
    ["sendChatMessage", 10, 10, NONE],
    ["updateChatMessage", 10, 10, NONE],
    ["deleteChatMessage", 10, 10, NONE],
    ["sendChatReadReceipt", 10, NONE, NONE],
    ["sendTypingNotification", 5, 10, NONE],
    ["identity.create", 1000, 1000, 1000],
    ["identity.issueAccessToken", 1000, 1000, 1000],
    ["identity.delete", 500, 500, 500],
    ["identity.revokeAccessTokens", 500, 500, 500],
    ["uploadChatImage", NONE, NONE, NONE],
  ])("%s: %i, %i, %i", (operation, alone, users, threads) => {
    const passed = [same, otherUsers, otherThreads].map((who) => burst(operation, who, [0])[0]);
    expect(passed).toEqual([alone, users, threads]);
  });

  it.each([
    // In addition to the window of ten seconds there is one of a minute, with 30, 15 and 200 requests.
    // The refused request of each burst counts as well: 30 - 2 * 11 = 8.
    ["sendChatMessage", [10, 10, 8, 0, 0, 0]],
    ["sendTypingNotification", [5, 5, 3, 0, 0, 0]],
    ["listChatMessages", [50, 50, 50, 47, 0, 0]],
  ])("%s over a minute: %j", (operation, expected) => {
    expect(burst(operation, same, [0, 10, 20, 30, 40, 50])).toEqual(expected);
  });

  it("are shared by the operations of a group", () => {
    const limiter = createRateLimiter(
      createClock(() => 0),
      true,
    );
    for (let n = 0; n < 5; n++) {
      limiter.check("sendChatMessage", "user", "thread");
      limiter.check("updateChatMessage", "user", "thread");
    }
    expect(() => limiter.check("deleteChatMessage", "user", "thread")).toThrow(/10 requests/);
    expect(RATE_LIMITS).toHaveLength(15);
  });

  it("do not count requests of the future, after the clock was set back", () => {
    expect(burst("sendTypingNotification", same, [20, 0, 20])).toEqual([5, 5, 5]);
  });

  it("are cleared by a reset", () => {
    const limiter = createRateLimiter(
      createClock(() => 0),
      true,
    );
    const typing = (): void => {
      for (let n = 0; n < 5; n++) limiter.check("sendTypingNotification", "user", "thread");
    };
    typing();
    expect(typing).toThrow("More than 5 requests");
    limiter.reset();
    expect(typing).not.toThrow();
  });
});
