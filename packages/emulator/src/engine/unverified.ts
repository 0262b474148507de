/**
 * Assumptions that have not been verified against the real service. Each constant is one of them;
 * correct it here once the behavior is known. The README lists them all.
 */

/** Unverified: page size of participants and receipts without maxPageSize. */
export const DEFAULT_OTHER_PAGE = 10;
/** Unverified: most items on a page of threads, participants or receipts. */
export const LARGEST_OTHER_PAGE = 200;
/** Unverified, but very likely: a last page of messages that is exactly full has a next link. */
export const FULL_LAST_PAGE_HAS_NEXT_LINK = true;
/** Unverified: status code for a message over the size limit (400 or 413). */
export const MESSAGE_TOO_LARGE_STATUS: 400 | 413 = 413;
/** Unverified: status code for the participant above the limit of a thread. */
export const THREAD_FULL_STATUS: 400 | 403 = 400;
/** Unverified: status code for metadata over the size limit. */
export const METADATA_TOO_LARGE_STATUS: 400 | 413 = 400;
/** Unverified: status code for a caller who is not a participant of an existing thread. */
export const OUTSIDER_STATUS: 403 | 404 = 403;
/** Unverified: status code for a message that does not exist, or that the caller may not see. */
export const UNKNOWN_MESSAGE_STATUS: 400 | 404 = 404;
/** Unverified: status code for an edit of a deleted message. */
export const EDIT_DELETED_STATUS: 400 | 404 = 404;
/** Unverified: status code for the removal of a user who is not a participant. */
export const REMOVE_ABSENT_STATUS: 404 | 403 = 404;
/** Unverified: status code for deleting a deleted message, which does nothing (for a thread it is 204). */
export const DELETE_TWICE_STATUS: 204 | 404 = 204;
/** Unverified: every participant may delete a thread, not only its creator. */
export const ANY_PARTICIPANT_DELETES_THREAD = true;
/** Unverified: whether a 429 response has a Retry-After header. */
export const THROTTLE_TELLS_RETRY_AFTER = true;
/** Unverified: how long a repeatability-request-id is remembered, in milliseconds. */
export const REPEATABILITY_MILLISECONDS = 24 * 60 * 60 * 1000;
/** Unverified: a removed participant still sees the message about the removal. */
export const REMOVED_SEES_REMOVAL = true;
/** Unverified: status code for an identity of the same resource that does not exist. */
export const UNKNOWN_IDENTITY_STATUS: 404 | 401 = 404;
/** Unverified: users of the same resource can become participants without being created first. */
export const PARTICIPANTS_MUST_EXIST = false;
/** Unverified, but reported twice: users may not add Teams users (enforced in strict mode). */
export const TEAMS_USERS_CANNOT_BE_ADDED = true;
/** Unverified: typing notifications are sent to the sender as well. */
export const TYPING_REACHES_SENDER = true;
/** Unverified: status code for an API version that does not have the operation. */
export const OPERATION_NOT_IN_VERSION_STATUS: 400 | 404 = 400;
/** Unverified: larger JSON bodies, in bytes, are refused without being read. */
export const LARGEST_JSON_BODY = 1024 * 1024;
/** Unverified: larger images, in bytes, are refused. */
export const LARGEST_IMAGE = 20 * 1024 * 1024;
/** Unverified: status code for an upload that is not a jpg, png, gif, heic or webp image. */
export const NO_IMAGE_STATUS: 400 | 415 = 400;
/** Unverified: images that were attached with the preview are visible from this API version on. */
export const ATTACHMENTS_VISIBLE_FROM = "2023-11-07";
/** Unverified: the claim scp of tokens without a chat scope. */
export const SCP_WITHOUT_CHAT = 0;
