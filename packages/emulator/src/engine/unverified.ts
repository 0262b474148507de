/**
 * What nobody has verified against the real service yet. Each constant is one assumption; when the
 * truth is known, change it here alone. The README lists them all.
 */

/** unverified: page size of participants and receipts that are asked for without maxPageSize. */
export const DEFAULT_OTHER_PAGE = 10;
/** unverified: most items on a page of threads, participants or receipts. */
export const LARGEST_OTHER_PAGE = 200;
/** unverified, but very likely: a last page of messages that is exactly full has a next link. */
export const FULL_LAST_PAGE_HAS_NEXT_LINK = true;
/** unverified: status for a message over the size limit (400 or 413). */
export const MESSAGE_TOO_LARGE_STATUS: 400 | 413 = 413;
/** unverified: status for the participant above the limit of a thread. */
export const THREAD_FULL_STATUS: 400 | 403 = 400;
/** unverified: status for metadata over the size limit. */
export const METADATA_TOO_LARGE_STATUS: 400 | 413 = 400;
/** unverified: status for somebody who is no participant of an existing thread. */
export const OUTSIDER_STATUS: 403 | 404 = 403;
/** unverified: status for a message that does not exist, or that the caller may not see. */
export const UNKNOWN_MESSAGE_STATUS: 400 | 404 = 404;
/** unverified: status for an edit of a message that is deleted. */
export const EDIT_DELETED_STATUS: 400 | 404 = 404;
/** unverified: status for the removal of somebody who is no participant. */
export const REMOVE_ABSENT_STATUS: 404 | 403 = 404;
/** unverified: status for deleting a deleted message, which changes nothing (of a thread it is 204). */
export const DELETE_TWICE_STATUS: 204 | 404 = 204;
/** unverified: any participant may delete a thread, not its creator alone. */
export const ANY_PARTICIPANT_DELETES_THREAD = true;
/** unverified: whether 429 carries Retry-After. */
export const THROTTLE_TELLS_RETRY_AFTER = true;
/** unverified: how long a repeatability-request-id is remembered, in milliseconds. */
export const REPEATABILITY_MILLISECONDS = 24 * 60 * 60 * 1000;
/** unverified: a removed participant still sees the message that tells of the removal. */
export const REMOVED_SEES_REMOVAL = true;
/** unverified: status for an identity of the own resource that does not exist. */
export const UNKNOWN_IDENTITY_STATUS: 404 | 401 = 404;
/** unverified: users of the own resource need not exist to become participants. */
export const PARTICIPANTS_MUST_EXIST = false;
/** unverified, but reported twice: users may not add Teams users (kept to in strict mode). */
export const TEAMS_USERS_CANNOT_BE_ADDED = true;
/** unverified: typing notifications reach the sender too. */
export const TYPING_REACHES_SENDER = true;
/** unverified: status for an api-version that exists, but lacks the operation. */
export const OPERATION_NOT_IN_VERSION_STATUS: 400 | 404 = 400;
/** unverified: bytes of a JSON body above which it is refused unread. */
export const LARGEST_JSON_BODY = 1024 * 1024;
/** unverified: bytes of an image above which it is refused. */
export const LARGEST_IMAGE = 20 * 1024 * 1024;
/** unverified: status for an upload that is no jpg, png, gif, heic or webp image. */
export const NO_IMAGE_STATUS: 400 | 415 = 400;
/** unverified: images attached through the preview are visible from this api-version on. */
export const ATTACHMENTS_VISIBLE_FROM = "2023-11-07";
/** unverified: the claim scp for tokens without any chat scope. */
export const SCP_WITHOUT_CHAT = 0;
