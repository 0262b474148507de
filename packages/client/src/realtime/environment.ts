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

/** Milliseconds that things may take. */
export const times = {
  /** An HTTP request. */
  request: 10_000,
  /** From the opening of a socket to the greeting of the server. */
  connect: 20_000,
  /** Between two pings. */
  ping: 40_000,
  /** The answer to a ping. */
  pong: 5000,
  /** The answer to the report that the user is active. */
  activity: 10_000,
  /** A poll, which the server holds as long as there is nothing to tell. */
  poll: 60_000,
  /** Between two polls that were answered empty at once. */
  idlePoll: 1000,
  /** How long an old connection stays beside the new one after a move. */
  move: 60_000,
  /** A connection that lasted so long was a good one: the next pause is short again. */
  stable: 10_000,
  /** A registration, before it has to be renewed. */
  registration: 7_200_000,
} as const;
