/** What the transport takes from its surroundings; tests give their own. */
export interface RealtimeEnvironment {
  /** Epoch milliseconds. */
  now(): number;
  /** From 0 up to 1. */
  random(): number;
  setTimer(work: () => void, milliseconds: number): unknown;
  clearTimer(timer: unknown): void;
  newId(): string;
  /** The pause before the second try in a row, doubled with each further one. */
  retryDelayInMs: number;
  /** No pause is longer. */
  maxRetryDelayInMs: number;
}

// Milliseconds that things may take. Single constants, not an object: minifiers shorten their names.

/** An HTTP request. */
export const requestTime = 10_000;
/** From the opening of a socket to the greeting of the server. */
export const connectTime = 20_000;
/** Between two pings. */
export const pingInterval = 40_000;
/** The answer to a ping. */
export const pongTime = 5000;
/** The answer to the report that the user is active. */
export const activityTime = 10_000;
/** A poll, which the server holds as long as there is nothing to tell. */
export const pollTime = 60_000;
/** Between two polls that were answered empty at once. */
export const idlePollTime = 1000;
/** How long an old connection stays beside the new one after a move. */
export const moveTime = 60_000;
/** A connection that lasted so long was a good one: the next pause is short again. */
export const stableTime = 10_000;
/** A registration, before it has to be renewed. */
export const registrationTime = 7_200_000;
