import type { StoreThreadClient } from "../client-face.ts";
import type { StoreContext } from "../context.ts";
import { hasStatus } from "../errors.ts";
import { rawIdOf } from "../identity.ts";
import { createSingleFlight, type SingleFlight } from "../lib/single-flight.ts";
import { createBackoff } from "../lib/timers.ts";
import type { MessagesModel } from "../messages/face.ts";
import { fromList, type Place, source } from "../messages/model.ts";
import { toReceipt } from "./receipts.ts";
import type { ThreadSlices } from "./slices.ts";
import { maxUnread } from "./unread.ts";

/** Reads a thread from the service. */
export interface ThreadReading {
  readonly participants: SingleFlight;
  readonly properties: SingleFlight;
  /** Reads what the list of threads shows: participants, receipts, the newest messages. */
  readonly peek: () => Promise<void>;
  /** Reads everything that a thread shows, unless it is loaded. */
  readonly load: () => Promise<void>;
  /** Reads what was missed, after a reconnection or a loss of events. */
  readonly refresh: () => Promise<void>;
  /** Repeats a load that failed or was refused, because something happened in the thread. */
  readonly reloadIfFailed: () => void;
  /** Reads system messages, for which there are no events. */
  readonly systemMessages: () => void;
}

export function createThreadReading(
  context: StoreContext,
  client: StoreThreadClient,
  place: Place,
  slices: ThreadSlices,
  messages: MessagesModel,
): ThreadReading {
  const { abortSignal, timers, link } = context;
  const { state, properties, unread, setState } = slices;

  // Each of these runs again if an event arrives while it is reading.
  const readParticipants = createSingleFlight(async () => {
    const listed = await client.listParticipants({ abortSignal }).toArray();
    slices.setParticipants(listed);
    // The user may have been added again while nobody listened.
    if (listed.some(({ id }) => rawIdOf(id) === place.userId)) setState({ membership: "member" });
  });
  const readReceipts = createSingleFlight(async () => {
    const listed = await client.listReadReceipts({ abortSignal }).toArray();
    slices.noteReceipts(listed.map(toReceipt));
  });
  const readProperties = createSingleFlight(async () => {
    slices.setProperties(await client.getProperties({ abortSignal }));
  });
  /** Returns false, instead of rejecting, if the thread was left or deleted. */
  const tolerant = async (reading: Promise<void>): Promise<boolean> => {
    try {
      await reading;
      return true;
    } catch (error) {
      if (hasStatus(error, 404)) setState({ membership: "deleted" });
      else if (hasStatus(error, 403)) setState({ membership: "left" });
      else throw error;
      return false;
    }
  };
  const report = (error: unknown): void => {
    if (!abortSignal.aborted) context.report(error);
  };
  const readAround = async (): Promise<void> => {
    await Promise.all([readParticipants.run(), readReceipts.run()].map(tolerant));
  };
  const readNewest = async (): Promise<void> => {
    const pages = client.listMessages({ maxPageSize: maxUnread, abortSignal }).byPage();
    const { value, done } = await pages.next();
    if (done === true) return;
    messages.receive(
      value.map((item) => ({ message: fromList(item, place), source: source.list })),
    );
  };
  /** True once unread messages were counted. New messages and receipts keep the count current. */
  let counted = false;
  const count = async (): Promise<void> => {
    const isCovered = counted || messages.reachesDownTo(unread.readUpTo, maxUnread);
    // Loaded messages catch up separately.
    const isRead = (messages.loaded && isCovered) || (await tolerant(readNewest()));
    if (!isRead) return;
    counted = true;
    slices.countUnread();
  };
  const peeking = createSingleFlight(async () => {
    await readAround();
    if (messages.loading) await tolerant(messages.load());
    if (properties.getSnapshot().topic === "") await tolerant(readProperties.run());
    await count();
  });
  /** True if the user was not allowed to read the messages. */
  let refused = false;
  const loading = createSingleFlight(async () => {
    const { phase, error: failure } = state.getSnapshot();
    if (phase === "ready" && !failure && messages.loaded && !messages.behind) return;
    setState({ phase: messages.loaded ? phase : "loading", error: undefined });
    try {
      const [isAllowed] = await Promise.all([
        tolerant(messages.load()),
        tolerant(readProperties.run()),
        counted ? undefined : readAround(),
      ]);
      refused = !isAllowed;
      setState({ phase: "ready" });
      if (!counted && isAllowed) await count();
    } catch (error) {
      if (!abortSignal.aborted) setState({ phase: messages.loaded ? "ready" : "new", error });
      throw error;
    }
  });

  const catchUp = async (): Promise<void> => {
    try {
      if (messages.loaded) await tolerant(messages.catchUp());
      again.reset();
    } catch (error) {
      report(error);
      if (link.connected) again.schedule();
    }
  };
  const again = createBackoff(timers, () => void catchUp());

  const hasFailed = (): boolean => state.getSnapshot().error !== undefined;
  const reload = (): Promise<void> => loading.run().catch(report);

  return {
    participants: readParticipants,
    properties: readProperties,
    peek: peeking.run,
    load: loading.run,
    async refresh() {
      if (state.getSnapshot().membership === "deleted") return;
      if (hasFailed() || refused) return reload();
      // Events keep the last message of a listed thread current, but not what was read on other devices.
      if (!messages.loaded && unread.count === 0) return;
      const reading = messages.loaded
        ? [readAround(), catchUp(), readProperties.run()]
        : [peeking.run()];
      await Promise.all(reading.map((one) => tolerant(one).catch(report)));
    },
    reloadIfFailed() {
      const isBack = refused && state.getSnapshot().membership === "member";
      if (hasFailed() || isBack) void reload();
    },
    systemMessages() {
      messages.fellBehind("disconnected");
      void catchUp();
    },
  };
}
