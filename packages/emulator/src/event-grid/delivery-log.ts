import type { EventDelivery } from "./delivery.ts";

/** Deliveries that are remembered, and as many dead letters. */
const MOST_REMEMBERED = 200;

/** The latest deliveries and dead letters. */
export interface DeliveryLog {
  /** Adds a delivery, or replaces what was known of it. */
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

/** An empty log. */
export function createDeliveryLog(): DeliveryLog {
  const latest = new Map<number, EventDelivery>();
  const dead = new Map<number, EventDelivery>();
  return {
    put(delivery) {
      const { number, attempts } = delivery;
      // An older delivery that was pushed out does not come back when it is retried.
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
