import type { EventDelivery } from "./delivery.ts";

/** How many deliveries are remembered, and how many dead letters. */
const MOST_REMEMBERED = 200;

/** A log of the latest deliveries and dead letters. */
export interface DeliveryLog {
  /** Adds a delivery, or replaces its earlier state. */
  put(delivery: EventDelivery): void;
  /** The latest deliveries, oldest first. */
  latest(): readonly EventDelivery[];
  /** The latest dead letters, oldest first. */
  deadLetters(): readonly EventDelivery[];
  clear(): void;
}

function put(to: Map<number, EventDelivery>, delivery: EventDelivery): void {
  to.set(delivery.number, delivery);
  const [oldest] = to.keys();
  if (to.size > MOST_REMEMBERED && oldest !== undefined) to.delete(oldest);
}

/** Creates an empty log. */
export function createDeliveryLog(): DeliveryLog {
  const latest = new Map<number, EventDelivery>();
  const dead = new Map<number, EventDelivery>();
  return {
    put(delivery) {
      const { number, attempts } = delivery;
      // A delivery that has been dropped from the log is not added again when it is retried.
      if (attempts.length === 0 || latest.has(number)) put(latest, delivery);
      if (delivery.state === "deadLettered") put(dead, delivery);
    },
    latest: () => [...latest.values()].toSorted((a, b) => a.number - b.number),
    deadLetters: () => [...dead.values()],
    clear() {
      latest.clear();
      dead.clear();
    },
  };
}
