import { describe, expect, it } from "vitest";
import { startChat } from "../../test/support/chat.ts";

describe("control.realtime", () => {
  it.each([
    ["setFaults", "PUT", "faults", { holdAck: true }, "faults has an unknown property holdAck"],
    ["setFaults", "PUT", "faults", { toString: 1 }, "faults has an unknown property toString"],
    ["setFaults", "PUT", "faults", { holdAcks: 1 }, "faults.holdAcks must be true or false"],
    ["setFaults", "PUT", "faults", { loseEvents: -1 }, "faults.loseEvents must be a whole number"],
    ["setFaults", "PUT", "faults", { delay: 0.5 }, "faults.delay must be a whole number"],
    ["setFaults", "PUT", "faults", [], "faults must be an object"],
    ["drop", "POST", "drop", { user: "x" }, "wish has an unknown property user; use userId, count"],
    ["drop", "POST", "drop", { count: 0 }, "wish.count must be a whole number from 1"],
    ["reconnect", "POST", "reconnect", { userID: "x" }, "wish has an unknown property userID"],
    ["lose", "POST", "lose", { announced: true }, "wish has an unknown property announced"],
    ["lose", "POST", "lose", { announce: "no" }, "wish.announce must be true or false"],
  ] as const)(
    "refuses unknown and invalid values, in the library and over HTTP: %s",
    async (name, method, action, wish, message) => {
      await using chat = await startChat();
      const { realtime } = chat.emulator.control;
      const act = realtime[name] as (wish: unknown) => unknown;
      expect(() => act(wish)).toThrow(
        expect.objectContaining({ status: 400, message: expect.stringContaining(message) }),
      );
      const path = `/_emulator/realtime/${action}`;
      const { status, json } = await chat.request(undefined, method, path, wish);
      expect([status, json.error.message]).toEqual([400, expect.stringContaining(message)]);
    },
  );
});
