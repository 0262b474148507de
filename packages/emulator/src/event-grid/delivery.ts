import { type Outcome, callEndpoint } from "./endpoint.ts";
import { type GridEvent, toDelivery } from "./envelopes.ts";
import type { SubscriptionSettings } from "./subscription.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** The delays before retries of an event, as Event Grid documents them; the last one repeats. */
const RETRY_PAUSES = [
  10 * SECOND,
  30 * SECOND,
  MINUTE,
  5 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
] as const;

/** Status codes that count as delivered. */
const DELIVERED = new Set([200, 201, 202, 203, 204]);
/** Status codes after which delivery is not retried. */
const FINAL = new Set([400, 401, 403, 404, 413]);

/** The most deliveries of one subscription at the same time. */
const MOST_AT_ONCE = 8;
/** The most events of one subscription that wait for delivery or a retry. */
const MOST_WAITING = 10_000;

/** Why an event became a dead letter. */
export type DeadLetterReason =
  | "MaxDeliveryAttemptsExceeded"
  | "TimeToLiveExceeded"
  | "RefusedByEndpoint"
  | "QueueFull";

/** One attempt to deliver an event. */
export interface DeliveryAttempt {
  /** When the attempt was made, by the emulator's clock, in epoch milliseconds. */
  readonly at: number;
  /** The status code; absent without a response. */
  readonly status?: number;
  /** Why there was no response. */
  readonly problem?: string;
}

/** An event for one subscription and the state of its delivery. */
export interface EventDelivery {
  readonly number: number;
  /** The name of the subscription. */
  readonly subscription: string;
  readonly event: GridEvent;
  readonly state: "pending" | "retrying" | "delivered" | "deadLettered";
  readonly attempts: readonly DeliveryAttempt[];
  /** When the next retry is due, by the emulator's clock, in epoch milliseconds; present while the state is `retrying`. */
  readonly nextAttemptOn?: number;
  /** Present once the state is `deadLettered`. */
  readonly deadLetterReason?: DeadLetterReason;
}

/** The dependencies of a queue. */
export interface QueueParts {
  readonly settings: SubscriptionSettings;
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => number;
  readonly nextNumber: () => number;
  readonly closed: AbortSignal;
  /** Called after each change of a delivery. */
  readonly onChange: (delivery: EventDelivery) => void;
}

/** The queue of one subscription's events. */
export interface DeliveryQueue {
  put(event: GridEvent): void;
  /** Retries the events that are due, or all that wait if `all` is true. Returns their number. */
  retry(all: boolean): number;
  /** When the next retry is due, in epoch milliseconds; Infinity if none is. */
  readonly nextRetryOn: number;
  /** The number of events that are queued or being delivered, without those that wait for a retry. */
  readonly busy: number;
  /** The number of events that wait for a retry. */
  readonly retrying: number;
}

/** Creates a queue that delivers events in order, several at once. Failed deliveries are retried after a delay. */
export function createQueue(parts: QueueParts): DeliveryQueue {
  const { settings, now } = parts;
  const queued: EventDelivery[] = [];
  const waiting = new Set<EventDelivery>();
  let underWay = 0;

  const change = (delivery: EventDelivery, changes: Partial<EventDelivery>): EventDelivery => {
    const { nextAttemptOn: _nextAttemptOn, ...rest } = delivery;
    const changed = { ...rest, ...changes };
    parts.onChange(changed);
    return changed;
  };
  const attempt = async (delivery: EventDelivery): Promise<void> => {
    const number = delivery.attempts.length + 1;
    const { body, headers } = toDelivery(settings, delivery.event, number);
    const init = { method: "POST", headers, body };
    const outcome = await callEndpoint(parts.fetch, settings.endpoint, init, parts.closed);
    underWay -= 1;
    if (parts.closed.aborted) return;
    const at = now();
    const attempts = [...delivery.attempts, { at, ...resultOf(outcome) }];
    const next = decide(settings, delivery.event, attempts, at);
    const changed = change(delivery, { attempts, ...next });
    if (changed.state === "retrying") waiting.add(changed);
    pump();
  };
  const pump = (): void => {
    while (underWay < MOST_AT_ONCE && queued.length > 0 && !parts.closed.aborted) {
      underWay += 1;
      void attempt(queued.shift()!);
    }
  };
  return {
    put(event) {
      const number = parts.nextNumber();
      const subscription = settings.name;
      const delivery = { number, subscription, event, state: "pending", attempts: [] } as const;
      if (queued.length + waiting.size >= MOST_WAITING) {
        change(delivery, { state: "deadLettered", deadLetterReason: "QueueFull" });
        return;
      }
      queued.push(change(delivery, {}));
      pump();
    },
    retry(all) {
      const due = [...waiting].filter(({ nextAttemptOn = 0 }) => all || nextAttemptOn <= now());
      for (const delivery of due) {
        waiting.delete(delivery);
        queued.push(change(delivery, { state: "pending" }));
      }
      pump();
      return due.length;
    },
    get nextRetryOn() {
      return Math.min(...Array.from(waiting, ({ nextAttemptOn = 0 }) => nextAttemptOn));
    },
    get busy() {
      return queued.length + underWay;
    },
    get retrying() {
      return waiting.size;
    },
  };
}

const resultOf = (outcome: Outcome): Omit<DeliveryAttempt, "at"> =>
  "problem" in outcome ? outcome : { status: outcome.status };

type Decision = Pick<EventDelivery, "state" | "nextAttemptOn" | "deadLetterReason">;

const dead = (deadLetterReason: DeadLetterReason): Decision => ({
  state: "deadLettered",
  deadLetterReason,
});

/** Decides what happens to an event after an attempt. */
function decide(
  settings: SubscriptionSettings,
  event: GridEvent,
  attempts: readonly DeliveryAttempt[],
  now: number,
): Decision {
  const status = attempts.at(-1)?.status;
  if (status !== undefined && DELIVERED.has(status)) return { state: "delivered" };
  if (status !== undefined && FINAL.has(status)) return dead("RefusedByEndpoint");
  if (attempts.length >= settings.maxDeliveryAttempts) return dead("MaxDeliveryAttemptsExceeded");
  const pause = RETRY_PAUSES[Math.min(attempts.length, RETRY_PAUSES.length) - 1]!;
  const nextAttemptOn = now + pause;
  const end = event.at + settings.eventTimeToLiveInMinutes * MINUTE;
  return nextAttemptOn > end ? dead("TimeToLiveExceeded") : { state: "retrying", nextAttemptOn };
}
