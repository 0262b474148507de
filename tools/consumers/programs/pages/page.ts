import type { ChatThreadClientState } from "@azure/communication-react";

/** What the driver hands to a page before it loads. */
export interface Settings {
  readonly endpoint: string;
  readonly token: string;
  readonly userId: string;
  readonly displayName: string;
  readonly threadId: string;
}

/** What a page offers to the driver beyond what a user sees and clicks. */
export interface Consumer {
  /** Methods that an app would call from outside the components. */
  readonly actions: Record<string, (...args: string[]) => unknown>;
  /** What the page's program was told so far, in order. */
  readonly heard: { readonly event: string; readonly data: unknown }[];
  /** The state that an app reads. */
  state?: () => unknown;
}

const globals = globalThis as unknown as { settings: Settings; consumer: Consumer };

export const settings = globals.settings;
export const consumer: Consumer = { actions: {}, heard: [] };
globals.consumer = consumer;

/**
 * A value as JSON. Dates are marked, so that a date and a string differ; of an error only what
 * programs decide by is kept, since every client has its own texts. The code of an error from the
 * service is left out: the official client has none.
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

/** Records an event as the program receives it. */
export function hear(event: string, data: unknown): void {
  consumer.heard.push({ event, data: plain(data) });
}

/** Offers a method to the driver, and records how each call ends. */
export function act(name: string, action: (...args: string[]) => unknown): void {
  consumer.actions[name] = async (...args) => {
    try {
      hear(`${name} resolved`, await action(...args));
    } catch (error) {
      hear(`${name} rejected`, error);
    }
  };
}

/** The id is the time in milliseconds; a message that could not be sent has none. */
const timeOf = ({ id, createdOn }: { id: string; createdOn: Date }): number =>
  id === "" ? createdOn.getTime() : Number(id);

/**
 * A thread as the UI library's state has it, without what depends on which comes first, the
 * response to a request or the event that it causes.
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
    // How often somebody reports to have read is up to the library's timers.
    readReceipts: thread.readReceipts.length > 0,
    typingIndicators: thread.typingIndicators.length,
  };
}

/** Offers the state that the program reads to the driver. */
export function offerState(read: () => unknown): void {
  consumer.state = () => plain(read());
}
