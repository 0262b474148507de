import { describe, expect, it } from "vitest";
import { type EmulatorOptions, startEmulator } from "../index.ts";

describe("the options of startEmulator", () => {
  it.each([
    [{ prot: 1 }, "options has an unknown property prot; use port, https,"],
    [{ https: { prot: 1 } }, "options.https has an unknown property prot; use port, cert,"],
    [{ https: "yes" }, "options.https must be true, false or an object."],
    [{ https: { names: "localhost" } }, "options.https.names must be a list of strings."],
    [{ port: 65_536 }, "options.port must be a whole number from 0 to 65535."],
    [{ port: "8940" }, "options.port must be a whole number"],
    [{ strictness: "stric" }, "options.strictness must be one of strict, default, loose."],
    [{ listen: "no" }, "options.listen must be true or false."],
    [{ location: 1 }, "options.location must be a path that is not empty."],
    [{ location: "" }, "options.location must be a path that is not empty."],
    [{ seed: [] }, "options.seed must be an object."],
    [{ eventGrid: {} }, "options.eventGrid must be a list."],
    [{ now: 1 }, "options.now must be a function."],
    [[], "options must be an object."],
  ] as const)("are refused by name if unknown or invalid: %j", async (options, message) => {
    const started = startEmulator(options as unknown as EmulatorOptions);
    await expect(started.then((emulator) => emulator.close())).rejects.toThrow(
      expect.objectContaining({ name: "TypeError", message: expect.stringContaining(message) }),
    );
  });

  it("may be undefined", async () => {
    const options = { port: undefined, https: undefined, seed: undefined };
    await using emulator = await startEmulator(options as unknown as EmulatorOptions);
    expect(emulator.endpoint).toMatch(/^http:/);
  });
});

describe("a listener", () => {
  it.each(["emulator", "faults", "requests"] as const)(
    "is refused if it is not a function: subscribe of %s",
    async (place) => {
      await using emulator = await startEmulator({ listen: false });
      const source = place === "emulator" ? emulator : emulator.control[place];
      for (const listener of [undefined, {}]) {
        expect(() => source.subscribe(listener as never)).toThrow("listener must be a function.");
      }
    },
  );
});
