import type { RealtimeError } from "./realtime-error.ts";
import type { RealtimeContext } from "./transport.ts";

/** What the transport takes from its surroundings; tests give their own. */
export interface RealtimeEnvironment {
  /** Epoch milliseconds. */
  now(): number;
  /** How much of a pause to take, of 1: random, lest clients that failed together come back together. */
  jitter(): number;
  /** Does some work later, unless the function that it returns is called before. */
  after(milliseconds: number, work: () => void): () => void;
}

/** The class of errors is given, not imported: as a module of both sides it would become a third file. */
export interface ErrorClass {
  readonly RealtimeError: typeof RealtimeError;
}

/** All that the parts of the transport work with. */
export interface Surroundings extends RealtimeContext, RealtimeEnvironment, ErrorClass {}

// Single constants, not an object, and in a file of their own: minifiers put the number where the name is.

/** Tries of a start before it is rejected, where trying again may help. */
export const startTries = 3;
/** Refreshes of a refused token before giving up. */
export const mostRefreshes = 3;
/** Events that are remembered, so that one which comes twice is told once. */
export const rememberedEvents = 4096;
/** Those that stay when they are more. */
export const keptEvents = 2048;
/** Characters of a frame beyond which it is not looked at. */
export const largestFrame = 1_000_000;

// Milliseconds that things may take.

/** An HTTP request. */
export const requestTime = 10_000;
/** From the opening of a socket to the greeting of the server. */
export const connectTime = 20_000;
/** From the answer to a ping to the next ping. */
export const pingInterval = 40_000;
/** The answer to a ping. */
export const pongTime = 5000;
/** The answer to the report that the user is active. */
export const activityTime = 10_000;
/** A poll, which the server holds as long as there is nothing to tell. */
export const pollTime = 60_000;
/** Between two polls that were answered empty at once. */
export const idlePollTime = 1000;
/** The pause before a try, doubled with each failure in a row. */
export const retryTime = 125;
/** No pause between tries is longer. */
export const longestRetryTime = 30_000;
/** How long an old connection stays beside the new one after a move. */
export const moveTime = 60_000;
/** A connection that lasted so long was a good one: the next pause is short again. */
export const stableTime = 10_000;
/** From one registration to the next, before it ends. */
export const renewTime = 7_170_000;

/** Seconds that a registration lasts at most. */
export const registrationSeconds = 7200;
