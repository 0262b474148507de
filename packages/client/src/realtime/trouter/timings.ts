// Separate constants instead of one object: minifiers replace each name by its number, so the polling
// file shares no module with the rest. Times are in milliseconds unless the name says otherwise.

/** The maximum number of attempts of a start, for failures after which a retry can succeed. */
export const maxStartAttempts = 3;
/** The maximum number of refreshes of a rejected token. */
export const maxTokenRefreshes = 3;

/** The maximum number of events that are stored to detect duplicates. */
export const maxRememberedEvents = 4096;
/** The maximum number of characters in all stored keys, so that long ids cannot fill the memory. */
export const maxRememberedCharacters = 4_000_000;
/** The maximum length of a frame in characters. Longer frames are ignored. */
export const maxFrameLength = 1_000_000;
/** The maximum nesting depth of JSON from the service, which uses fewer than ten levels. */
export const maxJsonDepth = 100;

/** The timeout of an HTTP request. */
export const requestTimeout = 10_000;
/** The timeout of the request that removes the registration during a stop. */
export const unregisterTimeout = 5000;
/** The timeout from opening the link to the greeting of the server. */
export const greetingTimeout = 20_000;
/** The timeout for the acknowledgement of `user.activity`. */
export const activityTimeout = 10_000;
/** The time from an acknowledged ping to the next ping. */
export const pingInterval = 40_000;
/** The timeout for the acknowledgement of a ping. */
export const pongTimeout = 5000;
/** The timeout of a long poll. The server keeps it open until it has something to send. */
export const pollTimeout = 60_000;
/** The delay after a poll whose immediate response had no useful frame. */
export const idlePollDelay = 1000;

/** The delay before the first retry. Each further failure doubles it. */
export const firstRetryDelay = 125;
/** The maximum delay before a retry. */
export const maxRetryDelay = 30_000;
/** A connection that lasted this long resets the delay before a retry. */
export const stableConnectionTime = 10_000;
/** How long the previous connection stays open after a move. */
export const retirementDelay = 60_000;

/** The longest lifetime of a registration, in seconds. */
export const maxRegistrationSeconds = 7200;
/** The time from a registration to its renewal, 30 seconds before it expires. */
export const renewalInterval = 7_170_000;
