/** The metadata under which a safe send's id travels. Everybody in the thread can see it. */
export const sendIdKey = "acsChatSendId";
