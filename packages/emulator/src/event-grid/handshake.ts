import { type EventSchema, TOPIC } from "./envelopes.ts";
import { type Outcome, callEndpoint } from "./endpoint.ts";

/** The value of WebHook-Request-Origin in the handshake of CloudEvents. */
const REQUEST_ORIGIN = "eventgrid.azure.net";

/** The dependencies of a handshake. */
export interface HandshakeParts {
  readonly fetch: typeof globalThis.fetch;
  readonly endpoint: string;
  readonly name: string;
  readonly schema: EventSchema;
  readonly id: string;
  readonly validationCode: string;
  /** A GET of this URL confirms the subscription, as an alternative to the response. */
  readonly validationUrl: string;
  readonly at: number;
  readonly closed: AbortSignal;
}

/** The result of a handshake. */
export type HandshakeResult =
  | { readonly state: "active" }
  /** The endpoint responded without confirming. A GET of the validation URL can still confirm. */
  | { readonly state: "awaitingValidation"; readonly problem: string }
  | { readonly state: "failed"; readonly problem: string };

/** Performs the handshake with the endpoint of a new subscription. */
export function shakeHands(parts: HandshakeParts): Promise<HandshakeResult> {
  return parts.schema === "EventGridSchema" ? validate(parts) : askForOrigin(parts);
}

async function validate(parts: HandshakeParts): Promise<HandshakeResult> {
  const { id, name, validationCode, validationUrl, at } = parts;
  const event = {
    id,
    topic: TOPIC,
    subject: "",
    eventType: "Microsoft.EventGrid.SubscriptionValidationEvent",
    eventTime: new Date(at).toISOString(),
    data: { validationCode, validationUrl },
    dataVersion: "2",
    metadataVersion: "1",
  };
  const outcome = await call(parts, {
    method: "POST",
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "aeg-event-type": "SubscriptionValidation",
      "aeg-subscription-name": name.toUpperCase(),
      "aeg-delivery-count": "0",
    },
    body: JSON.stringify([event]),
  });
  if ("problem" in outcome) return { state: "failed", problem: outcome.problem };
  if (outcome.status !== 200) return { state: "failed", problem: `status ${outcome.status}` };
  const response = validationResponseIn(outcome.body);
  if (response === validationCode) return { state: "active" };
  if (response !== undefined) {
    return { state: "failed", problem: "validationResponse is not the validationCode" };
  }
  const problem = "the response has no validationResponse; a GET of validationUrl confirms as well";
  return { state: "awaitingValidation", problem };
}

function validationResponseIn(body: string): unknown {
  try {
    const value = JSON.parse(body) as { readonly validationResponse?: unknown } | null;
    return value?.validationResponse;
  } catch {
    return undefined;
  }
}

async function askForOrigin(parts: HandshakeParts): Promise<HandshakeResult> {
  const outcome = await call(parts, {
    method: "OPTIONS",
    headers: {
      "WebHook-Request-Origin": REQUEST_ORIGIN,
      "WebHook-Request-Callback": parts.validationUrl,
    },
  });
  if ("problem" in outcome) return { state: "failed", problem: outcome.problem };
  const { status, headers } = outcome;
  if (status < 200 || status > 299) return { state: "failed", problem: `status ${status}` };
  const allowed = headers.get("WebHook-Allowed-Origin");
  if (allowed === "*" || allowed?.toLowerCase() === REQUEST_ORIGIN) return { state: "active" };
  if (allowed !== null) {
    const problem = `WebHook-Allowed-Origin is ${allowed}, not ${REQUEST_ORIGIN} or *`;
    return { state: "failed", problem };
  }
  const problem =
    "the response has no WebHook-Allowed-Origin; a GET of WebHook-Request-Callback confirms as well";
  return { state: "awaitingValidation", problem };
}

const call = (parts: HandshakeParts, init: RequestInit): Promise<Outcome> =>
  callEndpoint(parts.fetch, parts.endpoint, init, parts.closed);
