import type { StoreClient } from "./client-face.ts";
import type { Link } from "./context.ts";
import type { Listening } from "./lib/listening.ts";
import { asSlice, type Cells, replace, type Slice } from "./lib/slice.ts";

/** The state of the connection for real-time events. */
export interface ConnectionState {
  /**
   * - `connecting`: the first connection is being made;
   * - `connected`: events arrive;
   * - `reconnecting`: the connection was lost and is being made again; sends wait;
   * - `catchingUp`: events arrive again, and missed changes are being read;
   * - `stopped`: not started, stopped, or failed.
   */
  readonly state: "stopped" | "connecting" | "connected" | "catchingUp" | "reconnecting";
  /** True if the service refuses the token. Obtain a new one, and call `start` again. */
  readonly tokenExpired: boolean;
  /** The reason why the connection was lost or could not be made. */
  readonly error?: unknown;
}

export interface Connection {
  readonly slice: Slice<ConnectionState>;
  readonly link: Link;
  /** Runs work that reads missed changes. Meanwhile the state is `catchingUp`. */
  catchingUp(work: () => Promise<void>): Promise<void>;
}

/** @param onConnected - called when events arrive, for the first time or again */
export function createConnection(
  client: StoreClient,
  on: Listening["on"],
  cells: Cells,
  onLost: () => void,
  onConnected: () => void,
): Connection {
  let catching = 0;
  const cell = cells.cell<ConnectionState>({ state: client.state, tokenExpired: false });

  const publish = (change: Partial<ConnectionState> = {}): void => {
    const before = cell.getSnapshot();
    const real = client.state;
    const state = real === "connected" && catching > 0 ? "catchingUp" : real;
    const next: ConnectionState =
      real === "connected" ? { state, tokenExpired: false } : { ...before, ...change, state };
    replace(cell, next);
  };
  on("stateChanged", ({ state, previous, error }) => {
    if (previous === "connected") onLost();
    if (state === "connected") onConnected();
    publish(error && { error });
  });
  on("tokenExpired", ({ error }) => publish({ tokenExpired: true, error }));

  return {
    slice: asSlice(cell),
    link: {
      get connected() {
        return client.state === "connected";
      },
      get lost() {
        return client.state === "reconnecting";
      },
      get watched() {
        return client.state !== "stopped";
      },
    },
    async catchingUp(work) {
      catching += 1;
      try {
        const done = work();
        publish();
        await done;
      } finally {
        catching -= 1;
        publish();
      }
    },
  };
}
