import type { ChatEvents, RealtimeListener } from "@acs-chat/client";
import type { StoreClient } from "./client-face.ts";
import { type ConnectionState, createConnection } from "./connection.ts";
import type { StoreContext } from "./context.ts";
import { ChatStoreError, requireActive } from "./errors.ts";
import { createListening } from "./lib/listening.ts";
import { createCells, type Slice } from "./lib/slice.ts";
import { createTimers } from "./lib/timers.ts";
import { type ChatStoreOptions, readOptions } from "./options.ts";
import { createSaver } from "./saver.ts";
import { eventHandlers } from "./thread/events.ts";
import { createIdleThreads } from "./thread/idle.ts";
import type { StoreThread } from "./thread/face.ts";
import { createThread, type ThreadModel } from "./thread/thread.ts";
import { createThreads, type Threads } from "./threads.ts";

/** The state of a user's conversations. Its functions can be called without `this`. */
export interface ChatStore {
  /** The user's raw id. */
  readonly userId: string;
  readonly threads: Threads;
  readonly connection: Slice<ConnectionState>;
  /** Returns a thread, the same object for the same id. Loads nothing; call `load` of the thread. */
  thread(id: string): StoreThread;
  /** Starts real-time notifications and loads the list of threads. Rejects if one of them fails. */
  start(): Promise<void>;
  /** Removes all listeners, stops timers, aborts requests, and stops notifications if `start` started them. */
  dispose(): Promise<void>;
}

/** Creates a store of one user's conversations. It is inactive until `start`, or until a thread is loaded. */
export function createChatStore(client: StoreClient, options: ChatStoreOptions): ChatStore {
  const settings = readOptions(options);
  const aborter = new AbortController();
  const report = (error: unknown): void => {
    if (!aborter.signal.aborted) settings.onError(error);
  };
  const cells = createCells((cause) =>
    report(new ChatStoreError("ListenerFailed", "A subscriber threw.", { cause })),
  );
  const timers = createTimers(settings.clock);
  const models = new Map<string, ThreadModel>();

  const { on, end } = createListening(client);
  const fellBehind = (reason: "disconnected" | "loss"): void => {
    for (const { messages } of models.values()) messages.fellBehind(reason);
  };
  const connection = createConnection(
    client,
    on,
    cells,
    () => fellBehind("disconnected"),
    () => {
      // Also after the first connection: a thread may have been loaded before it.
      fellBehind("disconnected");
      void refresh();
    },
  );
  const context: StoreContext = {
    client,
    settings,
    userId: settings.userId,
    cells,
    timers,
    abortSignal: aborter.signal,
    report,
    link: connection.link,
    persist: () => saver.changed(),
  };
  const model = (id: string): ThreadModel => {
    const known = models.get(id);
    if (known) return known;
    const made = createThread(context, id, {
      onChange: () => threads.changed(id),
      beforeLoad: () => {
        idle.used(id, made);
        return saver.load();
      },
    });
    models.set(id, made);
    saver.restore(id, made);
    return made;
  };
  const threads = createThreads(context, model);
  const idle = createIdleThreads(settings.maxIdleThreads);
  const saver = createSaver(context, models);

  let refreshing: Promise<void> | undefined;
  /** Reads missed messages, then sends waiting ones. */
  const refresh = (): Promise<void> =>
    (refreshing ??= connection.catchingUp(async () => {
      // Waits a tick: announcements of the same moment are handled by one refresh.
      await Promise.resolve();
      refreshing = undefined;
      await threads.refresh().catch(report);
      await Promise.all([...models.values()].map((one) => one.refresh()));
      for (const one of models.values()) one.resume();
    }));

  const handle = <K extends keyof ChatEvents>(name: K, event: ChatEvents[K]): void => {
    try {
      checkEvent(name, event);
      // Without a list of threads, other threads are of no interest.
      if (!threads.wanted && !models.has(event.threadId)) return;
      cells.batch(() => {
        const { threadId } = event;
        model(threadId).handle(name, event);
        const at =
          "createdOn" in event && name !== "chatMessageDeleted" ? event.createdOn : undefined;
        threads.happened(threadId, name === "chatMessageEdited" ? undefined : at);
      });
    } catch (error) {
      report(error);
    }
  };
  for (const name of Object.keys(eventHandlers) as (keyof ChatEvents)[]) {
    on(name, ((event: ChatEvents[typeof name]) => handle(name, event)) as RealtimeListener<
      typeof name
    >);
  }
  on("resyncRequired", ({ reason }) => {
    fellBehind(reason === "disconnected" ? reason : "loss");
    void refresh();
  });

  let startedHere = false;
  const begin = async (): Promise<void> => {
    await saver.load();
    requireActive(aborter.signal);
    startedHere ||= client.state === "stopped";
    await Promise.all([client.startRealtimeNotifications(), threads.load()]);
  };
  return {
    userId: settings.userId,
    threads: threads.slice,
    connection: connection.slice,
    thread: (id) => model(id).face,
    start() {
      const started: Promise<void> = begin().catch((error: unknown) => {
        // Code that disposes the store does not have to wait for the start, as in effects of React.
        if (aborter.signal.aborted) started.catch(() => {});
        throw error;
      });
      return started;
    },
    async dispose() {
      if (aborter.signal.aborted) return;
      await saver.flush();
      aborter.abort();
      cells.freeze();
      timers.clear();
      end();
      if (startedHere) await client.stopRealtimeNotifications();
    },
  };
}

/** Throws if an event has no thread, or if its message has no numeric id and version. */
function checkEvent(
  name: keyof ChatEvents,
  event: Partial<ChatEvents["chatMessageReceived"]>,
): void {
  const isMessage = /^(chat|streamingChat)Message/.test(name);
  const placed = !isMessage || (Number(event?.id) > 0 && Number(event?.version) > 0);
  if (typeof event?.threadId === "string" && event.threadId !== "" && placed) return;
  const wanted = isMessage ? "a threadId, and a numeric id and version" : "a threadId";
  throw new ChatStoreError(
    "InvalidEvent",
    `The event ${name} must have ${wanted}. It was ignored.`,
  );
}
