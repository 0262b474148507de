/**
 * What the real service was recorded doing, in live tests of the official SDKs from 2020 to 2025,
 * as far as it fits into a constant. The README lists these and the other recorded facts.
 */

/** Messages on a page that is asked for without maxPageSize. */
export const MESSAGES_PER_PAGE = 10;
/** Threads on a page that is asked for without maxPageSize. */
export const THREADS_PER_PAGE = 100;
/** Threads that a user has left or was removed from stay in the user's list. */
export const LEFT_THREADS_LISTED = true;
/** What a newcomer sees who was added without shareHistoryTime: everything, since 1970. */
export const DEFAULT_SHARE_HISTORY_TIME = 0;
/** From this api-version on, text and html messages have `attachments`, be it an empty list. */
export const ATTACHMENTS_ALWAYS_FROM = "2024-03-07";
/** From this api-version on, a message without senderDisplayName has none, not an empty one. */
export const NO_EMPTY_DISPLAY_NAME_FROM = "2025-03-15";
/** From this api-version on, a thread without a retention policy has one of the kind `none`. */
export const RETENTION_ALWAYS_FROM = "2025-03-15";
/** The ids of threads begin with `acsV1_` in what was recorded with this api-version. */
export const ACS_V1_THREAD_IDS_FROM = "2025-03-15";
