import type { StoreThreadClient } from "../client-face.ts";
import type { StoreContext } from "../context.ts";
import { hasStatus } from "../errors.ts";
import { createSingleFlight, type SingleFlight } from "../lib/single-flight.ts";
import { createBackoff } from "../lib/timers.ts";
import type { MessagesModel } from "../messages/messages.ts";
import { fromList, type Place, source } from "../messages/model.ts";
import { toReceipt } from "./receipts.ts";
import type { ThreadSlices } from "./slices.ts";
import { maxUnread } from "./unread.ts";

/** Reads a thread from the service. */
export interface ThreadReading {
  readonly participants: SingleFlight;
  readonly properties: SingleFlight;
  /** Reads what a list of threads shows: participants, receipts, the newest messages. */
  readonly peek: () => Promise<void>;
  /** Reads all that a thread shows, unless it is known. */
  readonly load: () => Promise<void>;
  /** Events flow again, or some were lost: reads what was missed. */
  readonly refresh: () => Promise<void>;
  /** Reads system messages, which come with no event of their own. */
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

  // Each of these reads again what an event made outdated while it was read.
  const readParticipants = createSingleFlight(async () => {
    slices.setParticipants(await client.listParticipants({ abortSignal }).toArray());
  });
  const readReceipts = createSingleFlight(async () => {
    const listed = await client.listReadReceipts({ abortSignal }).toArray();
    slices.noteReceipts(listed.map(toReceipt));
  });
  const readProperties = createSingleFlight(async () => {
    slices.setProperties(await client.getProperties({ abortSignal }));
  });
  /** A thread that was left or deleted is no failure. */
  const tolerant = async (reading: Promise<void>): Promise<void> => {
    try {
      await reading;
    } catch (error) {
      if (hasStatus(error, 404)) setState({ membership: "deleted" });
      else if (hasStatus(error, 403)) setState({ membership: "left" });
      else throw error;
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
  let peeked = false;
  const peeking = createSingleFlight(async () => {
    await readAround();
    // Messages that are loaded catch up by themselves.
    if (!messages.loaded) await tolerant(readNewest());
    if (properties.getSnapshot().topic === "") await tolerant(readProperties.run());
    peeked = true;
    slices.countUnread();
  });
  const loading = createSingleFlight(async () => {
    const { phase } = state.getSnapshot();
    if (phase === "ready" && messages.loaded && !messages.behind) return;
    setState({ phase: messages.loaded ? phase : "loading", error: undefined });
    try {
      await Promise.all([
        tolerant(messages.load()),
        tolerant(readProperties.run()),
        peeked ? undefined : peeking.run(),
      ]);
      setState({ phase: "ready" });
    } catch (error) {
      if (!abortSignal.aborted) setState({ phase: "new", error });
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

  return {
    participants: readParticipants,
    properties: readProperties,
    peek: peeking.run,
    load: loading.run,
    async refresh() {
      if (state.getSnapshot().membership === "deleted") return;
      // What came in a thread that is only listed is in its last message; what was read elsewhere is not.
      if (!messages.loaded && unread.count === 0) return;
      const reading = messages.loaded
        ? [readAround(), catchUp(), readProperties.run()]
        : [peeking.run()];
      await Promise.all(reading.map((one) => tolerant(one).catch(report)));
    },
    systemMessages() {
      messages.fellBehind("disconnected");
      void catchUp();
    },
  };
}
