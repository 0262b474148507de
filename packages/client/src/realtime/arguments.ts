import { ChatArgumentError } from "../errors/chat-argument-error.ts";
import { readExactFields } from "../fields.ts";
import { guard, requireArray, requireFunction, requireString } from "../guards.ts";
import { logger } from "../logger.ts";
import { chatEventNames, realtimeEventNames } from "./event-names.ts";
import type { ChatEventsOptions, RealtimeEvents } from "./events.ts";
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

/**
 * Returns whether listeners can be registered for an event of this name. The official client accepts every name, so an
 * unknown one is ignored with a warning.
 */
export function isEventName(name: unknown): name is keyof RealtimeEvents {
  const problem = problemOfName(name, realtimeEventNames);
  if (problem) logger.warning(`Ignored a listener: event ${problem}`);
  return !problem;
}

/** Throws a `ChatArgumentError` if an option of real time is unknown or has a wrong type. `null` is treated as absent. */
export function requireRealtimeOptions(options: unknown): void {
  readExactFields(options ?? {}, realtimeGuards, "options.realtime");
}

/** Throws a `ChatArgumentError` if an option of `events()` is unknown or has a wrong value. `null` is treated as absent. */
export function requireStreamOptions(options: unknown): void {
  readExactFields(options ?? {}, streamGuards, "options");
}

function requireName(name: unknown, known: readonly string[], argument: string): void {
  const problem = problemOfName(name, known);
  if (problem) throw new ChatArgumentError(argument, problem);
}

function problemOfName(name: unknown, known: readonly string[]): string | undefined {
  if (known.includes(name as string)) return undefined;
  const received = JSON.stringify(String(name)).slice(0, 100);
  return `must be one of ${known.join(", ")}, but is ${received}`;
}
