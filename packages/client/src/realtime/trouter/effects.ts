import { stoppedError, toRealtimeError } from "../failures.ts";
import type { RealtimeError } from "../realtime-error.ts";
import type { ConnectionEvents } from "./connection.ts";
import type { ConnectionEvent, EffectName } from "./connection-state.ts";
import type { OpenedConnection } from "./connector.ts";
import { decideRetry } from "./retry-decision.ts";
import type { Run, TransportContext } from "./run.ts";
import { renewalInterval, retirementDelay } from "./timings.ts";

/** Runs one effect of a transition. */
export type Effect = (context: TransportContext, event: ConnectionEvent) => void;

/** The effects of all transitions, by their names in the table of transitions. */
export const effects: { readonly [Name in EffectName]: Effect } = {
  openSession(context) {
    context.run = context.createRun();
    context.gaps.start();
    scheduleRenewal(context, context.run);
  },

  closeSession({ run }) {
    run.connection = undefined;
    run.session.close();
  },

  connect(context) {
    void connect(context, context.run);
  },

  wait({ run, dispatch }) {
    run.session.after(run.schedule.delay(), () => dispatch({ type: "delayElapsed" }));
  },

  assessConnection({ run }) {
    run.schedule.disconnected();
  },

  forgetAddresses({ allocator }) {
    allocator.forgetAddresses();
  },

  adoptConnection({ run }, event) {
    if (event.type !== "opened") return;
    const previous = run.connection;
    if (previous) {
      run.session.after(retirementDelay, () => previous.end(new Error("Replaced after a move")));
    }
    run.connection = event.opened.connection;
    run.schedule.connected();
  },

  closeGap({ gaps }, event) {
    if (event.type === "opened") gaps.close(event.opened.isRetained);
  },

  reportConnected({ env, run }) {
    run.started.resolve();
    env.sink.connected();
  },

  reportReconnecting({ env }, event) {
    env.sink.reconnecting(errorOf(env, event));
  },

  reportError({ env }, event) {
    env.sink.error(errorOf(env, event));
  },

  reportEnded({ env }, event) {
    env.sink.ended(errorOf(env, event));
  },

  rejectStart({ env, run }, event) {
    run.started.reject(errorOf(env, event));
  },
};

/** Returns the error of an event, or that of a stop if the event has none. */
const errorOf = (env: TransportContext["env"], event: ConnectionEvent): RealtimeError =>
  "error" in event ? event.error : stoppedError(env);

/** Makes a connection that is greeted and registered, and reports the outcome to the machine. */
async function connect(context: TransportContext, run: Run): Promise<void> {
  const { env, gaps } = context;
  const isMove = context.state() === "moving";
  let opened: OpenedConnection | undefined;
  try {
    opened = await run.connector.open(run.session, connectionEvents(context, run));
    gaps.greeted(isMove);
    await opened.registered;
    // The connection may have ended while the registration was awaited.
    if (opened.connection.failure) throw opened.connection.failure;
  } catch (cause) {
    if (run.session.signal.aborted) return;
    const error = toRealtimeError(env, cause, "ConnectionLost");
    opened?.connection.end(error);
    // Events since the greeting may be lost, unless the previous connection delivers them.
    if (opened && !isMove) gaps.open(opened.connection.lastHeardAt);
    return reportFailure(context, run, error);
  }
  context.dispatch({ type: "opened", opened });
  if (run.moveRequestedBy === opened.connection) context.dispatch({ type: "moveRequested" });
}

function reportFailure(context: TransportContext, run: Run, error: RealtimeError): void {
  const state = context.state();
  if (state !== "moving") run.schedule.failed();
  const decision = decideRetry(error, { state, failures: run.schedule.failures });
  context.dispatch({ type: decision === "retry" ? "failed" : "refused", error });
}

/** Creates the callbacks of a connection that is the current one, or is about to become it. */
function connectionEvents(context: TransportContext, run: Run): ConnectionEvents {
  return {
    onNotification: context.receive,
    onMessageLoss: () => context.gaps.announceLoss(),
    onMoveRequested(connection) {
      if (connection === run.connection) context.dispatch({ type: "moveRequested" });
      else run.moveRequestedBy = connection;
    },
    onEnd(connection, error) {
      // An attempt reports its own failure, and the end of a replaced connection changes nothing.
      if (connection !== run.connection) return;
      run.connection = undefined;
      context.gaps.open(connection.lastHeardAt);
      context.dispatch({ type: "lost", error });
    },
  };
}

/** Renews the registration each time before it expires. */
function scheduleRenewal(context: TransportContext, run: Run): void {
  const { session } = run;
  session.after(renewalInterval, () => {
    scheduleRenewal(context, run);
    // A connection that is being made registers by itself.
    const { connection } = run;
    if (!connection) return;
    // Events do not arrive without a registration. The next connection registers again.
    context.allocator.renewRegistration(session.signal).catch(connection.end);
  });
}
