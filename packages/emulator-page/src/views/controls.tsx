import type { JSX } from "preact";
import { ClockCard } from "../controls/clock-card.tsx";
import { EventGridCard } from "../controls/event-grid-card.tsx";
import { FaultsCard } from "../controls/faults-card.tsx";
import { RateLimitsCard } from "../controls/rate-limits-card.tsx";
import { RealtimeCard } from "../controls/realtime-card.tsx";

/** Controls faults, webhooks, the clock, rate limits and real-time connections. */
export function ControlsView(): JSX.Element {
  return (
    <div class="page">
      <h1>Controls</h1>
      <div class="cards">
        <FaultsCard />
        <EventGridCard />
        <ClockCard />
        <div class="column">
          <RateLimitsCard />
          <RealtimeCard />
        </div>
      </div>
    </div>
  );
}
