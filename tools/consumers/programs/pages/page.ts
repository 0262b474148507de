import type { ChatThreadClientState } from "@azure/communication-react";

/** The settings that the driver passes to a page before it loads. */
export interface Settings {
  readonly endpoint: string;
  readonly token: string;
  readonly userId: string;
  readonly displayName: string;
  readonly threadId: string;
}

/** The interface of a page for the driver. */
export interface Consumer {
  /** Methods that apps call outside of components. */
  readonly actions: Record<string, (...args: string[]) => unknown>;
  /** The events that the page's program received, in order. */
  readonly heard: { readonly event: string; readonly data: unknown }[];
  /** Returns the state that the program reads. */
  state?: () => unknown;
}

const globals = globalThis as unknown as { settings: Settings; consumer: Consumer };

export const settings = globals.settings;
export const consumer: Consumer = { actions: {}, heard: [] };
globals.consumer = consumer;

/**
 * Returns a value as JSON. Dates are marked, so that they differ from strings. Errors keep only their
 * name and status code, because each client has its own messages and the official client has no
 * error codes.
 */
function plain(value: unknown): unknown {
  const text = JSON.stringify(value, function (this: Record<string, unknown>, key, given) {
    const raw = this[key];
    if (raw instanceof Date) return `Date ${given as string}`;
    if (!(raw instanceof Error)) return given as unknown;
    const { name, code, statusCode, target, innerError } = raw as Error & Record<string, unknown>;
    return { name, ...(statusCode === undefined ? { code } : { statusCode }), target, innerError };
  });
  return text === undefined ? undefined : JSON.parse(text);
}

/** Records an event that the program received. */
export function hear(event: string, data: unknown): void {
  consumer.heard.push({ event, data: plain(data) });
}

/** Offers a method to the driver and records the result of each call. */
export function act(name: string, action: (...args: string[]) => unknown): void {
  consumer.actions[name] = async (...args) => {
    try {
      hear(`${name} resolved`, await action(...args));
    } catch (error) {
      hear(`${name} rejected`, error);
    }
  };
}

/** Returns the time of a message. The id is the time in milliseconds, but a message that failed to send has none. */
const timeOf = ({ id, createdOn }: { id: string; createdOn: Date }): number =>
  id === "" ? createdOn.getTime() : Number(id);

/**
 * Returns a thread of the UI library's state without the fields that depend on whether a response or
 * its event arrives first.
 */
export function summarize(thread: ChatThreadClientState) {
  const messages = Object.values(thread.chatMessages);
  messages.sort((one, other) => timeOf(one) - timeOf(other));
  return {
    ...thread,
    chatMessages: messages.map((message) => {
      const { type, sender, senderDisplayName, status, createdOn, editedOn, deletedOn } = message;
      const { message: text, topic, participants, initiator } = message.content ?? {};
      const content = { text, topic, participants, initiator };
      return { type, content, sender, senderDisplayName, status, createdOn, editedOn, deletedOn };
    }),
    // The library's timers decide how often it sends read receipts.
    readReceipts: thread.readReceipts.length > 0,
    typingIndicators: thread.typingIndicators.length,
  };
}

/** Offers the state that the program reads to the driver. */
export function offerState(read: () => unknown): void {
  consumer.state = () => plain(read());
}
