import type { SdkSseMetadata } from "@azure-tools/typespec-client-generator-core";
import type { Planner } from "./planner.ts";
import { planType } from "./types-of.ts";
import type { EventPlan } from "./types.ts";
import { isJson } from "./formats.ts";

/** Plans the events of a server-sent event stream. */
export function planResponseEvents(
  planner: Planner,
  metadata: SdkSseMetadata | undefined,
): readonly EventPlan[] {
  return (metadata?.events ?? []).map((event) => {
    const type = planType(planner, event.payloadType);
    const contentType = event.payloadContentType ?? event.contentType ?? "application/json";
    return {
      ...(event.eventType === undefined ? {} : { name: event.eventType }),
      terminal: event.isTerminalEvent,
      type,
      json: isJson(contentType),
      ...(type.kind === "literal" && typeof type.value === "string" ? { literal: type.value } : {}),
    };
  });
}
