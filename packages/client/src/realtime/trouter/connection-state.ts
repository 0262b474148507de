import type { RealtimeState } from "../events.ts";
import type { RealtimeError } from "../realtime-error.ts";
import type { OpenedConnection } from "./connector.ts";

// Why a table: docs/decisions/0067-real-time-is-a-table-of-transitions.md
/** The states of the transport, and the state that the application sees meanwhile. */
export const publicStates = {
  /** Nothing is running. */
  stopped: "stopped",
  /** The first connection of a start is being made. */
  connecting: "connecting",
  /** An attempt of a start failed. The next one follows after a delay. */
  waitingToConnect: "connecting",
  /** Events arrive. */
  connected: "connected",
  /** Events arrive. The service wants the client to move, which begins after a delay. */
  waitingToMove: "connected",
  /** Events arrive. Another connection is being made beside the current one. */
  moving: "connected",
  /** The connection was lost. The next attempt follows after a delay. */
  waitingToReconnect: "reconnecting",
  /** The connection was lost, and another one is being made. */
  reconnecting: "reconnecting",
} as const satisfies Record<string, RealtimeState>;

/** The state of the transport. */
export type ConnectionState = keyof typeof publicStates;

/** What changes the state. */
export type ConnectionEvent =
  /** The application starts notifications. */
  | { readonly type: "start" }
  /** The application stops notifications. */
  | { readonly type: "stop" }
  /** A delay is over. */
  | { readonly type: "delayElapsed" }
  /** A connection was made: greeted and registered. */
  | { readonly type: "opened"; readonly opened: OpenedConnection }
  /** An attempt to connect failed and is retried. */
  | { readonly type: "failed"; readonly error: RealtimeError }
  /** An attempt to connect failed, and a retry would fail as well. */
  | { readonly type: "refused"; readonly error: RealtimeError }
  /** The current connection ended. */
  | { readonly type: "lost"; readonly error: RealtimeError }
  /** The service wants the client to move to another connection. */
  | { readonly type: "moveRequested" };

/** The effects of transitions. Each one is a small function of the transport. */
export type EffectName =
  /** Creates the session of a start: its signal, timers and renewal. */
  | "openSession"
  /** Closes connections and timers, and aborts requests. */
  | "closeSession"
  /** Makes a connection. Leads to `opened`, `failed` or `refused`. */
  | "connect"
  /** Waits for the delay of the schedule. Leads to `delayElapsed`. */
  | "wait"
  /** Records how long the current connection lasted, which determines the next delay. */
  | "assessConnection"
  /** Discards the addresses of the service, so that the next attempt requests the configuration again. */
  | "forgetAddresses"
  /** Makes a new connection the current one. The previous one closes after a while. */
  | "adoptConnection"
  /** Announces the gap since the connection was lost, unless the service has kept the events. */
  | "closeGap"
  /** Reports to the application that events arrive, and resolves the start. */
  | "reportConnected"
  /** Reports to the application that the connection was lost. */
  | "reportReconnecting"
  /** Reports to the application a failure that is retried. */
  | "reportError"
  /** Reports to the application that notifications have ended. */
  | "reportEnded"
  /** Rejects the start. */
  | "rejectStart";

type Transition = readonly [next: ConnectionState, ...effects: EffectName[]];
type EventType = ConnectionEvent["type"];

/** For each state: the events that change it, the next state, and the effects in their order. */
export const transitions: {
  readonly [S in ConnectionState]: { readonly [E in EventType]?: Transition };
} = {
  stopped: {
    start: ["connecting", "openSession", "connect"],
  },
  connecting: {
    opened: ["connected", "adoptConnection", "closeGap", "reportConnected"],
    failed: ["waitingToConnect", "forgetAddresses", "wait"],
    refused: ["stopped", "forgetAddresses", "closeSession", "rejectStart"],
    stop: ["stopped", "closeSession", "rejectStart"],
  },
  waitingToConnect: {
    delayElapsed: ["connecting", "connect"],
    stop: ["stopped", "closeSession", "rejectStart"],
  },
  connected: {
    lost: ["waitingToReconnect", "assessConnection", "reportReconnecting", "wait"],
    moveRequested: ["waitingToMove", "assessConnection", "wait"],
    stop: ["stopped", "closeSession"],
  },
  waitingToMove: {
    delayElapsed: ["moving", "connect"],
    // The delay that is running leads to the next attempt.
    lost: ["waitingToReconnect", "assessConnection", "reportReconnecting"],
    stop: ["stopped", "closeSession"],
  },
  moving: {
    opened: ["connected", "adoptConnection", "closeGap"],
    failed: ["connected", "reportError"],
    // The attempt that is running becomes the attempt to reconnect.
    lost: ["reconnecting", "assessConnection", "reportReconnecting"],
    stop: ["stopped", "closeSession"],
  },
  waitingToReconnect: {
    delayElapsed: ["reconnecting", "connect"],
    stop: ["stopped", "closeSession"],
  },
  reconnecting: {
    opened: ["connected", "adoptConnection", "closeGap", "reportConnected"],
    failed: ["waitingToReconnect", "forgetAddresses", "reportError", "wait"],
    refused: ["stopped", "forgetAddresses", "closeSession", "reportEnded"],
    stop: ["stopped", "closeSession"],
  },
};

/** The transition that an event causes in a state; undefined if the event is ignored there. */
export function transition(
  state: ConnectionState,
  event: EventType,
): { readonly next: ConnectionState; readonly effects: readonly EffectName[] } | undefined {
  const found = transitions[state][event];
  if (!found) return undefined;
  const [next, ...effects] = found;
  return { next, effects };
}
