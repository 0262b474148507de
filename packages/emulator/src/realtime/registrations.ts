import { createMailbox, type Mailbox, MAILBOX_LIMITS, type MailboxLimits } from "./mailbox.ts";

/** The session of a registration, as far as delivery is concerned. */
interface Deliverer {
  /** Sends the waiting letters of the mailbox. */
  flush(): void;
  /** Called when another session takes over the delivery. */
  retire(): void;
  /** Called when the session that took over has ended. This one delivers again. */
  resume(): void;
}

/** One client instance of a user, across its connections. The protocol calls it an epid. */
export interface Registration {
  readonly id: string;
  readonly userId: string;
  readonly mailbox: Mailbox;
  /**
   * Lets a session take over the delivery. Unacknowledged letters of an earlier session are sent again.
   * @returns Whether the registration was connected before and no event has been missed since.
   */
  attach(session: Deliverer): boolean;
  detach(session: Deliverer): void;
  /** The session that delivers, if any. */
  readonly session: Deliverer | undefined;
  /** Called when an event was withheld silently. The next connection must not claim continuity. */
  breakContinuity(): void;
}

/** The registrations of all users. */
export interface Registrations {
  /**
   * Returns the registration of a user with an id, and creates it if needed. If there are too many, one
   * is removed: the one that has been disconnected for longest, or else the oldest.
   */
  ensure(id: string, userId: string): Registration;
  /** Removes a registration and returns it. */
  remove(id: string, userId: string): Registration | undefined;
  of(userId: string): readonly Registration[];
  all(): Iterable<Registration>;
  /** Removes expired events, and registrations that have been disconnected too long. */
  expire(): void;
}

/** The most registrations. */
export const MOST_REGISTRATIONS = { ofOneUser: 100, ofAll: 10_000 } as const;

/** A registration with the time of its disconnection: Infinity while it is connected. */
type TimedRegistration = Registration & { readonly idleSince: number };

/**
 * @param now - Returns the emulator's time in epoch milliseconds.
 * @param onEvicted - Called with a registration that is removed because there are too many.
 */
export function createRegistrations(
  now: () => number,
  limits: MailboxLimits = MAILBOX_LIMITS,
  onEvicted: (registration: Registration) => void = () => {},
): Registrations {
  const byUser = new Map<string, Map<string, TimedRegistration>>();
  let count = 0;

  const remove = (id: string, userId: string): Registration | undefined => {
    const own = byUser.get(userId);
    const registration = own?.get(id);
    if (own?.delete(id)) count -= 1;
    if (own?.size === 0) byUser.delete(userId);
    return registration;
  };
  const evict = (from: Iterable<TimedRegistration>): void => {
    let chosen: TimedRegistration | undefined;
    for (const one of from) {
      if (chosen === undefined || one.idleSince < chosen.idleSince) chosen = one;
    }
    if (chosen === undefined) return;
    remove(chosen.id, chosen.userId);
    onEvicted(chosen);
  };
  function* all(): Iterable<TimedRegistration> {
    for (const own of byUser.values()) yield* own.values();
  }

  return {
    ensure(id, userId) {
      const known = byUser.get(userId)?.get(id);
      if (known !== undefined) return known;
      const others = byUser.get(userId);
      if (others !== undefined && others.size >= MOST_REGISTRATIONS.ofOneUser) {
        evict(others.values());
      } else if (count >= MOST_REGISTRATIONS.ofAll) {
        evict(all());
      }
      const registration = createRegistration(id, userId, now, limits);
      const own = byUser.get(userId) ?? new Map<string, TimedRegistration>();
      byUser.set(userId, own.set(id, registration));
      count += 1;
      return registration;
    },
    remove,
    of: (userId) => [...(byUser.get(userId)?.values() ?? [])],
    all,
    expire() {
      const at = now();
      for (const registration of all()) {
        const { id, userId, idleSince, mailbox } = registration;
        if (at - idleSince > limits.retention) remove(id, userId);
        else mailbox.expire(at);
      }
    },
  };
}

/** Creates a registration that is not connected. */
function createRegistration(
  id: string,
  userId: string,
  now: () => number,
  limits: MailboxLimits,
): TimedRegistration {
  const mailbox = createMailbox(limits);
  let session: Deliverer | undefined;
  /** The session that delivered before, while it exists. It delivers again if the new one ends. */
  let previous: Deliverer | undefined;
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
}
