import { createDeferred, type Deferred } from "./deferred.ts";
import type { Dispatcher } from "./dispatcher.ts";
import type { RealtimeState } from "./events.ts";
import type { RealtimeError } from "./realtime-error.ts";

/** The state of notifications that the application sees. */
export interface RealtimeLifecycle {
  readonly state: RealtimeState;
  /** Settled when events arrive, or when they cannot; undefined while stopped. */
  readonly ready: Promise<void> | undefined;
  /** Notifications are being started. */
  connecting(): Promise<void>;
  /** Events arrive. */
  connected(): void;
  /** The connection was lost. A start waits for the next one. */
  reconnecting(error: RealtimeError): void;
  /** Notifications have stopped. Rejects a start that waits. */
  stopped(error: RealtimeError): void;
}

type Phase =
  | { readonly state: "stopped" }
  | {
      readonly state: "connecting" | "connected" | "reconnecting";
      readonly ready: Deferred<void>;
    };

/** Creates a lifecycle that is stopped. Each change of the state is dispatched. */
export function createLifecycle({ dispatch }: Dispatcher): RealtimeLifecycle {
  let phase: Phase = { state: "stopped" };
  /** Whether the last event that listeners received was `realTimeNotificationConnected`. */
  let isAnnounced = false;

  const announce = (isConnected: boolean): void => {
    if (isConnected === isAnnounced) return;
    isAnnounced = isConnected;
    const name = isConnected ? "realTimeNotificationConnected" : "realTimeNotificationDisconnected";
    dispatch(name, undefined);
  };
  // A listener may have stopped notifications meanwhile.
  const announceConnection = (): void => announce(phase.state === "connected");

  const setPhase = (next: Phase, error?: RealtimeError): void => {
    const { state: previous } = phase;
    const { state } = next;
    phase = next;
    if (previous === state) return;
    dispatch("stateChanged", { state, previous, ...(error && { error }) });
    if (state !== "connected") announce(false);
    // Delayed, so that it also calls a listener that is added right after the start, as the official client does.
    else if (previous === "connecting") setTimeout(announceConnection);
    else announceConnection();
  };

  return {
    get state() {
      return phase.state;
    },
    get ready() {
      return phase.state === "stopped" ? undefined : phase.ready.promise;
    },
    connecting() {
      const ready = createDeferred<void>();
      setPhase({ state: "connecting", ready });
      return ready.promise;
    },
    connected() {
      if (phase.state === "stopped") return;
      const { ready } = phase;
      ready.resolve();
      setPhase({ state: "connected", ready });
    },
    reconnecting(error) {
      if (phase.state === "stopped") return;
      const ready = phase.state === "connected" ? createDeferred<void>() : phase.ready;
      setPhase({ state: "reconnecting", ready }, error);
    },
    stopped(error) {
      if (phase.state !== "stopped") phase.ready.reject(error);
      setPhase({ state: "stopped" }, error.code === "Stopped" ? undefined : error);
    },
  };
}
