import type { ChatEvents } from "../events.ts";
import type { JsonRecord } from "../mapping/json.ts";
import { maxRememberedCharacters, maxRememberedEvents } from "./timings.ts";

/** Detects events that the service delivers more than once. */
export interface EventDeduplicator {
  /** Stores a key. Returns whether it is new. */
  add(key: string): boolean;
  /** Forgets all keys. */
  clear(): void;
}

/** Creates a deduplicator that stores the newest keys, up to a number of keys and of characters. */
export function createEventDeduplicator(
  maxKeys = maxRememberedEvents,
  maxCharacters = maxRememberedCharacters,
): EventDeduplicator {
  // A set keeps the order of insertion, so its first key is the oldest.
  const keys = new Set<string>();
  let characters = 0;
  return {
    add(key) {
      if (keys.has(key)) return false;
      keys.add(key);
      characters += key.length;
      for (const oldest of keys) {
        if (keys.size <= maxKeys && characters <= maxCharacters) break;
        keys.delete(oldest);
        characters -= oldest.length;
      }
      return true;
    },
    clear() {
      keys.clear();
      characters = 0;
    },
  };
}

/** The fields of a payload that identify its event. */
const identifyingFields = ["eventId", "groupId", "threadId", "senderId", "messageId", "version"];

/** Events about messages, whose versions are unique within their thread. */
const versionedEvents: ReadonlySet<keyof ChatEvents> = new Set([
  "chatMessageReceived",
  "chatMessageEdited",
  "chatMessageDeleted",
]);

/** Returns the key of an event. For events without a unique version, it contains the id of their frame. */
export function eventKey(type: keyof ChatEvents, payload: JsonRecord, frameId: unknown): string {
  const fields = identifyingFields.map((name) => payload[name]);
  return JSON.stringify(versionedEvents.has(type) ? fields : [frameId, ...fields]);
}
