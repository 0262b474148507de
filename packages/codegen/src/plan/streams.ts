import type {
  SdkBodyParameter,
  SdkHttpOperation,
  SdkServiceMethod,
  SdkSseMetadata,
} from "@azure-tools/typespec-client-generator-core";
import type { Planner } from "./planner.ts";
import { planType } from "./types-of.ts";
import type { EventPlan, TypePlan } from "./types.ts";
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

/** True for a body that has one JSON document on each line. */
export function isLines(body: SdkBodyParameter | undefined): boolean {
  if (body?.streamMetadata === undefined) return false;
  return body.contentTypes.some((value) => /jsonl|ndjson|json-seq/.test(value));
}

/** Plans the argument for a body of JSON lines: a list of values. */
export function planStreamedItems(
  planner: Planner,
  method: SdkServiceMethod<SdkHttpOperation>,
): TypePlan | undefined {
  const { bodyParam } = method.operation;
  if (bodyParam?.streamMetadata === undefined || !isLines(bodyParam)) return undefined;
  return { kind: "array", of: planType(planner, bodyParam.streamMetadata.streamType) };
}
