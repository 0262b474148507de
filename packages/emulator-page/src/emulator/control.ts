import type {
  EmulatorUser,
  EventDelivery,
  EventSubscription,
  EventSubscriptionOptions,
  Fault,
  Health,
  IdentityRecord,
  ParticipantRecord,
  ParticipantToAdd,
  RequestLogEntry,
  Seed,
  SeedResult,
  Snapshot,
  ThreadRecord,
  TokenOptions,
  UserOptions,
} from "@acs-chat/emulator";

/** A thread with its participants. */
export interface ThreadOverview extends ThreadRecord {
  readonly participants: readonly ParticipantRecord[];
}

/** Webhooks and their deliveries. */
export interface EventGridState {
  readonly subscriptions: readonly EventSubscription[];
  readonly deliveries: readonly EventDelivery[];
  readonly deadLetters: readonly EventDelivery[];
}

/** The emulator's clock. */
export interface ClockState {
  readonly now: string;
  readonly frozen: boolean;
}

/** A change to the clock. */
export interface ClockWish {
  readonly reset?: boolean;
  readonly set?: string;
  readonly freeze?: boolean;
  readonly advance?: number;
}

/** The rate limits and whether they are enforced. */
export interface RateLimits {
  readonly enforced: boolean;
  /** When the limits were read from the service's documentation. */
  readonly readOn: string;
  readonly limits: readonly {
    readonly operations: readonly string[];
    readonly limits: readonly {
      readonly scope: string;
      readonly count: number;
      readonly seconds: number;
    }[];
  }[];
}

/** Thrown if the control API refuses a request or cannot be reached. */
class ControlError extends Error {
  override readonly name = "ControlError";
  /** The status code; undefined without a response. */
  readonly status: number | undefined;

  constructor(message: string, status?: number) {
    super(message);
    this.status = status;
  }
}

const ROOT = "/_emulator";

async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  let response: Response;
  try {
    response = await fetch(ROOT + path, {
      method,
      ...(body !== undefined && {
        headers: { "Content-Type": "application/json" },
        body: typeof body === "string" ? body : JSON.stringify(body),
      }),
    });
  } catch {
    throw new ControlError("The emulator cannot be reached. Start it and retry.");
  }
  const text = await response.text();
  if (!response.ok) throw new ControlError(messageOf(text, response), response.status);
  return (text === "" ? undefined : JSON.parse(text)) as T;
}

function messageOf(text: string, response: Response): string {
  try {
    const { error } = JSON.parse(text) as { error?: { message?: string } };
    if (error?.message) return error.message;
  } catch {
    // Not JSON. The status code is reported instead.
  }
  return `The emulator responded with ${response.status} ${response.statusText}.`;
}

/** The emulator's control API. */
export const control = {
  health: () => call<Health>("GET", "/health"),
  /** Lists the 1000 threads with the latest messages, optionally only those that contain a text. */
  threads: (text = "") =>
    call<ThreadOverview[]>(
      "GET",
      text === "" ? "/threads" : `/threads?text=${encodeURIComponent(text)}`,
    ),
  users: () => call<IdentityRecord[]>("GET", "/users"),
  /** Creates a user, or another token for an existing one. */
  createUser: (wish: UserOptions & TokenOptions) => call<EmulatorUser>("POST", "/users", wish),
  addParticipant: (threadId: string, participant: ParticipantToAdd) =>
    call<void>("POST", `/threads/${encodeURIComponent(threadId)}/participants`, participant),
  requests: () => call<RequestLogEntry[]>("GET", "/requests?limit=1000"),
  clearRequests: () => call<void>("DELETE", "/requests"),
  clock: () => call<ClockState>("GET", "/clock"),
  setClock: (wish: ClockWish) => call<ClockState>("POST", "/clock", wish),
  faults: () => call<Fault[]>("GET", "/faults"),
  addFault: (fault: Fault) => call<Fault[]>("POST", "/faults", fault),
  clearFaults: () => call<void>("DELETE", "/faults"),
  rateLimits: () => call<RateLimits>("GET", "/rate-limits"),
  enforceRateLimits: (enforced: boolean) => call<RateLimits>("PUT", "/rate-limits", { enforced }),
  eventGrid: () => call<EventGridState>("GET", "/event-grid"),
  subscribe: (options: EventSubscriptionOptions) =>
    call<EventSubscription>("POST", "/event-grid/subscriptions", options),
  unsubscribe: (name: string) => call<void>("DELETE", `/event-grid/subscriptions/${name}`),
  retryEvents: () => call<{ events: number }>("POST", "/event-grid/retry"),
  dropConnections: () => call<{ connections: number }>("POST", "/realtime/drop"),
  reset: () => call<void>("POST", "/reset"),
  snapshot: () => call<Snapshot>("GET", "/snapshot"),
  /** @param snapshot - JSON text of a snapshot */
  restore: (snapshot: string) => call<void>("PUT", "/snapshot", snapshot),
  /** @param seed - a seed, or its JSON text */
  seed: (seed: Seed | string) => call<SeedResult>("POST", "/seed", seed),
};
