import type { Deferred } from "../deferred.ts";
import type { Allocator } from "./allocator.ts";
import type { Connection } from "./connection.ts";
import type { ConnectionEvent, ConnectionState } from "./connection-state.ts";
import type { Connector } from "./connector.ts";
import type { TrouterEnvironment } from "./environment.ts";
import type { EventReceiver } from "./event-receiver.ts";
import type { GapTracker } from "./gap-tracker.ts";
import type { ReconnectSchedule } from "./reconnect-schedule.ts";
import type { Session } from "./session.ts";

/** The state of one start. */
export interface Run {
  readonly session: Session;
  readonly schedule: ReconnectSchedule;
  readonly connector: Connector;
  /** Settled when events arrive, or when the start has failed. */
  readonly started: Deferred<void>;
  /** The connection over which events arrive; undefined while there is none. */
  connection: Connection | undefined;
  /** A connection that was asked to move before it became the current one. */
  moveRequestedBy: Connection | undefined;
}

/** The parts of the transport that effects use. */
export interface TransportContext {
  readonly env: TrouterEnvironment;
  readonly allocator: Allocator;
  readonly gaps: GapTracker;
  readonly receive: EventReceiver;
  /** Creates the state of a start. */
  createRun(): Run;
  /** The run of the current or last start. */
  run: Run;
  /** The state of the machine. */
  state(): ConnectionState;
  /** Passes an event to the machine. */
  dispatch(event: ConnectionEvent): void;
}
