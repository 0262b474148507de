import { ChatArgumentError } from "./errors/chat-argument-error.ts";
import { type Guard, requireObject } from "./guards.ts";
import { logger } from "./logger.ts";

/** For each field of an object, the guard of its value. */
export type Guards = Record<string, Guard<unknown>>;

/** The checked fields of an object; a field that is not set is absent. */
export type Fields<G extends Guards> = {
  [K in keyof G]?: Exclude<ReturnType<G[K]>, undefined>;
};

/** Called with each field that is set and has no guard. */
type OnUnknownField = (name: string, prefix: string, object: string, known: string[]) => void;

/**
 * Checks each field of `source` that is set, and returns those fields alone.
 *
 * @param guards - the known fields
 * @param object - what errors call `source`
 * @param prefix - what errors put before a field's name; fields of a method's arguments are named alone: `topic`
 * @throws ChatArgumentError - if a field is wrong, or set and unknown
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
 * Like {@link readFields}, for objects to which applications often add fields of their own, such as
 * participants: an unknown field is not sent, and the log says so.
 */
export function readData<G extends Guards>(source: unknown, guards: G, object: string): Fields<G> {
  return collect(source, guards, object, `${object}.`, warnOfUnknown);
}

/** A guard for an object whose fields have guards. */
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

/** A name as it would stand in code: quoted, unless it is an identifier. */
function quoted(name: string): string {
  return /^[\w$]+$/.test(name) ? name : JSON.stringify(name);
}
