import { createQueue, type DeliveryQueue, type EventDelivery } from "./delivery.ts";
import { shownEndpoint } from "./endpoint.ts";
import type { GridEvent } from "./envelopes.ts";
import { type HandshakeResult, shakeHands } from "./handshake.ts";
import { type SubscriptionSettings, wants } from "./subscription.ts";

/** A subscription and its state. */
export interface EventSubscription extends SubscriptionSettings {
  /** The endpoint. Values in its query are removed, because they can be secrets. */
  readonly endpoint: string;
  /**
   * - `validating`: the handshake has not succeeded yet and is repeated;
   * - `awaitingValidation`: the endpoint responded without confirming, and can still confirm by a GET
   *   of the validation URL;
   * - `active`: events are delivered.
   */
  readonly state: "validating" | "awaitingValidation" | "active";
  /** Why the last handshake did not confirm; absent once the subscription is active. */
  readonly problem?: string;
  /** The number of events that are queued or being delivered. */
  readonly pending: number;
  /** The number of events that wait for a retry. */
  readonly retrying: number;
}

/** The dependencies of a subscriber. */
export interface SubscriberParts {
  readonly settings: SubscriptionSettings;
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => number;
  readonly uuid: () => string;
  readonly nextNumber: () => number;
  readonly validationUrl: (name: string, code: string) => string;
  readonly onDelivery: (delivery: EventDelivery) => void;
  readonly onChange: () => void;
}

/** A running subscription. */
export interface Subscriber {
  readonly settings: SubscriptionSettings;
  readonly queue: DeliveryQueue;
  status(): EventSubscription;
  /** Performs the handshake once. With `waitForEndpoint` it is repeated after a failure. */
  handshake(): Promise<HandshakeResult>;
  /** Confirms by the code that was sent to the endpoint. Returns false if it is wrong or expired. */
  confirm(code: string): boolean;
  /** Queues an event if the subscription is active and its filter matches. */
  offer(event: GridEvent): void;
  /** Drops all events and keeps the subscription. */
  clear(): void;
  close(): void;
}

/** Delays between handshakes, in real time, because the endpoint may still be starting. */
const HANDSHAKE_PAUSE = { first: 500, longest: 5000 };
/** How long a validation URL is valid, by the emulator's clock. */
const VALIDATION_LIFETIME = 10 * 60 * 1000;

/** Creates a subscription that has not done its handshake. */
export function createSubscriber(parts: SubscriberParts): Subscriber {
  const { settings, fetch, now } = parts;
  let closing = new AbortController();
  let state: EventSubscription["state"] = "validating";
  let problem: string | undefined;
  let code = { value: parts.uuid(), at: now() };
  let pause = HANDSHAKE_PAUSE.first;
  let timer: NodeJS.Timeout | undefined;

  const newQueue = (): DeliveryQueue =>
    createQueue({
      settings,
      fetch,
      now,
      nextNumber: parts.nextNumber,
      closed: closing.signal,
      onChange: parts.onDelivery,
    });
  let queue = newQueue();

  const become = (next: EventSubscription["state"], why?: string): void => {
    state = next;
    problem = why;
    parts.onChange();
  };
  const handshake = async (): Promise<HandshakeResult> => {
    code = { value: parts.uuid(), at: now() };
    const { endpoint, name, schema } = settings;
    const result = await shakeHands({
      fetch,
      endpoint,
      name,
      schema,
      id: parts.uuid(),
      validationCode: code.value,
      validationUrl: parts.validationUrl(name, code.value),
      at: code.at,
      closed: closing.signal,
    });
    // The endpoint may have confirmed by the URL before its response arrived.
    if (closing.signal.aborted || state === "active") return result;
    if (result.state !== "failed") {
      become(result.state, result.state === "active" ? undefined : result.problem);
    } else {
      become("validating", result.problem);
      if (settings.waitForEndpoint) timer = setTimeout(() => void handshake(), pause).unref();
      pause = Math.min(pause * 2, HANDSHAKE_PAUSE.longest);
    }
    return result;
  };
  return {
    settings,
    get queue() {
      return queue;
    },
    status: () => ({
      ...settings,
      endpoint: shownEndpoint(settings.endpoint),
      state,
      ...(problem !== undefined && { problem }),
      pending: queue.busy,
      retrying: queue.retrying,
    }),
    handshake,
    confirm(given) {
      if (given !== code.value || now() > code.at + VALIDATION_LIFETIME) return false;
      become("active");
      return true;
    },
    offer(event) {
      if (state === "active" && wants(settings, event)) queue.put(event);
    },
    clear() {
      closing.abort();
      closing = new AbortController();
      queue = newQueue();
      clearTimeout(timer);
      if (state === "validating") void handshake();
    },
    close() {
      closing.abort();
      clearTimeout(timer);
    },
  };
}
