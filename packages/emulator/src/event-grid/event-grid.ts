import type { EmulatorClock } from "../engine/clock.ts";
import { badRequest, notFound } from "../engine/errors.ts";
import type { DomainEventListener } from "../engine/events.ts";
import type { ThreadRecord } from "../engine/records.ts";
import { isRecord } from "../spec/shape.ts";
import { chatEventsOf } from "./chat-events.ts";
import type { EventDelivery } from "./delivery.ts";
import { createDeliveryLog } from "./delivery-log.ts";
import type { GridEvent } from "./envelopes.ts";
import type { ChatEventType } from "./event-types.ts";
import { createSubscriber, type EventSubscription, type Subscriber } from "./subscriber.ts";
import {
  checkEventType,
  checkSubscription,
  type EventSubscriptionOptions,
  type SubscriptionSettings,
} from "./subscription.ts";

/** An event to publish by hand. */
export interface PublishedEvent {
  readonly type: ChatEventType;
  readonly subject: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Chat events as webhooks, as Event Grid delivers them. Over HTTP: `/_emulator/event-grid`. */
export interface EventGridControl {
  /**
   * Adds a subscription after the handshake of its schema.
   * @throws {@link ServiceError} 400 for wrong options, and when the endpoint does not take part in
   * the handshake, unless `waitForEndpoint` is true.
   */
  subscribe(options: EventSubscriptionOptions): Promise<EventSubscription>;
  /** Removes a subscription and drops its events. @throws {@link ServiceError} 404 */
  unsubscribe(name: string): void;
  subscriptions(): readonly EventSubscription[];
  /** The latest 200 events for each outcome to be seen, oldest first, dead letters included. */
  deliveries(): readonly EventDelivery[];
  /** The latest 200 events that could not be delivered, oldest first. */
  deadLetters(): readonly EventDelivery[];
  /** Delivers an event that nothing in the emulator causes, such as a bot command. */
  publish(event: PublishedEvent): void;
  /** Attempts all events that wait for a retry, without waiting. Returns how many. */
  retryNow(): number;
  /** Resolves once no event is queued or under way. Events may still wait for a retry. */
  settled(): Promise<void>;
  /** Confirms a subscription, as a GET of its validation URL does. False for a wrong code. */
  confirm(name: string, code: string): boolean;
  /** Hears that a subscription or a delivery changed. Returns what ends that. */
  onChange(listener: () => void): () => void;
}

/** What Event Grid needs from the emulator around it. */
export interface EventGridParts {
  readonly subscribe: (listener: DomainEventListener) => () => void;
  readonly thread: (threadId: string) => ThreadRecord | undefined;
  readonly resourceId: string;
  readonly clock: EmulatorClock;
  readonly uuid: () => string;
  /** Where endpoints reach the emulator: base URL, without a slash at the end. */
  readonly baseUrl: () => string;
  readonly fetch?: typeof globalThis.fetch;
}

/** Event Grid as the emulator mounts it. */
export interface EventGrid {
  readonly control: EventGridControl;
  /** Starts the subscriptions that a reset keeps. */
  start(subscriptions: readonly SubscriptionSettings[]): void;
  /** Looks which retries are due: the clock was moved. */
  wake(): void;
  /**
   * Drops all events, and the subscriptions that were added since the start.
   * @param seed - Makes the first users and threads again; what this causes is not delivered.
   */
  reset(seed: () => Promise<unknown>): Promise<void>;
  close(): void;
}

/** The longest delay of a timer. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** Starts Event Grid without subscriptions. */
export function createEventGrid(parts: EventGridParts): EventGrid {
  const { clock, uuid } = parts;
  const subscribers = new Map<string, Subscriber>();
  const kept = new Set<string>();
  const listeners = new Set<() => void>();
  const idle = new Set<() => void>();
  const log = createDeliveryLog();
  let timer: NodeJS.Timeout | undefined;
  let lastNumber = 0;
  let seeding = false;

  const isBusy = (): boolean => [...subscribers.values()].some(({ queue }) => queue.busy > 0);
  const changed = (): void => {
    for (const listener of listeners) listener();
    if (idle.size > 0 && !isBusy()) {
      for (const resolve of idle) resolve();
      idle.clear();
    }
  };
  const wake = (): void => {
    clearTimeout(timer);
    for (const { queue } of subscribers.values()) queue.retry(false);
    const next = Math.min(...Array.from(subscribers.values(), ({ queue }) => queue.nextRetryOn));
    if (next === Infinity || clock.frozen) return;
    timer = setTimeout(wake, Math.min(Math.max(next - clock.now(), 0), LONGEST_TIMER)).unref();
  };
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
      throw badRequest(`There is a subscription ${settings.name} already. Choose another name.`);
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
        // The queue is told of its change after this.
        queueMicrotask(() => {
          if (delivery.state === "retrying") wake();
          changed();
        });
      },
      onChange: changed,
    });
    subscribers.set(settings.name, subscriber);
    return subscriber;
  };
  const remove = (name: string): void => {
    subscribers.get(name)?.close();
    subscribers.delete(name);
    changed();
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
      if (!subscribers.has(name)) throw notFound(`There is no subscription ${name}.`);
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
    settled: () =>
      new Promise((resolve) => {
        idle.add(resolve);
        queueMicrotask(changed);
      }),
    confirm: (name, code) => subscribers.get(name)?.confirm(code) ?? false,
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  return {
    control,
    start(subscriptions) {
      for (const settings of subscriptions) {
        kept.add(settings.name);
        void add({ ...settings, waitForEndpoint: true }).handshake();
      }
    },
    wake,
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
      changed();
    },
    close() {
      unsubscribe();
      clearTimeout(timer);
      for (const subscriber of subscribers.values()) subscriber.close();
      subscribers.clear();
      changed();
    },
  };
}
