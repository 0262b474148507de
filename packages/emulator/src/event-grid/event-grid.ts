import type { EmulatorClock } from "../engine/clock.ts";
import { badRequest, notFound } from "../engine/errors.ts";
import type { DomainEventListener } from "../engine/events.ts";
import type { ThreadRecord } from "../engine/records.ts";
import { isRecord } from "../spec/shape.ts";
import { chatEventsOf } from "./chat-events.ts";
import { createChanges } from "./changes.ts";
import type { EventDelivery } from "./delivery.ts";
import { createDeliveryLog } from "./delivery-log.ts";
import type { GridEvent } from "./envelopes.ts";
import type { ChatEventType } from "./event-types.ts";
import { createRetryTimer } from "./retry-timer.ts";
import { createSubscriber, type EventSubscription, type Subscriber } from "./subscriber.ts";
import {
  checkEventType,
  checkSubscription,
  type EventSubscriptionOptions,
  type SubscriptionSettings,
} from "./subscription.ts";

/** An event that a test publishes. */
export interface PublishedEvent {
  readonly type: ChatEventType;
  readonly subject: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Delivers chat events to webhooks, as Event Grid does. Over HTTP: `/_emulator/event-grid`. */
export interface EventGridControl {
  /**
   * Adds a subscription after the handshake of its schema.
   * @throws {@link ServiceError} 400 for invalid options, and if the handshake with the endpoint
   * fails, unless `waitForEndpoint` is true.
   */
  subscribe(options: EventSubscriptionOptions): Promise<EventSubscription>;
  /** Removes a subscription and drops its events. @throws {@link ServiceError} 404 */
  unsubscribe(name: string): void;
  subscriptions(): readonly EventSubscription[];
  /** Returns the latest 200 deliveries and their states, oldest first, including dead letters. */
  deliveries(): readonly EventDelivery[];
  /** Returns the latest 200 events that could not be delivered, oldest first. */
  deadLetters(): readonly EventDelivery[];
  /** Publishes an event that the emulator itself never raises, such as a bot command. */
  publish(event: PublishedEvent): void;
  /** Retries all waiting events at once. Returns their number. */
  retryNow(): number;
  /** Resolves when no event is queued or being delivered. Events may still wait for a retry. */
  settled(): Promise<void>;
  /** Confirms a subscription, like a GET of its validation URL. Returns false if the code is wrong. */
  confirm(name: string, code: string): boolean;
  /** Adds a listener for changes of subscriptions and deliveries. Returns a function that removes it. */
  onChange(listener: () => void): () => void;
}

/** The dependencies of Event Grid. */
export interface EventGridParts {
  readonly subscribe: (listener: DomainEventListener) => () => void;
  readonly thread: (threadId: string) => ThreadRecord | undefined;
  readonly resourceId: string;
  readonly clock: EmulatorClock;
  readonly uuid: () => string;
  /** Returns the emulator's base URL for endpoints, without a trailing slash. */
  readonly baseUrl: () => string;
  readonly fetch?: typeof globalThis.fetch;
}

/** Event Grid as part of the emulator. */
export interface EventGrid {
  readonly control: EventGridControl;
  /** Starts the subscriptions that are kept after a reset. */
  start(subscriptions: readonly SubscriptionSettings[]): void;
  /** Starts the retries that are due after the clock has changed. */
  wake(): void;
  /**
   * Drops all events, and the subscriptions that were added since the start.
   * @param seed - Creates the first users and threads again. The events of this are not delivered.
   */
  reset(seed: () => Promise<unknown>): Promise<void>;
  close(): void;
}

/** Creates Event Grid without subscriptions. */
export function createEventGrid(parts: EventGridParts): EventGrid {
  const { clock, uuid } = parts;
  const subscribers = new Map<string, Subscriber>();
  const kept = new Set<string>();
  const log = createDeliveryLog();
  let lastNumber = 0;
  let seeding = false;

  const changes = createChanges(() =>
    [...subscribers.values()].some(({ queue }) => queue.busy > 0),
  );
  const retryTimer = createRetryTimer(subscribers, clock);
  const send = (events: readonly Omit<GridEvent, "id" | "at">[]): void => {
    for (const event of events) {
      const gridEvent = { ...event, id: uuid(), at: clock.now() };
      for (const subscriber of subscribers.values()) subscriber.offer(gridEvent);
    }
  };
  const source = {
    resourceId: parts.resourceId,
    thread: parts.thread,
    transactionId: () => `${Buffer.from(uuid()).toString("base64url").slice(0, 22)}.1.1.1.1.1`,
  };
  const unsubscribe = parts.subscribe((event) => {
    if (subscribers.size > 0 && !seeding) send(chatEventsOf(event, source));
  });
  const add = (settings: SubscriptionSettings): Subscriber => {
    if (subscribers.has(settings.name)) {
      throw badRequest(
        `A subscription with the name ${settings.name} exists already. Choose another name.`,
      );
    }
    const subscriber = createSubscriber({
      settings,
      fetch: parts.fetch ?? globalThis.fetch,
      now: () => clock.now(),
      uuid,
      nextNumber: () => (lastNumber += 1),
      validationUrl: (name, code) =>
        `${parts.baseUrl()}/_emulator/event-grid/validate?name=${name}&code=${code}`,
      onDelivery(delivery) {
        log.put(delivery);
        // A microtask, because the queue learns of its change after this call.
        queueMicrotask(() => {
          if (delivery.state === "retrying") retryTimer.wake();
          changes.announce();
        });
      },
      onChange: changes.announce,
    });
    subscribers.set(settings.name, subscriber);
    return subscriber;
  };
  const remove = (name: string): void => {
    subscribers.get(name)?.close();
    subscribers.delete(name);
    changes.announce();
  };

  const control: EventGridControl = {
    async subscribe(options) {
      const defaultName = `subscription-${uuid().slice(0, 8)}`;
      const subscriber = add(checkSubscription(options, defaultName));
      const result = await subscriber.handshake();
      if (result.state === "failed" && !subscriber.settings.waitForEndpoint) {
        remove(subscriber.settings.name);
        throw badRequest(`The handshake with the endpoint failed: ${result.problem}.`);
      }
      return subscriber.status();
    },
    unsubscribe(name) {
      if (!subscribers.has(name)) throw notFound(`The subscription ${name} does not exist.`);
      remove(name);
    },
    subscriptions: () => Array.from(subscribers.values(), (one) => one.status()),
    deliveries: () => log.latest(),
    deadLetters: () => log.deadLetters(),
    publish(event) {
      const { type, subject, data } = event;
      checkEventType(type, "type");
      if (typeof subject !== "string") throw badRequest("subject must be a string.");
      if (!isRecord(data)) throw badRequest("data must be an object.");
      send([{ type, subject, data }]);
    },
    retryNow: () =>
      Array.from(subscribers.values(), ({ queue }) => queue.retry(true)).reduce((a, b) => a + b, 0),
    settled: changes.settled,
    confirm: (name, code) => subscribers.get(name)?.confirm(code) ?? false,
    onChange: changes.onChange,
  };
  return {
    control,
    start(subscriptions) {
      for (const settings of subscriptions) {
        kept.add(settings.name);
        void add({ ...settings, waitForEndpoint: true }).handshake();
      }
    },
    wake: retryTimer.wake,
    async reset(seed) {
      seeding = true;
      try {
        await seed();
      } finally {
        seeding = false;
      }
      for (const [name, subscriber] of subscribers) {
        if (kept.has(name)) subscriber.clear();
        else remove(name);
      }
      log.clear();
      changes.announce();
    },
    close() {
      unsubscribe();
      retryTimer.stop();
      for (const subscriber of subscribers.values()) subscriber.close();
      subscribers.clear();
      changes.announce();
    },
  };
}
