import { describe, expect, it } from "vitest";
import type { RealtimeEvents } from "./events.ts";
import { callListeners } from "./dispatcher.ts";
import type { ListenerTable } from "./listener-table.ts";
import { createRealtime } from "./realtime.ts";

/** The listeners of a client, and the way to call them. */
function createListeners(onFailure: (name: keyof RealtimeEvents, cause: unknown) => void) {
  const table: ListenerTable = {};
  const { on, off } = createRealtime(() => parts, undefined, table);
  return {
    on,
    off,
    emit: <K extends keyof RealtimeEvents>(name: K, event: RealtimeEvents[K]) =>
      callListeners(table, name, event, onFailure),
    count: (name: keyof RealtimeEvents) => table[name]?.length ?? 0,
  };
}

const parts = {
  endpoint: "https://chat.test",
  apiVersion: "2025-03-15",
  credential: { getToken: async () => ({ token: "t", expiresOnTimestamp: 0 }), dispose() {} },
  newId: () => "id",
  logger: console as never,
};

const state = { state: "connected", previous: "connecting" } as const;

describe("listeners", () => {
  it("are called in the order of registration, once per registration", () => {
    const listeners = createListeners(() => {});
    const calls: string[] = [];
    const a = () => void calls.push("a");
    listeners.on("stateChanged", a);
    listeners.on("stateChanged", () => void calls.push("b"));
    listeners.on("stateChanged", a);
    listeners.emit("stateChanged", state);
    listeners.off("stateChanged", a);
    listeners.emit("stateChanged", state);
    expect(calls).toEqual(["a", "b", "a", "b", "a"]);
  });

  it("do not affect others if they throw or reject", async () => {
    const failures: unknown[] = [];
    const listeners = createListeners((name, cause) => failures.push([name, cause]));
    const heard: unknown[] = [];
    listeners.on("stateChanged", () => {
      throw new Error("thrown");
    });
    listeners.on("stateChanged", async () => {
      await undefined;
      throw new Error("rejected");
    });
    listeners.on("stateChanged", (event) => heard.push(event));
    listeners.emit("stateChanged", state);
    await new Promise((resolve) => setImmediate(resolve));
    expect(heard).toEqual([state]);
    expect(failures).toEqual([
      ["stateChanged", new Error("thrown")],
      ["stateChanged", new Error("rejected")],
    ]);
  });

  it("can be added and removed while they are called", () => {
    const listeners = createListeners(() => {});
    const calls: string[] = [];
    const late = () => void calls.push("late");
    listeners.on("stateChanged", () => {
      calls.push("first");
      listeners.off("stateChanged", second);
      listeners.on("stateChanged", late);
    });
    const second = () => void calls.push("second");
    listeners.on("stateChanged", second);
    listeners.emit("stateChanged", state);
    expect(calls).toEqual(["first", "second"]);
    listeners.emit("stateChanged", state);
    expect(calls).toEqual(["first", "second", "first", "late"]);
  });

  it("that are added with once are called once, even if they cause the next event", () => {
    const listeners = createListeners(() => {});
    let calls = 0;
    listeners.on(
      "stateChanged",
      () => {
        calls += 1;
        if (calls < 5) listeners.emit("stateChanged", state);
      },
      true,
    );
    listeners.emit("stateChanged", state);
    expect([calls, listeners.count("stateChanged")]).toEqual([1, 0]);
  });

  it("can be removed even if they were never added", () => {
    const listeners = createListeners(() => {});
    listeners.off("error", () => {});
    expect(listeners.count("error")).toBe(0);
  });
});
