import { describe, expect, it, vi } from "vitest";
import { createDeferred } from "../deferred.ts";
import { RealtimeError } from "../realtime-error.ts";
import type { Connection, ConnectionEvents } from "./connection.ts";
import type { ConnectionEvent, ConnectionState } from "./connection-state.ts";
import type { OpenedConnection } from "./connector.ts";
import { effects } from "./effects.ts";
import type { Run, TransportContext } from "./run.ts";

const error = new RealtimeError("ConnectionLost", "lost");
const stop: ConnectionEvent = { type: "stop" };
const lost: ConnectionEvent = { type: "lost", error };

/** A function that only records its calls. */
const mock = () => vi.fn<(...args: unknown[]) => unknown>();

const createConnection = () => ({ end: mock(), lastHeardAt: 7, failure: undefined });

/** A context whose parts only record their calls. */
function setUp({
  state = "connecting",
  failures = 1,
}: { state?: ConnectionState; failures?: number } = {}) {
  const events: ConnectionEvents[] = [];
  const attempt = createDeferred<OpenedConnection>();
  const signal = { aborted: false };
  const run = {
    session: { signal, after: mock(), add: mock(), close: mock() },
    schedule: {
      failures,
      connected: mock(),
      disconnected: mock(),
      failed: mock(),
      delay: () => 125,
    },
    connector: {
      open: (_: unknown, given: ConnectionEvents) => {
        events.push(given);
        return attempt.promise;
      },
    },
    started: createDeferred<void>(),
    connection: undefined as Connection | undefined,
    moveRequestedBy: undefined as Connection | undefined,
  };
  const sink = { connected: mock(), reconnecting: mock(), error: mock(), ended: mock() };
  const context = {
    env: { RealtimeError, sink },
    allocator: {
      forgetAddresses: mock(),
      renewRegistration: vi.fn<() => Promise<void>>(async () => {}),
    },
    gaps: {
      start: mock(),
      open: mock(),
      greeted: mock(),
      close: mock(),
      announceLoss: mock(),
    },
    receive: mock(),
    createRun: () => run as unknown as Run,
    run: run as unknown as Run,
    state: () => state,
    dispatch: mock(),
  };
  const does = (name: keyof typeof effects, event: ConnectionEvent = stop) =>
    effects[name](context as unknown as TransportContext, event);
  return { run, sink, context, does, events, attempt, signal };
}

const opened = (more: Partial<OpenedConnection> = {}) =>
  ({
    connection: createConnection(),
    isRetained: false,
    registered: Promise.resolve(),
    ...more,
  }) as OpenedConnection;
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe("the effects of the transport", () => {
  it("openSession starts expecting events, and renews the registration before it expires", () => {
    const { does, run, context } = setUp();
    does("openSession");
    expect(context.gaps.start).toHaveBeenCalled();
    const [delay, renew] = run.session.after.mock.calls[0] as [number, () => void];
    expect(delay).toBe(7_170_000);
    run.connection = createConnection() as unknown as Connection;
    renew();
    expect(context.allocator.renewRegistration).toHaveBeenCalledOnce();
    expect(run.session.after).toHaveBeenCalledTimes(2);
  });

  it("closeSession releases the connection before it closes the session", () => {
    const { does, run } = setUp();
    run.connection = createConnection() as unknown as Connection;
    does("closeSession");
    expect([run.connection, run.session.close.mock.calls.length]).toEqual([undefined, 1]);
  });

  it("wait triggers delayElapsed after the delay of the schedule", () => {
    const { does, run, context } = setUp();
    does("wait");
    const [delay, work] = run.session.after.mock.calls[0] as [number, () => void];
    work();
    expect([delay, context.dispatch.mock.calls]).toEqual([125, [[{ type: "delayElapsed" }]]]);
  });

  it("assessConnection informs the schedule", () => {
    const { does, run } = setUp();
    does("assessConnection");
    expect(run.schedule.disconnected).toHaveBeenCalledOnce();
  });

  it("forgetAddresses makes the next attempt request the configuration", () => {
    const { does, context } = setUp();
    does("forgetAddresses");
    expect(context.allocator.forgetAddresses).toHaveBeenCalledOnce();
  });

  it("adoptConnection closes the previous connection a minute later", () => {
    const { does, run } = setUp();
    const previous = createConnection();
    run.connection = previous as unknown as Connection;
    const next = opened();
    does("adoptConnection", { type: "opened", opened: next });
    expect(run.connection).toBe(next.connection);
    const [delay, work] = run.session.after.mock.calls[0] as [number, () => void];
    expect([delay, previous.end.mock.calls.length]).toEqual([60_000, 0]);
    work();
    expect(previous.end).toHaveBeenCalledOnce();
  });

  it("closeGap reports whether the service has kept the events", () => {
    const { does, context } = setUp();
    does("closeGap", { type: "opened", opened: opened({ isRetained: true }) });
    expect(context.gaps.close).toHaveBeenCalledWith(true);
  });

  it("reportConnected resolves the start and informs the app", async () => {
    const { does, run, sink } = setUp();
    does("reportConnected");
    await expect(run.started.promise).resolves.toBeUndefined();
    expect(sink.connected).toHaveBeenCalledOnce();
  });

  it.each([
    ["reportReconnecting", "reconnecting"],
    ["reportError", "error"],
    ["reportEnded", "ended"],
  ] as const)("%s informs the app of the reason", (effect, report) => {
    const { does, sink } = setUp();
    does(effect, lost);
    expect(sink[report]).toHaveBeenCalledExactlyOnceWith(error);
  });

  it("rejectStart rejects with the failure or with the stop", async () => {
    const refused = setUp();
    refused.does("rejectStart", { type: "refused", error });
    await expect(refused.run.started.promise).rejects.toBe(error);
    const stopped = setUp();
    stopped.does("rejectStart");
    await expect(stopped.run.started.promise).rejects.toMatchObject({ code: "Stopped" });
  });
});

describe("connect", () => {
  it("triggers opened after the registration", async () => {
    const { does, context, attempt } = setUp();
    const registration = createDeferred<void>();
    const result = opened({ registered: registration.promise });
    does("connect");
    attempt.resolve(result);
    await settle();
    expect(context.gaps.greeted).toHaveBeenCalledWith(false);
    expect(context.dispatch).not.toHaveBeenCalled();
    registration.resolve();
    await settle();
    expect(context.dispatch.mock.calls).toEqual([[{ type: "opened", opened: result }]]);
  });

  it.each([
    ["failed", 1],
    ["refused", 3],
  ])("triggers %s after %d failures of a start", async (type, failures) => {
    const { does, context, attempt } = setUp({ failures });
    does("connect");
    attempt.reject(error);
    await settle();
    expect(context.dispatch.mock.calls).toEqual([[{ type, error }]]);
  });

  it("reports nothing after the session was closed", async () => {
    const { does, context, attempt, signal } = setUp();
    does("connect");
    signal.aborted = true;
    attempt.reject(error);
    await settle();
    expect(context.dispatch).not.toHaveBeenCalled();
  });

  it("opens a gap if the connection fails after its greeting, unless another one delivers events", async () => {
    for (const state of ["reconnecting", "moving"] as const) {
      const { does, context, attempt } = setUp({ state });
      does("connect");
      attempt.resolve(opened({ registered: Promise.reject(error) }));
      await settle();
      expect(context.gaps.open.mock.calls).toEqual(state === "moving" ? [] : [[7]]);
      expect(context.dispatch).toHaveBeenCalledWith({ type: "failed", error });
    }
  });

  it("reports only the end of the current connection", () => {
    const { does, context, run, events } = setUp();
    does("connect");
    const connection = createConnection() as unknown as Connection;
    events[0]!.onEnd(connection, error);
    expect(context.dispatch).not.toHaveBeenCalled();
    run.connection = connection;
    events[0]!.onEnd(connection, error);
    expect(context.dispatch).toHaveBeenCalledExactlyOnceWith(lost);
    expect([run.connection, context.gaps.open.mock.calls]).toEqual([undefined, [[7]]]);
  });

  it("remembers a request to move before the connection is adopted", async () => {
    const { does, context, events, attempt } = setUp();
    does("connect");
    const result = opened();
    events[0]!.onMoveRequested(result.connection);
    attempt.resolve(result);
    await settle();
    const types = context.dispatch.mock.calls.map(([event]) => (event as ConnectionEvent).type);
    expect(types).toEqual(["opened", "moveRequested"]);
  });
});
