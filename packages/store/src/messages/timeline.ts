import type { Received, SentMessage, Source } from "./model.ts";

/**
 * The known messages of a thread, and the shown ones: all that were created between `floor` and `ceiling`. An
 * id is the version at creation, so ids and versions can be compared.
 *
 * The service lists messages by version, so an edited message is listed above newer messages. It is known early,
 * and shown once the floor has reached it.
 */
export interface Timeline {
  /** The shown messages, oldest first: the same array until one of them changes. */
  readonly shown: readonly SentMessage[];
  /** All messages created at or after this version are known; initially infinite. */
  readonly floor: number;
  /** Messages created at or after this version are not shown; initially infinite. */
  readonly ceiling: number;
  get(id: string): SentMessage | undefined;
  /** Adds and replaces messages, and extends the bounds. Returns the messages that had an effect. */
  merge(received: readonly Received[], floor?: number, ceiling?: number): readonly SentMessage[];
  /** Drops all but `count` shown messages, at the old or the new end. */
  trim(count: number, end: "oldest" | "newest"): void;
  /** Returns all known messages whose version is `version` or higher. */
  since(version: number): readonly SentMessage[];
  /** Hides all messages, and drops those below a version; by default all. */
  clear(from?: number): void;
}

interface Known {
  readonly message: SentMessage;
  readonly source: Source;
}

export function createTimeline(): Timeline {
  const known = new Map<number, Known>();
  let shown: readonly SentMessage[] = [];
  let floor = Number.POSITIVE_INFINITY;
  let ceiling = Number.POSITIVE_INFINITY;

  const isShown = (id: number): boolean => id >= floor && id < ceiling;

  /** Extends the bounds. Returns the known messages that are now shown. */
  const widen = (nextFloor: number, nextCeiling: number): Map<number, SentMessage> => {
    const appearing = new Map<number, SentMessage>();
    const [lastFloor, lastCeiling] = [floor, ceiling];
    floor = nextFloor;
    ceiling = nextCeiling;
    const isWider = floor < lastFloor || ceiling > lastCeiling;
    // Most often, every known message is shown already.
    if (!isWider || known.size === shown.length) return appearing;
    for (const [id, { message }] of known) {
      const wasShown = id >= lastFloor && id < lastCeiling;
      if (isShown(id) && !wasShown) appearing.set(id, message);
    }
    return appearing;
  };

  return {
    get shown() {
      return shown;
    },
    get floor() {
      return floor;
    },
    get ceiling() {
      return ceiling;
    },
    get: (id) => known.get(Number(id))?.message,
    merge(received, nextFloor = floor, nextCeiling = ceiling) {
      const changed = widen(nextFloor, nextCeiling);
      const news: SentMessage[] = [];
      for (const { message, source } of received) {
        const id = Number(message.id);
        const before = known.get(id);
        if (before && !wins(message, source, before)) continue;
        // Above the ceiling, messages are kept only if reading from there would not return them again.
        if (id >= ceiling && !before && isUnchanged(message)) continue;
        const next = before ? { ...message, key: before.message.key } : message;
        known.set(id, { message: next, source });
        news.push(next);
        if (isShown(id)) changed.set(id, next);
      }
      if (changed.size > 0) shown = woven(shown, changed);
      return news;
    },
    trim(count, end) {
      if (shown.length <= count) return;
      if (end === "newest") ceiling = Number(shown[count]!.id);
      shown = end === "oldest" ? shown.slice(-count) : shown.slice(0, count);
      if (end === "oldest") floor = Number(shown[0]!.id);
      for (const [id, { message }] of known) {
        // Messages that will be read again, downwards from the floor or upwards from the ceiling.
        const below = Number(message.version) < floor;
        if (below || (id >= ceiling && isUnchanged(message))) known.delete(id);
      }
    },
    since: (version) =>
      [...known.values()]
        .map(({ message }) => message)
        .filter((message) => Number(message.version) >= version),
    clear(from = Number.POSITIVE_INFINITY) {
      for (const [id, { message }] of known) if (Number(message.version) < from) known.delete(id);
      shown = [];
      floor = Number.POSITIVE_INFINITY;
      ceiling = Number.POSITIVE_INFINITY;
    },
  };
}

/** True if a message was neither edited nor deleted. */
function isUnchanged({ id, version }: SentMessage): boolean {
  return id === version;
}

/** True if a copy of a message replaces the known one: a deletion is final, else the higher version wins. */
function wins(message: SentMessage, from: Source, before: Known): boolean {
  const deleted = message.deletedOn !== undefined;
  const wasDeleted = before.message.deletedOn !== undefined;
  if (deleted !== wasDeleted) return deleted;
  const ahead = Number(message.version) - Number(before.message.version);
  return ahead > 0 || (ahead === 0 && from > before.source);
}

/** Merges messages into a list that is sorted by id, without duplicates. */
function woven(
  ordered: readonly SentMessage[],
  changed: ReadonlyMap<number, SentMessage>,
): readonly SentMessage[] {
  // oxlint-disable-next-line unicorn/no-array-sort -- React Native has no toSorted.
  const incoming = [...changed].sort(([a], [b]) => a - b);
  let next = placeOf(ordered, incoming[0]![0]);
  const result = ordered.slice(0, next);
  for (const [id, message] of incoming) {
    while (next < ordered.length && Number(ordered[next]!.id) < id) result.push(ordered[next++]!);
    if (next < ordered.length && Number(ordered[next]!.id) === id) next += 1;
    result.push(message);
  }
  // Not push(...): the rest may exceed the maximum number of arguments.
  return next < ordered.length ? result.concat(ordered.slice(next)) : result;
}

/** Returns the index of an id in messages sorted by id, or where it would be inserted. */
export function placeOf(ordered: readonly SentMessage[], id: number): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (Number(ordered[middle]!.id) < id) low = middle + 1;
    else high = middle;
  }
  return low;
}
