import { describe, expect, it } from "vitest";
import type { TypingIndicatorReceivedEvent } from "../../src/realtime/events.ts";
import { createRealtime } from "../../src/realtime/realtime.ts";
import type { RealtimeSink } from "../../src/realtime/transport.ts";
import { RealtimeError } from "../../src/realtime/realtime-error.ts";
import { messagePayload } from "./support/fake-service.ts";
import { settle } from "./support/manual-time.ts";
import { only, setUp } from "./support/start.ts";

/** Creates the payload of a read receipt for a fixed message. */
const receiptPayload = (time: number): object => ({
  ...messagePayload(1),
  eventId: 246,
  messageBody: JSON.stringify({ consumptionhorizon: `1;${time};1` }),
});

describe("listeners of a client", () => {
  it("that fail are reported by the `error` event, and the service still receives 200", async () => {
    const { service, notifications, heard } = setUp();
    notifications.on("chatMessageReceived", () => {
      throw new Error("oops");
    });
    const after: string[] = [];
    notifications.on("chatMessageReceived", ({ message }) => after.push(message));
    await notifications.start();
    service.sockets[0]!.notify(1, messagePayload(1));
    expect(after).toEqual(["message 1"]);
    await settle();
    expect(only(heard, "error")).toMatchObject([
      { code: "ListenerFailed", cause: new Error("oops") },
    ]);
    expect(service.sockets[0]!.received.at(-1)).toContain('"status":200');
  });

  it("that throw a RealtimeError are reported as failed listeners as well", async () => {
    const { service, notifications, heard } = setUp();
    const own = new RealtimeError("Timeout", "theirs");
    notifications.on("chatMessageReceived", () => {
      throw own;
    });
    await notifications.start();
    service.sockets[0]!.notify(1, messagePayload(1));
    await settle();
    expect(only(heard, "error")).toMatchObject([{ code: "ListenerFailed", cause: own }]);
  });

  it("of the `error` event can fail without being called endlessly", async () => {
    const { service, notifications } = setUp();
    notifications.on("error", () => {
      throw new Error("again");
    });
    await notifications.start();
    service.sockets[0]!.notify(1, messagePayload(1, { version: "" }));
    expect(notifications.state).toBe("connected");
  });

  it.each([
    [
      "throw",
      () => {
        throw Object.create(null);
      },
    ],
    ["reject", () => Promise.reject(Object.create(null))],
  ])("can %s values that cannot be serialized", async (_, fails) => {
    const { service, notifications, heard } = setUp();
    notifications.on("chatMessageReceived", fails as never);
    const after: string[] = [];
    notifications.on("chatMessageReceived", ({ message }) => after.push(message));
    await notifications.start();
    service.sockets[0]!.notify(1, messagePayload(1));
    await settle();
    expect(after).toEqual(["message 1"]);
    expect(only(heard, "error")).toMatchObject([{ code: "ListenerFailed" }]);
    expect(service.sockets[0]!.received.at(-1)).toContain('"status":200');
  });

  it("are called if another listener stops notifications, and only once if added with `once`", async () => {
    const { notifications } = setUp();
    const states: string[] = [];
    let once = 0;
    notifications.on("stateChanged", ({ state }) => {
      if (state === "connected") void notifications.stop();
    });
    notifications.on("stateChanged", ({ state }) => states.push(state));
    await notifications.start().catch(() => {});
    expect(states).toEqual(["connecting", "connected", "stopped"]);
    notifications.on("stateChanged", () => (once += 1), true);
    await notifications.start().catch(() => {});
    expect(once).toBe(1);
  });

  it("can start an iteration for the next start when they are called for a stop", async () => {
    const { service, notifications } = setUp();
    let events: AsyncIterableIterator<{ type: string }> | undefined;
    notifications.on("stateChanged", ({ state }) => {
      if (state === "stopped") events ??= notifications.events();
    });
    await notifications.start();
    await notifications.stop();
    await notifications.start();
    service.sockets.at(-1)!.notify(1, messagePayload(1));
    expect((await events!.next()).value).toMatchObject({ type: "chatMessageReceived" });
  });

  it("can stop the notifications that call them", async () => {
    const { service, notifications, heard, time } = setUp();
    notifications.on("chatMessageReceived", () => void notifications.stop());
    await notifications.start();
    const [socket] = service.sockets;
    socket!.notify(1, messagePayload(1));
    socket!.notify(2, messagePayload(2));
    await settle();
    expect(only(heard, "chatMessageReceived")).toHaveLength(1);
    expect([notifications.state, time.pending]).toEqual(["stopped", 0]);
  });
});

describe("events()", () => {
  it("can be called before the start, and ends with the stop", async () => {
    const { service, notifications } = setUp();
    const events = notifications.events({ types: ["chatMessageReceived"] });
    await notifications.start();
    service.sockets[0]!.notify(1, messagePayload(1));
    const seen: string[] = [];
    for await (const { type } of events) {
      seen.push(type);
      await notifications.stop();
    }
    expect(seen).toEqual(["chatMessageReceived"]);
  });

  it("throws if notifications stop with an error", async () => {
    const { service, notifications, time } = setUp();
    await notifications.start();
    const next = notifications
      .events()
      .next()
      .catch((error: unknown) => error);
    service.answer = () => new Response(null, { status: 401 });
    service.sockets[0]!.drop();
    await time.advance(1000);
    expect(await next).toBeInstanceOf(RealtimeError);
    expect(await next).toMatchObject({ code: "TokenRejected" });
  });
});

describe("a stop", () => {
  it("does not wait for a credential, and removes the registration also while reconnecting", async () => {
    let answers = true;
    const credential = {
      getToken: () =>
        answers
          ? Promise.resolve({ token: "token-1", expiresOnTimestamp: 0 })
          : new Promise<never>(() => {}),
      dispose() {},
    };
    const { notifications, service, time } = setUp({ credential });
    await notifications.start();
    answers = false;
    await notifications.stop();
    answers = true;
    await notifications.start();
    service.answer = ({ url }) =>
      url.pathname === "/v4/a" ? new Response(null, { status: 503 }) : undefined;
    service.sockets.at(-1)!.drop();
    await time.advance(1000);
    await notifications.stop();
    expect(service.requests.filter(({ method }) => method === "DELETE")).toHaveLength(2);
  });

  it("resets the numbers of events, which start again with the next start", async () => {
    const { notifications, service } = setUp();
    let receipts = 0;
    notifications.on("readReceiptReceived", () => (receipts += 1));
    for (const time of [1_700_000_000_000, 1_700_000_009_000]) {
      await notifications.start();
      service.sockets.at(-1)!.notify(1, receiptPayload(time));
      await notifications.stop();
    }
    expect(receipts).toBe(2);
  });

  it("during a start rejects that start, but not the next one", async () => {
    const { notifications, service, heard } = setUp();
    const first = notifications.start().catch((error: unknown) => error);
    await notifications.stop();
    expect(await first).toMatchObject({ code: "Stopped" });
    await notifications.start();
    expect(notifications.state).toBe("connected");
    expect(service.sockets.filter(({ open }) => open)).toHaveLength(1);
    expect(only(heard, "stateChanged").at(-1)).toMatchObject({ state: "connected" });
  });

  it("is awaited by the next start", async () => {
    const { notifications, service } = setUp();
    await notifications.start();
    const stopped = notifications.stop();
    await Promise.all([stopped, notifications.start()]);
    expect(notifications.state).toBe("connected");
    const lines = service.requests.map(({ method }) => method);
    expect(lines.indexOf("DELETE")).toBeLessThan(lines.lastIndexOf("GET"));
  });

  it("without a start does nothing", async () => {
    const { notifications, service } = setUp();
    await notifications.stop();
    expect(service.requests).toEqual([]);
  });
});

describe("a custom transport", () => {
  const parts = {
    endpoint: "https://chat.test",
    apiVersion: "2025-03-15",
    credential: { getToken: async () => ({ token: "t", expiresOnTimestamp: 0 }), dispose() {} },
    newId: () => "id",
    logger: { info() {}, warning() {}, error() {} },
  };

  it("is created once, and ignored after a stop", async () => {
    const sinks: RealtimeSink[] = [];
    const calls: string[] = [];
    const realtime = createRealtime(() => parts, {
      transport: ({ sink }) => {
        sinks.push(sink);
        return {
          start: async () => void calls.push("start"),
          stop: async () => void calls.push("stop"),
        };
      },
    });
    const heard: unknown[] = [];
    realtime.on("typingIndicatorReceived", (event) => heard.push(event));
    await realtime.start();
    const event = { threadId: "t" } as TypingIndicatorReceivedEvent;
    sinks[0]!.event("typingIndicatorReceived", event);
    await realtime.stop();
    sinks[0]!.event("typingIndicatorReceived", event);
    await realtime.start();
    sinks[0]!.event("typingIndicatorReceived", event);
    expect(heard).toHaveLength(2);
    expect([sinks.length, calls]).toEqual([1, ["start", "stop", "start"]]);
  });

  it("that cannot be created rejects the start, and is created with the next one", async () => {
    let tries = 0;
    const realtime = createRealtime(() => parts, {
      transport: () => {
        tries += 1;
        if (tries === 1) throw new Error("not yet");
        return { start: async () => {}, stop: async () => {} };
      },
    });
    await expect(realtime.start()).rejects.toMatchObject({
      name: "RealtimeError",
      cause: new Error("not yet"),
    });
    await realtime.start();
    expect(tries).toBe(2);
  });
});
