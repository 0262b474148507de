import type { RealtimeError } from "../realtime-error.ts";
import type { RealtimeContext } from "../transport.ts";

/** The clock, timers and randomness of the transport. Tests inject their own. */
export interface RealtimeEnvironment {
  /** The time in epoch milliseconds. */
  now(): number;
  /** The part of a retry delay to wait, from 0 to 1. Random, so that clients do not reconnect in step. */
  jitter(): number;
  /** Calls `work` after a delay. The returned function cancels the call. */
  after(milliseconds: number, work: () => void): () => void;
}

/**
 * The class of errors. The entry file passes it on: a module that both the entry and the lazily loaded
 * files import would become a third file for browsers to load.
 */
export interface ErrorClass {
  readonly RealtimeError: typeof RealtimeError;
}

/** Everything that the parts of the transport need. */
export interface TrouterEnvironment extends RealtimeContext, RealtimeEnvironment, ErrorClass {}

/** The environment of an application. */
export const platformEnvironment: RealtimeEnvironment = {
  now: Date.now,
  jitter: () => 0.5 + Math.random() / 2,
  after(milliseconds, work) {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
};
