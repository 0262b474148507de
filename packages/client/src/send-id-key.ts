/**
 * The metadata key under which the id of a safe send travels. All participants can see it. A value that
 * the caller puts there is kept: it must be unique to the message.
 */
export const sendIdKey = "acsChatSendId";
