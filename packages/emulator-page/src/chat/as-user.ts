import { acquireSession, releaseSession, type Session } from "./session.ts";

/** Runs an action as a user, with the user's session if it is open. */
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
