import { createDeadline } from "./deadline.ts";
import type { TrouterEnvironment } from "./environment.ts";
import { formatEvent } from "./frames.ts";
import { activityTimeout, pingInterval, pongTimeout } from "./timings.ts";

/** Checks that the server still responds. */
export interface Heartbeat {
  /** Reports that the user is active. Pings follow the acknowledgement. */
  start(): void;
  /** Handles an acknowledgement of the server. */
  acknowledge(id: number): void;
  /** Cancels the timer. */
  stop(): void;
}

/** Creates the heartbeat of one connection. `onSilence` is called when an acknowledgement is overdue. */
export function createHeartbeat(
  env: TrouterEnvironment,
  send: (frame: string) => void,
  onSilence: (error: Error) => void,
): Heartbeat {
  const deadline = createDeadline(env);
  let lastId = 0;
  const ask = (name: string, timeout: number, args?: readonly unknown[]): void => {
    lastId += 1;
    send(formatEvent(name, args, lastId));
    deadline.set(timeout, () =>
      onSilence(
        new env.RealtimeError("Timeout", `${name}: not acknowledged within ${timeout} ms.`),
      ),
    );
  };
  const ping = (): void => ask("ping", pongTimeout);
  return {
    start: () =>
      ask("user.activity", activityTimeout, [{ state: "active", cv: `${env.newId()}.0` }]),
    acknowledge(id) {
      // The server may repeat the acknowledgement of the first event. Only the last event counts.
      if (lastId > 0 && id === lastId) deadline.set(pingInterval, ping);
    },
    stop: () => deadline.clear(),
  };
}
