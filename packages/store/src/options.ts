import type { ChatMessage } from "@acs-chat/client";
import { ChatStoreError } from "./errors.ts";
import { rawIdOf, type StoreIdentifier } from "./identity.ts";
import type { StoreClock } from "./lib/timers.ts";
import type { ChatStorePersistence } from "./persistence.ts";

/** Options of `createChatStore`. */
export interface ChatStoreOptions {
  /** The user of the client's token: a raw id such as `8:acs:…`, or an identifier. */
  userId: string | NonNullable<ChatMessage["sender"]>;
  /** The display name to send with messages and typing notifications. */
  displayName?: string;
  /** The number of messages on a page, 1 to 200. Default 50. */
  pageSize?: number;
  /** The number of threads on a page, at least 1. Default 20. */
  threadsPageSize?: number;
  /** The most messages that a thread keeps, at least two pages. Default 1000. Beyond that, messages at the far end are dropped and can be loaded again. */
  maxMessages?: number;
  /** The most threads without subscribers that keep their messages. Default 10. */
  maxIdleThreads?: number;
  /** The most unsent messages of a thread. Default 100. */
  maxUnsent?: number;
  /** The most pages of a thread that are read automatically after a disconnection. Default 10. The rest becomes a gap. */
  maxCatchUpPages?: number;
  /** Whether failed sends check if the message has arrived before they retry. Default true. Requires API version `2021-09-07` or later. */
  safeRetry?: boolean;
  /** Storage for drafts, unsent messages and the newest messages. */
  persistence?: ChatStorePersistence;
  /** Called with errors that no caller waits for. Default: logs them to the console. */
  onError?: (error: unknown) => void;
  /** Replaces the platform's clock and timers. */
  clock?: StoreClock;
  /** Returns a new id, which must be unique. Replaces the default generator. */
  newId?: () => string;
}

/** The options with defaults filled in. */
export interface Settings extends Required<
  Omit<ChatStoreOptions, "userId" | "displayName" | "persistence">
> {
  readonly user: StoreIdentifier;
  readonly userId: string;
  readonly displayName: string | undefined;
  readonly persistence: ChatStorePersistence | undefined;
}

/** How far events may be out of order, in milliseconds. After a loss, events of this last period are read again. */
export const eventOverlapInMs = 10_000;

const platformClock: StoreClock = {
  now: () => Date.now(),
  setTimeout: (run, milliseconds) => setTimeout(run, milliseconds),
  clearTimeout: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
};

/** Insecure pages and React Native have no `randomUUID`. The id need not be secret. */
function platformId(): string {
  return globalThis.crypto?.randomUUID?.() ?? `${randomText()}${randomText()}${randomText()}`;
}

function randomText(): string {
  return Math.random().toString(36).slice(2);
}

const USER = "a raw id such as 8:acs:…, or an identifier";

export function readOptions(options: ChatStoreOptions): Settings {
  if (!options?.userId) throw invalid("userId", USER);
  const user: StoreIdentifier =
    typeof options.userId === "string"
      ? { kind: "communicationUser", communicationUserId: options.userId }
      : options.userId;
  const userId = rawIdOf(user);
  if (userId === "") throw invalid("userId", USER);
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
