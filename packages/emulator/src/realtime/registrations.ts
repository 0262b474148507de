import { createMailbox, type Mailbox, MAILBOX_LIMITS, type MailboxLimits } from "./mailbox.ts";
import type { Session } from "./session.ts";

/** One client instance of a user, over all of its connections: what the protocol calls an epid. */
export interface Registration {
  readonly id: string;
  readonly userId: string;
  readonly mailbox: Mailbox;
  /**
   * A session takes over the delivery; what an earlier one has not got acknowledged comes again.
   * @returns Whether the registration had been connected before: nothing was missed since then.
   */
  attach(session: Session): boolean;
  detach(session: Session): void;
  /** The session that delivers, if any. */
  readonly session: Session | undefined;
  /** An event was withheld in silence: the next connection must not claim continuity. */
  breakContinuity(): void;
}

/** The registrations of all users. */
export interface Registrations {
  /** The registration of a user under an id, made if it does not exist. */
  ensure(id: string, userId: string): Registration;
  /** Forgets a registration, and returns it. */
  remove(id: string, userId: string): Registration | undefined;
  of(userId: string): readonly Registration[];
  all(): Iterable<Registration>;
  /** Throws away what is too old: events, and registrations that nobody came back to. */
  expire(): void;
}

/** @param now - Epoch milliseconds of the emulator's clock. */
export function createRegistrations(
  now: () => number,
  limits: MailboxLimits = MAILBOX_LIMITS,
): Registrations {
  const byUser = new Map<string, Map<string, Registration & { readonly idleSince: number }>>();

  const create = (id: string, userId: string): Registration & { readonly idleSince: number } => {
    const mailbox = createMailbox(limits);
    let session: Session | undefined;
    /** The session that delivered before, as long as it is there: should the new one not last. */
    let previous: Session | undefined;
    let attachedBefore = false;
    let idleSince = now();
    return {
      id,
      userId,
      mailbox,
      attach(next) {
        previous = session;
        session = next;
        mailbox.expire(now());
        mailbox.rewind();
        previous?.retire();
        const resumed = attachedBefore;
        attachedBefore = true;
        return resumed;
      },
      detach(gone) {
        if (previous === gone) previous = undefined;
        if (session !== gone) return;
        session = previous;
        previous = undefined;
        idleSince = now();
        mailbox.rewind();
        session?.resume();
      },
      get session() {
        return session;
      },
      get idleSince() {
        return session === undefined ? idleSince : Infinity;
      },
      breakContinuity() {
        attachedBefore = false;
      },
    };
  };

  return {
    ensure(id, userId) {
      let own = byUser.get(userId);
      if (own === undefined) byUser.set(userId, (own = new Map()));
      let registration = own.get(id);
      if (registration === undefined) own.set(id, (registration = create(id, userId)));
      return registration;
    },
    remove(id, userId) {
      const own = byUser.get(userId);
      const registration = own?.get(id);
      if (own?.delete(id) && own.size === 0) byUser.delete(userId);
      return registration;
    },
    of: (userId) => [...(byUser.get(userId)?.values() ?? [])],
    *all() {
      for (const own of byUser.values()) yield* own.values();
    },
    expire() {
      const at = now();
      for (const [userId, own] of byUser) {
        for (const [id, registration] of own) {
          if (at - registration.idleSince > limits.retention) own.delete(id);
          else registration.mailbox.expire(at);
        }
        if (own.size === 0) byUser.delete(userId);
      }
    },
  };
}
