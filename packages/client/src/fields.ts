import { ChatArgumentError } from "./errors/chat-argument-error.ts";
import { type Guard, requireObject } from "./guards.ts";
import { logger } from "./logger.ts";

/** The guard of each field of an object. */
export type Guards = Record<string, Guard<unknown>>;

/** The checked fields of an object. A field that is not set is absent. */
export type Fields<G extends Guards> = {
  [K in keyof G]?: Exclude<ReturnType<G[K]>, undefined>;
};

/** Called for each field that is set but has no guard. */
type OnUnknownField = (name: string, prefix: string, object: string, known: string[]) => void;

/**
 * Checks the fields of `source` that are set, and returns only those.
 *
 * @param guards - The guards of the known fields.
 * @param object - The name of `source` in errors.
 * @param prefix - The prefix of a field's name in errors. It is empty for the fields of a method's arguments: `topic`.
 * @throws ChatArgumentError if a field is invalid, or if it is set but unknown.
 */
export function readFields<G extends Guards>(
  source: unknown,
  guards: G,
  object: string,
  prefix = `${object}.`,
): Fields<G> {
  return collect(source, guards, object, prefix, refuseUnknown);
}

/**
 * Like {@link readFields}, for objects to which applications often add their own fields, such as participants. An
 * unknown field is not sent, and a warning is logged.
 */
export function readData<G extends Guards>(source: unknown, guards: G, object: string): Fields<G> {
  return collect(source, guards, object, `${object}.`, warnOfUnknown);
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
  const given = requireObject(source as Record<string, unknown>, object);
  const known = Object.keys(guards);
  for (const name of Object.keys(given)) {
    if (given[name] !== undefined && !known.includes(name)) onUnknown(name, prefix, object, known);
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

function refuseUnknown(name: string, prefix: string, object: string, known: string[]): never {
  const names = known.join(", ") || "none";
  throw new ChatArgumentError(prefix + quoted(name), `is unknown in ${object}. Known: ${names}`);
}

function warnOfUnknown(name: string, prefix: string): void {
  logger.warning(`${prefix}${quoted(name)} is not sent: the service has no such field.`);
}

/** Quotes a name unless it is an identifier. */
function quoted(name: string): string {
  return /^[\w$]+$/.test(name) ? name : JSON.stringify(name);
}
