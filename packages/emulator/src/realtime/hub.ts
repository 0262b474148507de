import type { DomainEvent, DomainEventListener } from "../engine/events.ts";
import { type NameOf, notificationOf } from "./payloads.ts";
import { noFaults, type RealtimeFaults } from "./faults.ts";
import type { MailboxLimits } from "./mailbox.ts";
import { createRegistrations, type Registration, type Registrations } from "./registrations.ts";
import { createSession, type Session } from "./session.ts";

/** The dependencies of a hub. */
export interface HubParts {
  /** Subscribes to all domain events. Returns a function that unsubscribes. */
  readonly subscribe: (listener: DomainEventListener) => () => void;
  readonly nameOf: NameOf;
  /** The emulator's time in epoch milliseconds, for the age of undelivered events. */
  readonly now: () => number;
  readonly uuid: () => string;
  /** Milliseconds of a monotonic clock, for heartbeats and timeouts. */
  readonly elapsed?: () => number;
  readonly limits?: MailboxLimits;
  readonly log?: (line: string) => void;
}

/** The state of the hub, for the control API. */
export interface HubStatus {
  readonly registrations: number;
  readonly sessions: number;
  readonly connected: number;
  readonly undelivered: number;
  readonly faults: RealtimeFaults;
}

/** Delivers domain events to the sessions of their recipients. */
export interface Hub {
  readonly registrations: Registrations;
  readonly faults: RealtimeFaults;
  /** Creates a session for a registration. It is opened when its link connects. */
  handshake(registrationId: string, userId: string): Session;
  session(sid: string): Session | undefined;
  /** Removes a registration and ends its sessions. */
  unregister(registrationId: string, userId: string): void;
  /** Lists the connected sessions of one user or of all. */
  connected(userId?: string): Session[];
  /** Sends heartbeats and removes expired state. The host calls it every few seconds. */
  tick(): void;
  /** Drops undelivered events, including those that are sent but not acknowledged. */
  loseUndelivered(announce: boolean, userId?: string): number;
  status(): HubStatus;
  /** Ends all sessions, and removes registrations and faults. */
  reset(): void;
  /** Ends all sessions and unsubscribes from events. */
  close(): void;
}

/** Creates a hub and subscribes to events. */
export function createHub(parts: HubParts): Hub {
  const elapsed = parts.elapsed ?? (() => performance.now());
  const log = parts.log ?? (() => {});
  const sessions = new Map<string, Session>();
  const endSessionsOf = (registration: Registration): void => {
    for (const session of sessions.values()) {
      if (session.registration === registration) session.end("");
    }
  };
  const registrations = createRegistrations(parts.now, parts.limits, endSessionsOf);
  const faults = noFaults();

  const unsubscribe = parts.subscribe((event) => deliver(event, registrations, faults, parts));

  return {
    registrations,
    faults,
    handshake(registrationId, userId) {
      const sid = parts.uuid();
      const session = createSession({
        sid,
        registration: registrations.ensure(registrationId, userId),
        faults,
        path: `/v4/f/${registrationId}/`,
        elapsed,
        onGone: () => sessions.delete(sid),
        log,
      });
      sessions.set(sid, session);
      return session;
    },
    session: (sid) => sessions.get(sid),
    unregister(registrationId, userId) {
      const registration = registrations.remove(registrationId, userId);
      if (registration !== undefined) endSessionsOf(registration);
    },
    connected(userId) {
      const all = [...sessions.values()].filter((session) => session.connected);
      if (userId === undefined) return all;
      return all.filter((session) => session.registration.userId === userId);
    },
    tick() {
      registrations.expire();
      const now = elapsed();
      for (const session of sessions.values()) session.tick(now);
    },
    loseUndelivered: (announce, userId) => loseUndelivered(registrations, announce, userId),
    status() {
      const all = [...registrations.all()];
      return {
        registrations: all.length,
        sessions: sessions.size,
        connected: all.filter((one) => one.session !== undefined).length,
        undelivered: all.reduce((sum, one) => sum + one.mailbox.size, 0),
        faults: { ...faults },
      };
    },
    reset() {
      Object.assign(faults, noFaults());
      for (const { id, userId } of registrations.all()) this.unregister(id, userId);
      for (const session of sessions.values()) session.end("");
    },
    close() {
      unsubscribe();
      for (const session of sessions.values()) session.end("");
    },
  };
}

/** Puts an event into the mailboxes of its recipients, or loses it if a fault says so. */
function deliver(
  event: DomainEvent,
  registrations: Registrations,
  faults: RealtimeFaults,
  { nameOf, now }: Pick<HubParts, "nameOf" | "now">,
): void {
  let write: ((recipient: string) => string) | undefined;
  const losing = faults.loseEvents > 0;
  let heard = false;
  for (const userId of event.recipients) {
    for (const registration of registrations.of(userId)) {
      heard = true;
      if (losing) {
        if (faults.announceLosses) registration.mailbox.lose(now());
        else registration.breakContinuity();
      } else {
        write ??= notificationOf(event, nameOf);
        if (write === undefined) return;
        registration.mailbox.put(write(userId), now());
      }
      registration.session?.flush();
    }
  }
  if (losing && heard) faults.loseEvents -= 1;
}

/** Drops the undelivered events of one user or of all. Returns their number. */
function loseUndelivered(
  registrations: Registrations,
  announce: boolean,
  userId: string | undefined,
): number {
  let lost = 0;
  for (const registration of registrations.all()) {
    if (userId !== undefined && registration.userId !== userId) continue;
    const { mailbox } = registration;
    if (mailbox.size === 0) continue;
    lost += mailbox.size;
    mailbox.clear();
    if (!announce) {
      mailbox.settle();
      registration.breakContinuity();
    }
    registration.session?.flush();
  }
  return lost;
}
