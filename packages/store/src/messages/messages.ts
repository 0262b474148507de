import { type ChatMessage, sendIdKey } from "@acs-chat/client";
import type { StoreThreadClient } from "../client-face.ts";
import type { StoreContext } from "../context.ts";
import { asSlice } from "../lib/slice.ts";
import { createBackoff } from "../lib/timers.ts";
import { eventOverlapInMs } from "../options.ts";
import { createCatchUp } from "./catch-up.ts";
import { createChanges } from "./changes.ts";
import type { MessagesModel } from "./face.ts";
import {
  fromAnswer,
  fromList,
  type Place,
  type Received,
  type SentMessage,
  source,
} from "./model.ts";
import { createOutbox, type Outbox } from "./outbox.ts";
import { createMessagePages, type MessagePages } from "./pages.ts";
import { composeItems, emptySnapshot, type MessagesLoading, publishTo } from "./snapshot.ts";
import { createTimeline } from "./timeline.ts";
import { createWindow } from "./window.ts";

/** How much the clocks of the service's machines may differ. The search for a message starts earlier by this. */
const clockToleranceInMs = 60_000;

export interface MessagesParts {
  readonly context: StoreContext;
  readonly place: Place;
  readonly client: StoreThreadClient;
  /** Called with received messages, which may be new or known. */
  readonly onReceived: (messages: readonly SentMessage[]) => void;
}

export function createMessages({
  context,
  place,
  client,
  onReceived,
}: MessagesParts): MessagesModel {
  const { settings, cells, abortSignal, timers, link } = context;
  const cell = cells.cell(emptySnapshot);
  const loading = cells.cell<MessagesLoading>({ older: false, newer: false });
  const timeline = createTimeline();
  const pages = createMessagePages(client, settings.pageSize, abortSignal);
  /** True once the first load has begun. Messages are kept from then on. */
  let started = false;
  let loaded = false;
  /** Messages that were received while the newest page is being read, which may not contain them. */
  let meanwhile: Received[] = [];

  const receive = (received: readonly Received[], floor?: number, ceiling?: number): void =>
    cells.batch(() => {
      const joined = received.map((one) => joinedWith(outbox, one));
      for (const { message, source: from } of joined) {
        // Only events count here: a response or a page may be ahead of the events.
        if (from === source.event) catchUp.note(Number(message.version));
      }
      if (started) timeline.merge(joined, floor, ceiling);
      if (window.newest.running) meanwhile.push(...joined);
      for (const { message } of joined) changes.received(message);
      onReceived(joined.map(({ message }) => message));
      if (loaded) context.persist();
      publish();
    });
  const deliver = (items: readonly ChatMessage[], floor?: number, ceiling?: number): void => {
    receive(items.map(listed), floor, ceiling);
  };
  const listed = (item: ChatMessage): Received => ({
    message: fromList(item, place),
    source: source.list,
  });
  const trim = (end: "oldest" | "newest"): void => {
    timeline.trim(settings.maxMessages, end);
    publish();
  };
  /** Receives messages at the new end, and trims the old end. */
  const receiveNews = (work: () => void): void =>
    cells.batch(() => {
      work();
      trim("oldest");
    });

  const catchUp = createCatchUp({
    pages,
    timeline,
    deliver: (items) => receiveNews(() => deliver(items)),
    overlapInMs: eventOverlapInMs,
    maxPages: settings.maxCatchUpPages,
  });
  const window = createWindow({
    pages,
    timeline,
    catchUp,
    deliver,
    trim,
    loading,
    onNewest({ items, high, low }) {
      // The messages were dropped meanwhile.
      if (!started) return;
      loaded = true;
      timeline.clear(low);
      catchUp.begin(Math.max(0, high));
      receive([...meanwhile, ...items.map(listed)], low);
    },
    batch: cells.batch,
  });
  const retry = createBackoff(timers, () => outbox.pump());
  const outbox = createOutbox({
    client,
    abortSignal,
    place,
    settings,
    now: timers.now,
    link,
    batch: cells.batch,
    pumpLater: retry.schedule,
    lookFor: (since) =>
      readBack(pages, timers.now() - since, (items) => receiveNews(() => deliver(items))),
    onSent(id, sending) {
      retry.reset();
      receiveNews(() => receive([{ message: fromAnswer(id, sending), source: source.answer }]));
    },
    onChange() {
      context.persist();
      publish();
    },
  });
  const changes = createChanges({
    client,
    abortSignal,
    find: (id) => timeline.get(id),
    now: timers.now,
    async refresh(id) {
      // While connected, the new version arrives as an event.
      if (!link.connected) deliver([await client.getMessage(id, { abortSignal })]);
    },
    onChange: () => publish(),
  });

  const publish = (): void =>
    publishTo(cell, {
      items: composeItems(timeline.shown, changes, outbox.shown),
      loaded,
      hasOlder: window.hasOlder,
      hasNewer: window.hasNewer,
      gaps: catchUp.gaps(timeline.shown),
    });

  const readNewest = async (): Promise<void> => {
    await window.newest.run().finally(() => (meanwhile = []));
    if (catchUp.behind) await catchUp.run();
  };
  return {
    slice: {
      ...asSlice(cell),
      loading: asSlice(loading),
      loadOlder: async () => (window.hasOlder ? window.older.run() : undefined),
      loadNewer: async () => (window.hasNewer ? window.newer.run() : undefined),
      loadNewest: async () => (window.hasNewer ? readNewest() : undefined),
      loadGap: catchUp.loadGap,
    },
    get observed() {
      return cell.observed;
    },
    outbox,
    changes,
    get loading() {
      return !loaded && window.newest.running;
    },
    get loaded() {
      return loaded;
    },
    get newestShown() {
      return timeline.shown[timeline.shown.length - 1]?.id;
    },
    get behind() {
      return catchUp.behind;
    },
    reachesDownTo: (id, count) =>
      loaded && (timeline.floor <= id || timeline.shown.length >= count),
    async load() {
      started = true;
      if (!loaded) await readNewest();
      else if (catchUp.behind) await catchUp.run();
    },
    receive: (received) => receiveNews(() => receive(received)),
    fellBehind(reason) {
      if (started) catchUp.fellBehind(reason);
    },
    catchUp: catchUp.run,
    save(count) {
      if (!loaded || window.hasNewer) return undefined;
      const oldest = timeline.shown[Math.max(0, timeline.shown.length - count)];
      if (!oldest) return undefined;
      const floor = Math.max(Number(oldest.id), catchUp.soundFrom);
      return { floor, resumeFrom: catchUp.resumeFrom, messages: timeline.since(floor) };
    },
    restore({ floor, resumeFrom, messages }) {
      if (started) return;
      started = true;
      loaded = true;
      catchUp.begin(resumeFrom);
      catchUp.fellBehind("loss");
      receive(
        messages.map((message) => ({ message, source: source.event })),
        floor,
      );
    },
    forget() {
      started = false;
      loaded = false;
      timeline.clear();
      pages.clear();
      catchUp.clear();
      publish();
    },
  };
}

/** Reads the pages of the last milliseconds. */
async function readBack(
  pages: MessagePages,
  elapsed: number,
  deliver: (items: readonly ChatMessage[]) => void,
): Promise<void> {
  let oldest: number | undefined;
  await pages.readUntil(undefined, ({ items, high, low }) => {
    deliver(items);
    oldest ??= high - Math.max(0, elapsed) - clockToleranceInMs;
    return low <= oldest;
  });
}

/** Gives a message of this user the key under which it was shown while it was being sent. */
function joinedWith(outbox: Outbox, received: Received): Received {
  const { message } = received;
  const key = message.mine ? outbox.join(message.metadata?.[sendIdKey]) : undefined;
  return key === undefined ? received : { ...received, message: { ...message, key } };
}
