import { badRequest } from "../engine/errors.ts";
import { isRecord } from "../spec/shape.ts";
import { EVENT_SCHEMAS, type EventSchema, type GridEvent } from "./envelopes.ts";
import { CHAT_EVENT_TYPES, type ChatEventType } from "./event-types.ts";

/** A subscription to chat events. */
export interface EventSubscriptionOptions {
  /** The http or https URL of the webhook. */
  readonly endpoint: string;
  /** Letters, digits and hyphens, 3 to 64. Default: a generated name. */
  readonly name?: string;
  /** The schema of the events. Default `"EventGridSchema"`, as in Azure. */
  readonly schema?: EventSchema;
  /** The event types to deliver. Default: all. */
  readonly includedEventTypes?: readonly ChatEventType[];
  /** Delivers only events whose subject begins with this text, such as `thread/<thread id>/`. */
  readonly subjectBeginsWith?: string;
  /** Delivers only events whose subject ends with this text. */
  readonly subjectEndsWith?: string;
  /** The most delivery attempts for an event, from 1 to 30. Default 30. */
  readonly maxDeliveryAttempts?: number;
  /** How long delivery is retried, in minutes of the emulator's clock, from 1 to 1440. Default 1440. */
  readonly eventTimeToLiveInMinutes?: number;
  /**
   * Repeats the handshake until the endpoint confirms, instead of failing at the first attempt.
   * Default false.
   */
  readonly waitForEndpoint?: boolean;
}

/** The options of a subscription with defaults filled in. */
export type SubscriptionSettings = Required<
  Omit<EventSubscriptionOptions, "subjectBeginsWith" | "subjectEndsWith">
> & { readonly subjectBeginsWith: string; readonly subjectEndsWith: string };

const NAME = /^[A-Za-z\d-]{3,64}$/;
const ATTEMPTS = { least: 1, most: 30 };
const MINUTES = { least: 1, most: 1440 };
const KNOWN = [
  "endpoint",
  "name",
  "schema",
  "includedEventTypes",
  "subjectBeginsWith",
  "subjectEndsWith",
  "maxDeliveryAttempts",
  "eventTimeToLiveInMinutes",
  "waitForEndpoint",
] as const satisfies readonly (keyof EventSubscriptionOptions)[];

/**
 * Checks the options of a subscription and fills in defaults.
 * @throws {@link ServiceError} 400 that says what is invalid.
 */
export function checkSubscription(value: unknown, defaultName: string): SubscriptionSettings {
  if (!isRecord(value)) throw badRequest("The subscription must be an object.");
  const unknown = Object.keys(value).find((key) => !KNOWN.some((known) => known === key));
  if (unknown !== undefined) {
    throw badRequest(`The subscription has an unknown property ${unknown}; use ${list(KNOWN)}.`);
  }
  const name = text(value, "name", defaultName);
  if (!NAME.test(name)) throw badRequest("name must be 3 to 64 letters, digits or hyphens.");
  return {
    endpoint: checkEndpoint(value["endpoint"]),
    name,
    schema: oneOf(EVENT_SCHEMAS, value["schema"] ?? "EventGridSchema", "schema"),
    includedEventTypes: checkTypes(value["includedEventTypes"]),
    subjectBeginsWith: text(value, "subjectBeginsWith", ""),
    subjectEndsWith: text(value, "subjectEndsWith", ""),
    maxDeliveryAttempts: integer(value, "maxDeliveryAttempts", ATTEMPTS),
    eventTimeToLiveInMinutes: integer(value, "eventTimeToLiveInMinutes", MINUTES),
    waitForEndpoint: flag(value, "waitForEndpoint"),
  };
}

/**
 * Checks several subscriptions, and generates names for those without one.
 * @throws {@link ServiceError} 400 that says what is invalid.
 */
export function checkSubscriptions(
  all: readonly EventSubscriptionOptions[],
): readonly SubscriptionSettings[] {
  const checked = all.map((one, index) => checkSubscription(one, `subscription-${index + 1}`));
  const names = checked.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw badRequest(`Two subscriptions have the name ${twice}.`);
  return checked;
}

/** Checks the name of a chat event type. */
export const checkEventType = (value: unknown, at: string): ChatEventType =>
  oneOf(CHAT_EVENT_TYPES, value, at);

/** True if the filter of a subscription matches an event. */
export function wants(settings: SubscriptionSettings, event: GridEvent): boolean {
  return (
    settings.includedEventTypes.includes(event.type) &&
    event.subject.startsWith(settings.subjectBeginsWith) &&
    event.subject.endsWith(settings.subjectEndsWith)
  );
}

function checkEndpoint(value: unknown): string {
  // The value is left out of the messages: its query could contain a key.
  const url = typeof value === "string" && URL.canParse(value) ? new URL(value) : undefined;
  if (url === undefined || (url.protocol !== "http:" && url.protocol !== "https:")) {
    throw badRequest("endpoint must be an http or https URL.");
  }
  if (url.username !== "" || url.password !== "") {
    throw badRequest("endpoint must not contain a user name or password.");
  }
  return url.href;
}

function checkTypes(value: unknown): readonly ChatEventType[] {
  if (value === undefined) return CHAT_EVENT_TYPES;
  if (!Array.isArray(value) || value.length === 0) {
    throw badRequest("includedEventTypes must be a list of at least one event type.");
  }
  return value.map((one, index) => checkEventType(one, `includedEventTypes[${index}]`));
}

function oneOf<T extends string>(known: readonly T[], value: unknown, at: string): T {
  const found = known.find((one) => one === value);
  if (found !== undefined) return found;
  throw badRequest(`${at} must be one of ${list(known)}, but is ${JSON.stringify(value)}.`);
}

function text(from: Record<string, unknown>, name: string, otherwise: string): string {
  const value = from[name] ?? otherwise;
  if (typeof value === "string") return value;
  throw badRequest(`${name} must be a string.`);
}

function flag(from: Record<string, unknown>, name: string): boolean {
  const value = from[name] ?? false;
  if (typeof value === "boolean") return value;
  throw badRequest(`${name} must be a boolean.`);
}

function integer(
  from: Record<string, unknown>,
  name: string,
  { least, most }: { readonly least: number; readonly most: number },
): number {
  const value = from[name] ?? most;
  if (Number.isInteger(value) && Number(value) >= least && Number(value) <= most) {
    return Number(value);
  }
  throw badRequest(`${name} must be an integer from ${least} to ${most}.`);
}

const list = (all: readonly string[]): string => all.join(", ");
