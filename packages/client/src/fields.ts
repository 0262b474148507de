import { ChatArgumentError } from "./errors/chat-argument-error.ts";
import { check, type Guard, isObject, kindOf } from "./guards.ts";
import { logger } from "./logger.ts";

/** The guard of each field of an object. */
export type Guards = Record<string, Guard<unknown>>;

/** The checked fields of an object. A field that is not set is absent. */
export type Fields<G extends Guards> = {
  [K in keyof G]?: Exclude<ReturnType<G[K]>, undefined>;
};

/** Called for each field that is set but has no guard. */
type OnUnknownField = (path: string, problem: string) => void;

/**
 * Checks the fields of `source` that are set, and returns only those. An unknown field is ignored, as by the official
 * client, and a warning is logged.
 *
 * @param guards - The guards of the known fields.
 * @param object - The name of `source` in errors.
 * @param prefix - The prefix of a field's name in errors. It is empty for the fields of a method's arguments: `topic`.
 * @throws ChatArgumentError if a field is invalid.
 */
export function readFields<G extends Guards>(
  source: unknown,
  guards: G,
  object: string,
  prefix = `${object}.`,
): Fields<G> {
  return collect(source, guards, object, prefix, warn);
}

/**
 * Like {@link readFields}, for objects that the official client does not have.
 *
 * @throws ChatArgumentError if a field is invalid, or if it is set but unknown.
 */
export function readExactFields<G extends Guards>(
  source: unknown,
  guards: G,
  object: string,
  prefix = `${object}.`,
): Fields<G> {
  return collect(source, guards, object, prefix, refuse);
}

/**
 * Returns options to read. The official client accepts a value that is not an object, such as the text in
 * `updateMessage(id, "text")`, and finds no options in it. The same happens here, and a warning is logged.
 */
export function optionsOf(value: unknown, object: string): object {
  if (isObject(value)) return value;
  const isSet = value !== undefined && value !== null;
  if (isSet) warn(object, `must be an object, but is ${kindOf(value)}`);
  return {};
}

/** Creates a guard for an object whose fields have guards. */
export const fieldsOf =
  <G extends Guards>(guards: G): Guard<Fields<G>> =>
  (value, argument) =>
    readFields(value, guards, argument);

function collect<G extends Guards>(
  source: unknown,
  guards: G,
  object: string,
  prefix: string,
  onUnknown: OnUnknownField,
): Fields<G> {
  const known = Object.keys(guards);
  const expected = `an object with ${known.slice(0, 4).join(", ")}`;
  check(isObject(source), object, expected, source);
  const given = source as Record<string, unknown>;
  for (const name of Object.keys(given)) {
    if (given[name] === undefined || known.includes(name)) continue;
    const names = known.join(", ") || "none";
    onUnknown(prefix + quoted(name), `is unknown in ${object}. Known: ${names}`);
  }
  const found: Record<string, unknown> = {};
  for (const name of known) {
    const value = given[name];
    if (value === undefined) continue;
    const checked = guards[name]!(value, prefix + name);
    if (checked !== undefined) found[name] = checked;
  }
  return found as Fields<G>;
}

const refuse: OnUnknownField = (path, problem) => {
  throw new ChatArgumentError(path, problem);
};

const warn: OnUnknownField = (path, problem) => {
  logger.warning(`Ignored ${path}: ${problem}`);
};

/** Quotes a name unless it is an identifier. */
function quoted(name: string): string {
  return /^[\w$]+$/.test(name) ? name : JSON.stringify(name);
}
