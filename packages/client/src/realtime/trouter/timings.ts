// Separate constants instead of one object: minifiers replace each name by its number, so the polling
// file shares no module with the rest. Times are in milliseconds unless the name says otherwise.

/** Attempts of a start before it is rejected, for failures that a retry may fix. */
export const maxStartAttempts = 3;
/** Refreshes of a rejected token before giving up. */
export const maxTokenRefreshes = 3;

/** Events that are remembered to recognize duplicates. */
export const maxRememberedEvents = 4096;
/** Characters of all remembered keys together, so that long ids cannot fill the memory. */
export const maxRememberedCharacters = 4_000_000;
/** Characters of a frame. Longer frames are ignored. */
export const maxFrameLength = 1_000_000;
/** Nesting levels of JSON from the service. The service itself uses fewer than ten. */
export const maxJsonDepth = 100;

/** An HTTP request. */
export const requestTimeout = 10_000;
/** The request that removes the registration while stopping. */
export const unregisterTimeout = 5000;
/** From opening the link to the greeting of the server. */
export const greetingTimeout = 20_000;
/** The acknowledgement of `user.activity`. */
export const activityTimeout = 10_000;
/** From an acknowledged ping to the next ping. */
export const pingInterval = 40_000;
/** The acknowledgement of a ping. */
export const pongTimeout = 5000;
/** A long poll. The server keeps it open until it has something to send. */
export const pollTimeout = 60_000;
/** The pause after a poll that was answered at once without a useful frame. */
export const idlePollDelay = 1000;

/** The pause before the first retry. Each failure in a row doubles it. */
export const firstRetryDelay = 125;
/** The longest pause before a retry. */
export const maxRetryDelay = 30_000;
/** A connection that lasted this long resets the pause before a retry. */
export const stableConnectionTime = 10_000;
/** How long the previous connection stays open after a move. */
export const retirementDelay = 60_000;

/** The longest lifetime of a registration, in seconds. */
export const maxRegistrationSeconds = 7200;
/** From one registration to its renewal, 30 seconds before it expires. */
export const renewalInterval = 7_170_000;
