import { ChatArgumentError } from "../errors/chat-argument-error.ts";
import { chatEventNames, realtimeEventNames } from "./event-names.ts";
import type { ChatEventsOptions } from "./events.ts";
import type { RealtimeOptions } from "./transport.ts";

/** A rule for one option: what it must be, and whether a value is that. */
type Rule = readonly [expected: string, isValid: (value: unknown) => boolean];
/** The rules of an object of options. An option without a rule is unknown. */
type Rules<Options> = { readonly [Name in keyof Options]-?: Rule };

const isFunction = (value: unknown): boolean => typeof value === "function";

const realtimeRules: Rules<RealtimeOptions> = {
  transport: ["a function", isFunction],
  fetch: ["a function", isFunction],
  webSocket: ["a WebSocket class or false", (value) => value === false || isFunction(value)],
};

const streamRules: Rules<ChatEventsOptions> = {
  signal: ["an AbortSignal", (value) => isFunction((value as AbortSignal).addEventListener)],
  threadId: ["a string", (value) => typeof value === "string"],
  types: ["an array of event names", Array.isArray],
  bufferSize: ["a positive integer", (value) => Number.isInteger(value) && (value as number) > 0],
};

/** Throws a `ChatArgumentError` unless listeners can be registered for an event of this name. */
export function requireEventName(name: unknown): void {
  requireName(name, realtimeEventNames, "event");
}

/** Throws a `ChatArgumentError` unless the listener is a function. */
export function requireListener(listener: unknown): void {
  if (!isFunction(listener)) reject("listener", "a function", listener);
}

/** Throws a `ChatArgumentError` if an option of real time is unknown or has a wrong type. */
export function requireRealtimeOptions(options: unknown): void {
  requireOptions(options, realtimeRules, "options.realtime");
}

/** Throws a `ChatArgumentError` if an option of `events()` is unknown or has a wrong value. */
export function requireStreamOptions(options: ChatEventsOptions = {}): void {
  requireOptions(options, streamRules, "options");
  options.types?.forEach((name, index) =>
    requireName(name, chatEventNames, `options.types[${index}]`),
  );
}

function requireOptions<Options>(options: unknown, rules: Rules<Options>, argument: string): void {
  if (options === undefined) return;
  if (typeof options !== "object" || options === null) reject(argument, "an object", options);
  for (const [name, value] of Object.entries(options)) {
    const rule = (rules as Record<string, Rule | undefined>)[name];
    const known = Object.keys(rules).join(", ");
    if (!rule) throw new ChatArgumentError(`${argument}.${name}`, `unknown; known are ${known}`);
    const [expected, isValid] = rule;
    if (value !== undefined && !(value !== null && isValid(value))) {
      reject(`${argument}.${name}`, expected, value);
    }
  }
}

function requireName(name: unknown, known: readonly string[], argument: string): void {
  if (!known.includes(name as string)) reject(argument, `one of ${known.join(", ")}`, name);
}

function reject(argument: string, expected: string, value: unknown): never {
  const received =
    typeof value === "string" ? JSON.stringify(value) : String(value ?? typeof value);
  throw new ChatArgumentError(argument, `must be ${expected}, but is ${received.slice(0, 100)}`);
}
