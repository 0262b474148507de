/**
 * Behavior of the real service in recorded live tests of the official SDKs from 2020 to 2025, as far
 * as a constant can describe it. The README lists all recorded facts.
 */

/** The page size of messages without maxPageSize. */
export const MESSAGES_PER_PAGE = 10;
/** The page size of threads without maxPageSize. */
export const THREADS_PER_PAGE = 100;
/** Threads that a user has left or was removed from stay in the user's list. */
export const LEFT_THREADS_LISTED = true;
/** The default of shareHistoryTime. New participants see all messages. */
export const DEFAULT_SHARE_HISTORY_TIME = 0;
/** From this API version on, text and html messages always have `attachments`, even if it is empty. */
export const ATTACHMENTS_ALWAYS_FROM = "2024-03-07";
/** From this API version on, an absent senderDisplayName is omitted. Before, it is an empty string. */
export const NO_EMPTY_DISPLAY_NAME_FROM = "2025-03-15";
/** From this API version on, a thread without a retention policy has one of the kind `none`. */
export const RETENTION_ALWAYS_FROM = "2025-03-15";
/** In the recordings of this API version, thread ids begin with `acsV1_`. */
export const ACS_V1_THREAD_IDS_FROM = "2025-03-15";
