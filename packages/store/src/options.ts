import type { ChatMessage } from "@acs-chat/client";
import { ChatStoreError } from "./errors.ts";
import { rawIdOf, type StoreIdentifier } from "./identity.ts";
import type { StoreClock } from "./lib/timers.ts";
import type { ChatStorePersistence } from "./persistence.ts";

/** Options of `createChatStore`. */
export interface ChatStoreOptions {
  /** The user of the client's token: a raw id such as `8:acs:…`, or an identifier. */
  userId: string | NonNullable<ChatMessage["sender"]>;
  /** The name sent with messages and typing notifications. */
  displayName?: string;
  /** Messages on a page, 1 to 200; 50 when absent. */
  pageSize?: number;
  /** Threads on a page, at least 1; 20 when absent. */
  threadsPageSize?: number;
  /** Messages that a thread keeps at most, at least two pages; 1000 when absent. Beyond, the far end is forgotten and can be loaded again. */
  maxMessages?: number;
  /** Threads that keep their messages although nobody is subscribed to them; 10 when absent. */
  maxIdleThreads?: number;
  /** Messages of a thread that may be unsent at a time; 100 when absent. */
  maxUnsent?: number;
  /** Pages of a thread that are read by themselves to find missed messages; 10 when absent. What is beyond becomes a gap. */
  maxCatchUpPages?: number;
  /** Whether sends find out after a failure if the message arrived; true when absent. Needs an API version since `2021-09-07`. */
  safeRetry?: boolean;
  /** Keeps drafts, unsent messages and the newest messages beyond the life of the store. */
  persistence?: ChatStorePersistence;
  /** Called with failures that no caller waits for; the console logs them when absent. */
  onError?: (error: unknown) => void;
  /** Replaces the platform's clock and timers. */
  clock?: StoreClock;
  /** Replaces the source of ids, each of which must be unique. */
  newId?: () => string;
}

/** Options with everything decided. */
export interface Settings extends Required<
  Omit<ChatStoreOptions, "userId" | "displayName" | "persistence">
> {
  readonly user: StoreIdentifier;
  readonly userId: string;
  readonly displayName: string | undefined;
  readonly persistence: ChatStorePersistence | undefined;
}

/** Milliseconds by which events may overtake each other: what came in the last of them is read again after a loss. */
export const eventOverlapInMs = 10_000;

const platformClock: StoreClock = {
  now: () => Date.now(),
  setTimeout: (run, milliseconds) => setTimeout(run, milliseconds),
  clearTimeout: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
};

/** Pages without a secure context and React Native have no `randomUUID`; the id need not be secret. */
function platformId(): string {
  return globalThis.crypto?.randomUUID?.() ?? `${randomText()}${randomText()}${randomText()}`;
}

function randomText(): string {
  return Math.random().toString(36).slice(2);
}

export function readOptions(options: ChatStoreOptions): Settings {
  const user: StoreIdentifier =
    typeof options.userId === "string"
      ? { kind: "communicationUser", communicationUserId: options.userId }
      : options.userId;
  const userId = rawIdOf(user);
  if (userId === "") throw invalid("userId", "a raw id such as 8:acs:…, or an identifier");
  const count = (name: keyof ChatStoreOptions, value: number, min: number, max = Infinity) => {
    const inRange = value >= min && value <= max && (value === Infinity || Number.isInteger(value));
    if (inRange) return value;
    const range = max === Infinity ? `at least ${min}` : `from ${min} to ${max}`;
    throw invalid(name, `an integer ${range}, but is ${value}`);
  };
  const pageSize = count("pageSize", options.pageSize ?? 50, 1, 200);
  return {
    user,
    userId,
    displayName: options.displayName,
    pageSize,
    threadsPageSize: count("threadsPageSize", options.threadsPageSize ?? 20, 1),
    maxMessages: count("maxMessages", options.maxMessages ?? 1000, 2 * pageSize),
    maxIdleThreads: count("maxIdleThreads", options.maxIdleThreads ?? 10, 0),
    maxUnsent: count("maxUnsent", options.maxUnsent ?? 100, 1),
    maxCatchUpPages: count("maxCatchUpPages", options.maxCatchUpPages ?? 10, 1),
    safeRetry: options.safeRetry ?? true,
    persistence: options.persistence,
    onError: options.onError ?? ((error) => console.error("@acs-chat/store:", error)),
    clock: options.clock ?? platformClock,
    newId: options.newId ?? platformId,
  };
}

function invalid(name: string, expected: string): ChatStoreError {
  return new ChatStoreError("InvalidOption", `options.${name} must be ${expected}.`);
}
