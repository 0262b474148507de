import { describe, expect, it } from "vitest";
import { START, startChat } from "../../test/support/chat.ts";

const CENTURY = 100 * 366 * 24 * 60 * 60 * 1000;

describe("control.clock", () => {
  it.each([
    ["clock.set", (clock) => clock.set(Number.NaN)],
    ["clock.set", (clock) => clock.set(-1)],
    ["clock.set", (clock) => clock.set(1e18)],
    ["clock.freeze", (clock) => clock.freeze(0.5)],
    ["clock.advance", (clock) => clock.advance(-1)],
    ["clock.advance", (clock) => clock.advance(Infinity)],
    ["clock.advance", (clock) => clock.advance(CENTURY + 1)],
  ] as const satisfies readonly (readonly [string, (clock: Clock) => void])[])(
    "refuses a value out of range and names it: %s",
    async (name, move) => {
      await using chat = await startChat();
      const { clock } = chat.emulator.control;
      expect(() => move(clock)).toThrow(
        expect.objectContaining({ status: 400, message: expect.stringContaining(`${name} must`) }),
      );
      expect([clock.now(), clock.frozen]).toEqual([START, false]);
    },
  );

  it("cannot be set past the year 9999", async () => {
    await using chat = await startChat();
    const { clock } = chat.emulator.control;
    clock.set(Date.UTC(9998, 0));
    expect(() => clock.advance(CENTURY)).toThrow("must not set the clock past the year 9999");
    expect(clock.now()).toBe(Date.UTC(9998, 0));
    const { status, json } = await chat.request(undefined, "POST", "/_emulator/clock", {
      advance: CENTURY,
    });
    expect([status, json.error.message]).toEqual([400, expect.stringContaining("clock.advance")]);
  });
});

type Clock = Awaited<ReturnType<typeof startChat>>["emulator"]["control"]["clock"];
