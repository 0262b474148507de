import { type ChatAttachment, type ChatMessageType, sendIdKey } from "@acs-chat/client";
import type { StoreThreadClient } from "../client-face.ts";
import type { Link } from "../context.ts";
import { ChatStoreError, isUnanswered } from "../errors.ts";
import type { Settings } from "../options.ts";
import type { MessageStatus, Place, StoreMessage } from "./model.ts";

/** A message to send. */
export interface OutgoingMessage {
  readonly content: string;
  /** Default `text`. */
  readonly type?: ChatMessageType;
  readonly senderDisplayName?: string;
  readonly metadata?: Readonly<Record<string, string>>;
  readonly attachments?: readonly ChatAttachment[];
}

/** A message that may not have been sent yet, in a form that can be stored as JSON. */
export interface UnsentMessage {
  readonly sendId: string;
  readonly message: OutgoingMessage;
  /** When `send` was called, in epoch milliseconds. */
  readonly createdOn: number;
  /** When the first attempt was made, in epoch milliseconds. The message may have arrived since. */
  readonly attemptedOn?: number;
  readonly failed?: boolean;
}

interface Entry extends UnsentMessage {
  readonly status: MessageStatus;
  readonly error?: unknown;
}

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
  let entries: readonly Entry[] = [];
  let shown: readonly StoreMessage[] | undefined;
  let pumping = false;
  const images = new WeakMap<Entry, StoreMessage>();

  const set = (next: readonly Entry[]): void => {
    entries = next;
    shown = undefined;
    parts.onChange();
  };
  const find = (sendId: string): Entry | undefined => entries.find((one) => one.sendId === sendId);
  const update = (sendId: string, change: Partial<Entry>): void =>
    set(entries.map((one) => (one.sendId === sendId ? { ...one, ...change } : one)));
  const remove = (sendId: string): void => set(entries.filter((one) => one.sendId !== sendId));
  const failedOrWaiting = (key: string): Entry => {
    const entry = find(key);
    if (entry && entry.status !== "sending") return entry;
    throw new ChatStoreError("UnknownMessage", `No failed or waiting message has the key ${key}.`);
  };

  /** Sends one message. Returns whether to continue with the next one. */
  const sendNext = async ({ sendId, message, attemptedOn }: Entry): Promise<boolean> => {
    try {
      update(sendId, { status: "sending" });
      if (attemptedOn !== undefined) await parts.lookFor(attemptedOn);
      if (!find(sendId)) return true;
      update(sendId, { attemptedOn: attemptedOn ?? now() });
      const { content, metadata, attachments, ...options } = message;
      const { id } = await client.sendMessage(
        { content },
        {
          ...options,
          ...(attachments && { attachments: [...attachments] }),
          metadata: { ...metadata, [sendIdKey]: sendId },
          safeRetry: settings.safeRetry,
          abortSignal,
        },
      );
      const sent = find(sendId);
      // Absent if the event arrived first.
      if (sent) {
        parts.batch(() => {
          remove(sendId);
          parts.onSent(id, image(sent));
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

  const image = (entry: Entry): StoreMessage => {
    const known = images.get(entry);
    if (known) return known;
    const { sendId, message, createdOn, status, error } = entry;
    const { content, type = "text", senderDisplayName, metadata, attachments } = message;
    const made: StoreMessage = {
      key: sendId,
      threadId: place.threadId,
      version: "0",
      type,
      createdOn: new Date(createdOn),
      content: { message: content, ...(attachments && { attachments: [...attachments] }) },
      ...(senderDisplayName && { senderDisplayName }),
      ...(metadata && { metadata }),
      sender: settings.user,
      senderId: place.userId,
      mine: true,
      status,
      ...(error !== undefined && { error }),
    };
    images.set(entry, made);
    return made;
  };

  return {
    get shown() {
      return (shown ??= entries.map(image));
    },
    get unsent() {
      return entries.map(({ status: _status, error: _error, ...unsent }) => unsent);
    },
    add(message) {
      if (entries.length >= settings.maxUnsent) {
        const limit = `${settings.maxUnsent} messages of this thread are unsent`;
        throw new ChatStoreError(
          "OutboxFull",
          `${limit}. Retry or discard some, or increase maxUnsent.`,
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
      const { sendId } = failedOrWaiting(key);
      const { error: _, failed: __, ...rest } = find(sendId)!;
      set(entries.map((one) => (one.sendId === sendId ? { ...rest, status: "waiting" } : one)));
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
      const restored = unsent.map((one): Entry => ({
        ...one,
        status: one.failed === true ? "failed" : "waiting",
      }));
      set([...restored.filter(({ sendId }) => !find(sendId)), ...entries]);
      void pump();
    },
  };
}
