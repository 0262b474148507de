import { createMailbox, type Mailbox, MAILBOX_LIMITS, type MailboxLimits } from "./mailbox.ts";

/** The session of a registration, as far as the delivery is concerned. */
export interface Deliverer {
  /** Sends what waits in the mailbox. */
  flush(): void;
  /** Another session delivers from now on. */
  retire(): void;
  /** The session that took over is gone: this one delivers again. */
  resume(): void;
}

/** One client instance of a user, over all of its connections: what the protocol calls an epid. */
export interface Registration {
  readonly id: string;
  readonly userId: string;
  readonly mailbox: Mailbox;
  /**
   * A session takes over the delivery; what an earlier one has not got acknowledged comes again.
   * @returns Whether the registration had been connected before: nothing was missed since then.
   */
  attach(session: Deliverer): boolean;
  detach(session: Deliverer): void;
  /** The session that delivers, if any. */
  readonly session: Deliverer | undefined;
  /** An event was withheld in silence: the next connection must not claim continuity. */
  breakContinuity(): void;
}

/** The registrations of all users. */
export interface Registrations {
  /**
   * The registration of a user under an id, made if it does not exist. When there are too many, one
   * goes: of those without a connection the one that has had none for longest, else the oldest.
   */
  ensure(id: string, userId: string): Registration;
  /** Forgets a registration, and returns it. */
  remove(id: string, userId: string): Registration | undefined;
  of(userId: string): readonly Registration[];
  all(): Iterable<Registration>;
  /** Throws away what is too old: events, and registrations that nobody came back to. */
  expire(): void;
}

/** How many registrations there may be. */
export const MOST_REGISTRATIONS = { ofOneUser: 100, ofAll: 10_000 } as const;

/** A registration, and since when it has had no connection: Infinity while it has one. */
type TimedRegistration = Registration & { readonly idleSince: number };

/**
 * @param now - Epoch milliseconds of the emulator's clock.
 * @param onEvicted - Told of a registration that goes because there are too many.
 */
export function createRegistrations(
  now: () => number,
  limits: MailboxLimits = MAILBOX_LIMITS,
  onEvicted: (registration: Registration) => void = () => {},
): Registrations {
  const byUser = new Map<string, Map<string, TimedRegistration>>();
  let count = 0;

  const create = (id: string, userId: string): TimedRegistration => {
    const mailbox = createMailbox(limits);
    let session: Deliverer | undefined;
    /** The session that delivered before, as long as it is there: should the new one not last. */
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
  };

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
      const registration = create(id, userId);
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
