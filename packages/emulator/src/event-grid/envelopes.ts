import type { ChatEvent } from "./chat-events.ts";

/** The delivery schemas of Event Grid, with Azure's names. */
export const EVENT_SCHEMAS = ["EventGridSchema", "CloudEventSchemaV1_0"] as const;

/** A delivery schema of Event Grid. */
export type EventSchema = (typeof EVENT_SCHEMAS)[number];

/** An event to deliver to subscriptions. */
export interface GridEvent extends ChatEvent {
  readonly id: string;
  /** When the event was raised, in epoch milliseconds. */
  readonly at: number;
}

/** The resource that is named as the source of events. */
export const TOPIC =
  "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/emulator/providers/Microsoft.Communication/communicationServices/emulator";

/** Wraps an event in the schema of a subscription. */
function toEnvelope(schema: EventSchema, event: GridEvent): Record<string, unknown> {
  const { id, subject, data, type } = event;
  const time = new Date(event.at).toISOString();
  if (schema === "CloudEventSchemaV1_0") {
    return { specversion: "1.0", id, source: TOPIC, type, subject, time, data };
  }
  const versions = { dataVersion: "1.0", metadataVersion: "1" };
  return { id, topic: TOPIC, subject, eventType: type, eventTime: time, data, ...versions };
}

/** Returns the body and headers of a delivery. */
export function toDelivery(
  subscription: { readonly name: string; readonly schema: EventSchema },
  event: GridEvent,
  attempt: number,
): { readonly body: string; readonly headers: Record<string, string> } {
  const envelope = toEnvelope(subscription.schema, event);
  const headers = {
    "aeg-subscription-name": subscription.name.toUpperCase(),
    "aeg-delivery-count": String(attempt - 1),
  };
  if (subscription.schema === "CloudEventSchemaV1_0") {
    return {
      body: JSON.stringify(envelope),
      headers: { ...headers, "Content-Type": "application/cloudevents+json; charset=utf-8" },
    };
  }
  return {
    body: JSON.stringify([envelope]),
    headers: {
      ...headers,
      "Content-Type": "application/json; charset=utf-8",
      "aeg-event-type": "Notification",
      "aeg-data-version": "1.0",
      "aeg-metadata-version": "1",
    },
  };
}
