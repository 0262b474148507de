import { createDeferred } from "../deferred.ts";
import type { RealtimeContext, RealtimeTransport } from "../transport.ts";
import { createAllocator } from "./allocator.ts";
import { createConnectionMachine } from "./connection-machine.ts";
import { createConnector } from "./connector.ts";
import { effects } from "./effects.ts";
import {
  type ErrorClass,
  platformEnvironment,
  type RealtimeEnvironment,
  type TrouterEnvironment,
} from "./environment.ts";
import { createEventDeduplicator } from "./event-deduplicator.ts";
import { createEventReceiver } from "./event-receiver.ts";
import { createGapTracker } from "./gap-tracker.ts";
import { createReconnectSchedule } from "./reconnect-schedule.ts";
import type { Run, TransportContext } from "./run.ts";
import { createSend } from "./send.ts";
import { createServiceClock } from "./service-clock.ts";
import { createSession } from "./session.ts";

/** Creates the package's own transport: the service's protocol over `fetch` and `WebSocket` alone. */
export function createTrouterTransport(
  context: RealtimeContext & ErrorClass,
  environment: Partial<RealtimeEnvironment> = {},
): RealtimeTransport {
  const env: TrouterEnvironment = { ...platformEnvironment, ...context, ...environment };
  const clock = createServiceClock(env.now);
  const gaps = createGapTracker(clock, env.sink.resyncRequired);
  const deduplicator = createEventDeduplicator();
  const send = createSend(env, clock);
  const allocator = createAllocator(env, send);
  const createRun = (): Run => ({
    session: createSession(env),
    schedule: createReconnectSchedule(env),
    connector: createConnector(env, send, allocator),
    started: createDeferred(),
    connection: undefined,
    moveRequestedBy: undefined,
  });

  const machine = createConnectionMachine((name, event) => effects[name](transport, event));
  const transport: TransportContext = {
    env,
    allocator,
    gaps,
    receive: createEventReceiver(env, deduplicator, gaps),
    createRun,
    run: createRun(),
    state: () => machine.state,
    dispatch: machine.dispatch,
  };

  return {
    start() {
      machine.dispatch({ type: "start" });
      return transport.run.started.promise;
    },
    async stop() {
      const wasRunning = machine.state !== "stopped";
      machine.dispatch({ type: "stop" });
      gaps.reset();
      // After the next start the service numbers its frames from 1 again.
      deduplicator.clear();
      // Otherwise the service would notice the stop only later. A failure does not affect the application.
      if (wasRunning) await allocator.unregister().catch(() => {});
    },
  };
}
