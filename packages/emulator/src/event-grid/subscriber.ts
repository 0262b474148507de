import { createQueue, type DeliveryQueue, type EventDelivery } from "./delivery.ts";
import { shownEndpoint } from "./endpoint.ts";
import type { GridEvent } from "./envelopes.ts";
import { type HandshakeResult, shakeHands } from "./handshake.ts";
import { type SubscriptionSettings, wants } from "./subscription.ts";

/** A subscription, and how it is doing. */
export interface EventSubscription extends SubscriptionSettings {
  /** The endpoint without the values of its query, which can be secrets. */
  readonly endpoint: string;
  /**
   * - `validating`: the handshake has not succeeded yet and is repeated;
   * - `awaitingValidation`: the endpoint responded without confirming; a GET of the validation URL
   *   that it got confirms;
   * - `active`: events are delivered.
   */
  readonly state: "validating" | "awaitingValidation" | "active";
  /** Why the last handshake did not confirm; absent once the subscription is active. */
  readonly problem?: string;
  /** Events that are queued or under way. */
  readonly pending: number;
  /** Events that wait for a retry. */
  readonly retrying: number;
}

/** What a subscriber needs. */
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

/** One subscription at work. */
export interface Subscriber {
  readonly settings: SubscriptionSettings;
  readonly queue: DeliveryQueue;
  status(): EventSubscription;
  /** Attempts the handshake once; with `waitForEndpoint` it is repeated after a failure. */
  handshake(): Promise<HandshakeResult>;
  /** Confirms by the code that the endpoint got. False if it is another code, or too late. */
  confirm(code: string): boolean;
  /** Takes an event if the subscription is active and wants it. */
  offer(event: GridEvent): void;
  /** Drops all events, and keeps the subscription. */
  clear(): void;
  close(): void;
}

/** Pauses between handshakes: real time, because the endpoint is yet to start. */
const HANDSHAKE_PAUSE = { first: 500, longest: 5000 };
/** How long a validation URL confirms, by the emulator's clock. */
const VALIDATION_LIFETIME = 10 * 60 * 1000;

/** Starts a subscription, before its handshake. */
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
    // The endpoint may have confirmed by the URL before it responded.
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
