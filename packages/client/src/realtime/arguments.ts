import { ChatArgumentError } from "../errors/chat-argument-error.ts";
import { readFields } from "../fields.ts";
import { guard, requireArray, requireFunction, requireString } from "../guards.ts";
import { chatEventNames, realtimeEventNames } from "./event-names.ts";
import type { ChatEventsOptions } from "./events.ts";
import type { RealtimeOptions } from "./transport.ts";

const realtimeGuards = {
  transport: requireFunction,
  fetch: requireFunction,
  webSocket: guard(
    "a WebSocket class or false",
    (value) => value === false || typeof value === "function",
  ),
} satisfies Record<keyof RealtimeOptions, unknown>;

const streamGuards = {
  signal: guard(
    "an AbortSignal",
    (value) => typeof (Object(value) as AbortSignal).addEventListener === "function",
  ),
  threadId: requireString,
  types: (value: unknown, argument: string) =>
    requireArray(value, argument).forEach((name, index) =>
      requireName(name, chatEventNames, `${argument}[${index}]`),
    ),
  bufferSize: guard(
    "a positive integer",
    (value) => Number.isInteger(value) && (value as number) > 0,
  ),
} satisfies Record<keyof ChatEventsOptions, unknown>;

/** Throws a `ChatArgumentError` unless listeners can be registered for an event of this name. */
export function requireEventName(name: unknown): void {
  requireName(name, realtimeEventNames, "event");
}

/** Throws a `ChatArgumentError` if an option of real time is unknown or has a wrong type. `null` is treated as absent. */
export function requireRealtimeOptions(options: unknown): void {
  readFields(options ?? {}, realtimeGuards, "options.realtime");
}

/** Throws a `ChatArgumentError` if an option of `events()` is unknown or has a wrong value. `null` is treated as absent. */
export function requireStreamOptions(options: unknown): void {
  readFields(options ?? {}, streamGuards, "options");
}

function requireName(name: unknown, known: readonly string[], argument: string): void {
  if (known.includes(name as string)) return;
  const received = JSON.stringify(String(name)).slice(0, 100);
  throw new ChatArgumentError(argument, `must be one of ${known.join(", ")}, but is ${received}`);
}
