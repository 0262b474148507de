import type { StoreThreadClient } from "../client-face.ts";
import type { Link } from "../context.ts";
import { ChatStoreError, isUnanswered } from "../errors.ts";
import type { Settings } from "../options.ts";
import type { Place, StoreMessage } from "./model.ts";
import {
  fromUnsent,
  type OutgoingMessage,
  sendUnsent,
  type UnsentEntry,
  type UnsentMessage,
} from "./unsent.ts";

/** The unsent messages of one thread. They are sent in order, one at a time. */
export interface Outbox {
  /** The unsent messages to show: the same array until one of them changes. */
  readonly shown: readonly StoreMessage[];
  readonly unsent: readonly UnsentMessage[];
  /** Adds a message. Returns its key. */
  add(message: OutgoingMessage): string;
  retry(key: string): void;
  discard(key: string): void;
  /** Removes the message that turns out to have arrived. Returns its key. */
  join(sendId: string | undefined): string | undefined;
  /** Sends waiting messages, if the connection allows it. */
  pump(): void;
  restore(unsent: readonly UnsentMessage[]): void;
}

export interface OutboxParts {
  readonly client: StoreThreadClient;
  readonly abortSignal: AbortSignal;
  readonly place: Place;
  readonly settings: Pick<Settings, "user" | "displayName" | "safeRetry" | "maxUnsent" | "newId">;
  readonly now: () => number;
  readonly link: Link;
  /** Calls `pump` after a delay, because the network is down. */
  readonly pumpLater: () => void;
  /** Reads the newest messages back to a time before the given one, so that sent messages are found. */
  readonly lookFor: (since: number) => Promise<void>;
  /** Called when the service has accepted the message that was shown as `sending`. */
  readonly onSent: (id: string, sending: StoreMessage) => void;
  readonly onChange: () => void;
  /** Announces the changes of `work` at once. */
  readonly batch: (work: () => void) => void;
}

export function createOutbox(parts: OutboxParts): Outbox {
  const { client, abortSignal, place, settings, link, now } = parts;
  let entries: readonly UnsentEntry[] = [];
  let shown: readonly StoreMessage[] | undefined;
  let pumping = false;
  const images = new WeakMap<UnsentEntry, StoreMessage>();

  const set = (next: readonly UnsentEntry[]): void => {
    entries = next;
    shown = undefined;
    parts.onChange();
  };
  const find = (sendId: string): UnsentEntry | undefined =>
    entries.find((one) => one.sendId === sendId);
  const update = (sendId: string, change: Partial<UnsentEntry>): void =>
    set(entries.map((one) => (one.sendId === sendId ? { ...one, ...change } : one)));
  const remove = (sendId: string): void => set(entries.filter((one) => one.sendId !== sendId));
  const failedOrWaiting = (key: string): UnsentEntry => {
    const entry = find(key);
    if (entry && entry.status !== "sending") return entry;
    throw new ChatStoreError("UnknownMessage", `No failed or waiting message has the key ${key}.`);
  };

  /** Sends one message. Returns whether to continue with the next one. */
  const sendNext = async (entry: UnsentEntry): Promise<boolean> => {
    const { sendId, attemptedOn } = entry;
    try {
      update(sendId, { status: "sending" });
      if (attemptedOn !== undefined) await parts.lookFor(attemptedOn);
      if (!find(sendId)) return true;
      update(sendId, { attemptedOn: attemptedOn ?? now() });
      const id = await sendUnsent(client, entry, settings.safeRetry, abortSignal);
      const sent = find(sendId);
      // Absent if the event arrived first.
      if (sent) {
        parts.batch(() => {
          remove(sendId);
          parts.onSent(id, imageOf(sent));
        });
      }
      return true;
    } catch (error) {
      // The message may have arrived as an event while the response was lost.
      if (abortSignal.aborted || !find(sendId)) return !abortSignal.aborted;
      if (isUnanswered(error) && link.watched) {
        update(sendId, { status: "waiting" });
        parts.pumpLater();
        return false;
      }
      update(sendId, { status: "failed", failed: true, error });
      return true;
    }
  };

  const pump = async (): Promise<void> => {
    if (pumping) return;
    pumping = true;
    try {
      while (!link.lost && !abortSignal.aborted) {
        const next = entries.find(({ status }) => status === "waiting");
        if (!next || !(await sendNext(next))) break;
      }
    } finally {
      pumping = false;
    }
  };

  const imageOf = (entry: UnsentEntry): StoreMessage => {
    const known = images.get(entry);
    if (known) return known;
    const made = fromUnsent(entry, place, settings.user);
    images.set(entry, made);
    return made;
  };

  return {
    get shown() {
      return (shown ??= entries.map(imageOf));
    },
    get unsent() {
      return entries.map(({ status: _status, error: _error, ...unsent }) => unsent);
    },
    add(message) {
      if (entries.length >= settings.maxUnsent) {
        throw new ChatStoreError(
          "OutboxFull",
          `${settings.maxUnsent} messages of this thread are unsent. Retry or discard some, or increase maxUnsent.`,
        );
      }
      const sendId = settings.newId();
      const named = settings.displayName && { senderDisplayName: settings.displayName };
      const entry = { sendId, message: { ...named, ...message }, createdOn: now() };
      set([...entries, { ...entry, status: "waiting" }]);
      void pump();
      return sendId;
    },
    retry(key) {
      const { error: _, failed: __, ...rest } = failedOrWaiting(key);
      set(entries.map((one) => (one.sendId === key ? { ...rest, status: "waiting" } : one)));
      void pump();
    },
    discard(key) {
      remove(failedOrWaiting(key).sendId);
    },
    join(sendId) {
      if (sendId === undefined || !find(sendId)) return undefined;
      remove(sendId);
      return sendId;
    },
    pump: () => void pump(),
    restore(unsent) {
      const restored = unsent.map((one): UnsentEntry => ({
        ...one,
        status: one.failed === true ? "failed" : "waiting",
      }));
      set([...restored.filter(({ sendId }) => !find(sendId)), ...entries]);
      void pump();
    },
  };
}
