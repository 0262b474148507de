import { toRealtimeError } from "../failures.ts";
import { parseRecord } from "../mapping/json.ts";
import { mapEvent } from "../mapping/map-event.ts";
import type { TrouterEnvironment } from "./environment.ts";
import { type EventDeduplicator, eventKey } from "./event-deduplicator.ts";
import type { GapTracker } from "./gap-tracker.ts";

/** Passes a notification on as an event. Returns whether its event is known and readable. */
export type EventReceiver = (body: unknown, frameId: unknown) => boolean;

/** Creates the receiver of all notifications of a transport. */
export function createEventReceiver(
  env: TrouterEnvironment,
  deduplicator: EventDeduplicator,
  gaps: GapTracker,
): EventReceiver {
  return (body, frameId) => {
    try {
      const payload = parseRecord(body) ?? {};
      const [type, event] = mapEvent(payload, env);
      if (type === undefined) {
        env.sink.log("ignored an unknown event");
        return false;
      }
      const isNew = deduplicator.add(eventKey(type, payload, frameId));
      if (isNew) env.sink.event(type, event as never);
      return true;
    } catch (cause) {
      // The application never receives an event that cannot be read, so it counts as lost.
      env.sink.error(toRealtimeError(env, cause, "InvalidAnswer", "An event cannot be read"));
      gaps.announceLoss();
      return false;
    }
  };
}
