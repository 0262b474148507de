import {
  type ChatMessage,
  type ChatMessageReadReceipt,
  type ChatParticipant,
  type RealtimeEvents,
  type RealtimeState,
  sendIdKey,
} from "@acs-chat/client";
import type { StoreClient, StoreThreadClient } from "../../src/index.ts";

export const me = { kind: "communicationUser", communicationUserId: "8:acs:me" } as const;
export const other = { kind: "communicationUser", communicationUserId: "8:acs:other" } as const;

/** The fate of a request: `lost` before it arrives, `unanswered` after it was processed. */
export type Fate = "ok" | "lost" | "unanswered" | "refused";

/** An event in flight to the client. */
export interface InFlight {
  readonly name: keyof RealtimeEvents;
  readonly event: { threadId: string };
}

/** An in-memory service with one thread and one client. The test controls every delivery. */
export function createService(threadId = "19:thread") {
  let now = 1_700_000_000_000;
  const messages = new Map<string, ChatMessage>();
  const listeners = new Map<string, Set<(event: never) => void>>();
  let inFlight: InFlight[] = [];
  let state: RealtimeState = "stopped";
  const fates: Fate[] = [];
  const receipts: ChatMessageReadReceipt[] = [];
  const participants: ChatParticipant[] = [{ id: me }, { id: other }];
  const requests: string[] = [];
  const sends: object[] = [];
  /** True if the user may not read the thread. */
  let isShut = false;
  /** Lists that fail once. */
  const failing = new Set<string>();
  /** Requests by name that wait until the test releases them. */
  const held = new Map<string, Promise<void>>();
  /** The same for responses: the request was carried out. */
  const heldResponses = new Map<string, Promise<void>>();

  const tick = (): string => String((now += 1));
  const fire = (name: keyof RealtimeEvents, event?: unknown): void => {
    for (const listener of listeners.get(name) ?? []) listener(event as never);
  };
  const emit = (name: keyof RealtimeEvents, message: ChatMessage): void => {
    if (state !== "connected") return;
    const { content, sequenceId: _, ...rest } = message;
    const event = { ...rest, threadId, recipient: me, message: content?.message ?? "" };
    inFlight.push({ name, event });
  };
  const put = (message: ChatMessage): ChatMessage => {
    messages.set(message.id, message);
    return message;
  };
  const say = (
    sender: typeof me | typeof other,
    message: string,
    metadata?: Record<string, string>,
  ): string => {
    const id = tick();
    const common = {
      id,
      version: id,
      sequenceId: id,
      createdOn: new Date(now),
      type: "text" as const,
    };
    const content = { message };
    emit("chatMessageReceived", put({ ...common, sender, content, ...(metadata && { metadata }) }));
    return id;
  };
  const edit = (id: string, text: string): void => {
    const before = messages.get(id)!;
    if (before.deletedOn) throw refusal();
    const content = { message: text };
    const changed = { ...before, version: tick(), content, editedOn: new Date(now) };
    emit("chatMessageEdited", put(changed));
  };
  const remove = (id: string): void => {
    const { metadata: _, editedOn: __, ...before } = messages.get(id)!;
    if (before.deletedOn) return;
    const content = { message: "" };
    const changed = { ...before, version: tick(), content, deletedOn: new Date(now) };
    emit("chatMessageDeleted", put(changed));
  };
  /** Processes a request according to the next fate. */
  const pass = async <T>(name: string, work: () => T): Promise<T> => {
    requests.push(name);
    const fate = fates.shift() ?? "ok";
    await Promise.resolve();
    await held.get(name);
    if (fate === "refused") throw refusal();
    if (fate === "lost") throw lost();
    const result = work();
    if (fate === "unanswered") throw lost();
    return result;
  };
  const list = async (size: number, token: string | undefined, signal?: { aborted: boolean }) => {
    requests.push("listMessages");
    await held.get("listMessages");
    if (isShut) throw refusal();
    if (fates[0] !== undefined && fates.shift() !== "ok") throw lost();
    await Promise.resolve();
    if (signal?.aborted === true) throw lost();
    const below = token === undefined ? Number.POSITIVE_INFINITY : Number(token);
    const rest = [...messages.values()]
      .filter(({ version }) => Number(version) < below)
      .toSorted((a, b) => Number(b.version) - Number(a.version));
    const page = rest.slice(0, size);
    await heldResponses.get("listMessages");
    const more = rest.length >= size && page.length > 0;
    return Object.assign(page, more ? { continuationToken: page.at(-1)!.version } : {});
  };
  const thread = {
    listMessages: ({ maxPageSize = 10, abortSignal } = {}) =>
      iterator((token) => list(maxPageSize, token, abortSignal)),
    listParticipants: () =>
      iterator(async () => {
        if (isShut) throw refusal();
        return [...participants];
      }),
    listReadReceipts: () =>
      iterator(async () => {
        if (failing.delete("listReadReceipts")) throw failure();
        return [...receipts];
      }),
    getProperties: async () => ({ id: threadId, topic: "Topic", createdOn: new Date(0) }),
    getMessage: (id) => pass("getMessage", () => messages.get(id)!),
    sendMessage({ content }, { metadata, ...options } = {}) {
      sends.push({ content, metadata, ...options });
      return pass("sendMessage", () => ({ id: say(me, content, metadata) }));
    },
    updateMessage: (id, { content } = {}) => pass("updateMessage", () => edit(id, content!)),
    deleteMessage: (id) => pass("deleteMessage", () => remove(id)),
    sendReadReceipt: ({ chatMessageId }) =>
      pass(`sendReadReceipt ${chatMessageId}`, () => {
        receipts.push({ id: "", sender: me, chatMessageId, readOn: new Date(now) } as never);
      }),
    sendTypingNotification: () => pass("sendTypingNotification", () => true),
  } as StoreThreadClient;
  const become = (next: RealtimeState): void => {
    const previous = state;
    state = next;
    fire("stateChanged", { state, previous });
  };
  const client = {
    get state() {
      return state;
    },
    on: (name: string, listener: never) => {
      listeners.set(name, (listeners.get(name) ?? new Set()).add(listener));
    },
    off: (name: string, listener: never) => void listeners.get(name)?.delete(listener),
    getChatThreadClient: () => thread,
    listChatThreads: () =>
      iterator(async () => [
        { id: threadId, topic: "Topic", lastMessageReceivedOn: new Date(now) },
      ]),
    startRealtimeNotifications: async () => become("connected"),
    stopRealtimeNotifications: async () => become("stopped"),
  } as unknown as StoreClient;

  return {
    threadId,
    client,
    messages,
    requests,
    sends,
    /** Holds requests of a name. Returns a function that releases them. */
    hold: (name: string) => holdIn(held, name),
    failOnce: (name: "listReadReceipts") => void failing.add(name),
    /** Holds responses of a name. Returns a function that releases them. */
    holdResponse: (name: "listMessages") => holdIn(heldResponses, name),
    /** Refuses to let the user read the thread, or allows it again. */
    shut: (is: boolean) => void (isShut = is),
    receipts,
    participants,
    fates,
    fire,
    say,
    edit,
    remove,
    become,
    now: () => now,
    advance: (milliseconds: number) => void (now += milliseconds),
    get listenerCount() {
      return [...listeners.values()].reduce((sum, { size }) => sum + size, 0);
    },
    get inFlight() {
      return inFlight;
    },
    /** Delivers an event in flight. With `twice` it stays in flight to be delivered again. */
    deliver(index: number, twice = false): void {
      const one = inFlight[index];
      if (!one) return;
      if (!twice) inFlight = inFlight.filter((event) => event !== one);
      fire(one.name, one.event);
    },
    deliverAll(): void {
      while (inFlight.length > 0) this.deliver(0);
    },
    loseAll: () => void (inFlight = []),
    /** The messages of the thread, in the order in which they are shown. */
    truth: () => [...messages.values()].toSorted((a, b) => Number(a.id) - Number(b.id)),
    /** Counts the messages in the thread that were sent under an id. */
    copies: (sendId: string) =>
      [...messages.values()].filter(({ metadata }) => metadata?.[sendIdKey] === sendId).length,
  };
}

/** Creates a paged iterator from a function that reads pages. */
function iterator<T>(
  read: (token?: string) => Promise<T[] & { continuationToken?: string }>,
): never {
  return {
    byPage: ({ continuationToken }: { continuationToken?: string } = {}) => ({
      next: async () => ({ value: await read(continuationToken), done: false }),
    }),
    toArray: () => read(),
  } as never;
}

export type Service = ReturnType<typeof createService>;

function refusal(): Error {
  return Object.assign(new Error("Forbidden"), { name: "RestError", statusCode: 403 });
}

function holdIn(waiting: Map<string, Promise<void>>, name: string): () => void {
  let release: (() => void) | undefined;
  waiting.set(name, new Promise((resolve) => (release = resolve)));
  return () => {
    waiting.delete(name);
    release?.();
  };
}

function failure(): Error {
  return Object.assign(new Error("Internal error"), { name: "RestError", statusCode: 500 });
}

function lost(): Error {
  return Object.assign(new Error("socket hang up"), {
    name: "RestError",
    code: "REQUEST_SEND_ERROR",
  });
}

/** A clock whose timers run when the test advances it. */
export function createManualClock(start = 1_700_000_000_000) {
  let now = start;
  let timers: { at: number; run: () => void }[] = [];
  return {
    now: () => now,
    setTimeout(run: () => void, milliseconds: number) {
      const timer = { at: now + milliseconds, run };
      timers.push(timer);
      return timer;
    },
    clearTimeout(timer: unknown) {
      timers = timers.filter((one) => one !== timer);
    },
    get pending() {
      return timers.length;
    },
    advance(milliseconds: number) {
      const end = now + milliseconds;
      for (;;) {
        const next = timers.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0];
        if (!next) break;
        timers = timers.filter((one) => one !== next);
        now = Math.max(now, next.at);
        next.run();
      }
      now = end;
    },
  };
}

/** Waits until all pending work is done. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
