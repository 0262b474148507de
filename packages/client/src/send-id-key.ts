/**
 * The metadata key of the id of a safe send. All participants can see the id. An id that the caller specifies under
 * this key is kept; it must be unique to the message.
 */
export const sendIdKey = "acsChatSendId";
