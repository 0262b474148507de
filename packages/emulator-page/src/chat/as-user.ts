import { acquireSession, releaseSession, type Session } from "./session.ts";

/** Does something as a user, with the user's session if there is one. */
export async function asUser<T>(
  userId: string,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const session = acquireSession(userId);
  try {
    return await work(session);
  } finally {
    releaseSession(userId);
  }
}
