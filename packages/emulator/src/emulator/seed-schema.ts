import { badRequest } from "../engine/errors.ts";
import {
  CLOUDS,
  type Cloud,
  communicationUserId,
  isWellFormed,
  resourceOf,
} from "../engine/identifiers.ts";
import { USER_KINDS, type UserKind } from "../engine/user-ids.ts";
import type { RetentionInput } from "../engine/retention.ts";
import { isRecord } from "../spec/shape.ts";
import { parseDateTime } from "../spec/values.ts";

/** A participant of a seeded thread: the name of a seeded user, or a raw id. */
export type SeedParticipant =
  | string
  | {
      readonly user: string;
      readonly displayName?: string;
      /** RFC 3339. */
      readonly shareHistoryTime?: string;
      readonly metadata?: Readonly<Record<string, string>>;
    };

/** Users and threads to start with. The same user name gives the same raw id in every emulator. */
export interface Seed {
  readonly users?: readonly {
    readonly name: string;
    /** Raw id of a user of the emulator's resource or of another kind. Default: derived from the name. */
    readonly id?: string;
    /** Default `communicationUser`. Cannot be used with `id`. */
    readonly kind?: UserKind;
    /** Default `public`. Cannot be used with `id`. */
    readonly cloud?: Cloud;
  }[];
  readonly threads?: readonly {
    readonly topic: string;
    readonly createdBy: string;
    readonly participants?: readonly SeedParticipant[];
    readonly metadata?: Readonly<Record<string, string>>;
    readonly retentionPolicy?: RetentionInput;
    readonly messages?: readonly {
      readonly from: string;
      readonly content: string;
      readonly type?: "text" | "html";
      readonly senderDisplayName?: string;
      readonly metadata?: Readonly<Record<string, string>>;
    }[];
  }[];
}

/**
 * Checks the shape of a seed, and that its threads refer to its own users or to raw ids.
 * @throws {@link ServiceError} 400 that gives the path of the invalid value.
 */
export function checkSeed(value: unknown, resourceId: string): Seed {
  const seed = record(value, "seed", ["users", "threads"]);
  const names = new Set<string>();
  for (const [index, user] of list(seed["users"], "users").entries()) {
    const at = `users[${index}]`;
    const { name, id, kind, cloud } = record(user, at, ["name", "id", "kind", "cloud"]);
    if (names.has(text(name, `${at}.name`))) fail(at, `repeats the name ${String(name)}`);
    names.add(text(name, `${at}.name`));
    if (id !== undefined) checkUserId(text(id, `${at}.id`), `${at}.id`, resourceId);
    if (id !== undefined && (kind ?? cloud) !== undefined) {
      fail(at, "must have either an id, or a kind and a cloud");
    }
    optionalOneOf(kind, `${at}.kind`, USER_KINDS);
    optionalOneOf(cloud, `${at}.cloud`, CLOUDS);
  }
  const user = (name: unknown, at: string): void => {
    const known = text(name, at);
    if (!names.has(known) && !isWellFormed(known))
      fail(at, `is ${known}, which is not a user of the seed`);
  };
  for (const [index, thread] of list(seed["threads"], "threads").entries()) {
    checkThread(thread, `threads[${index}]`, user);
  }
  return seed as Seed;
}

function checkUserId(id: string, at: string, resourceId: string): void {
  if (!isWellFormed(id)) fail(at, "must be a raw id");
  if ((resourceOf(id) ?? resourceId) !== resourceId) {
    fail(at, `must start with ${communicationUserId(resourceId, "")}`);
  }
}

type CheckUser = (name: unknown, at: string) => void;

function checkThread(value: unknown, at: string, user: CheckUser): void {
  const known = ["topic", "createdBy", "participants", "metadata", "retentionPolicy", "messages"];
  const thread = record(value, at, known);
  text(thread["topic"], `${at}.topic`);
  user(thread["createdBy"], `${at}.createdBy`);
  metadata(thread["metadata"], `${at}.metadata`);
  const { retentionPolicy } = thread;
  if (retentionPolicy !== undefined) {
    const place = `${at}.retentionPolicy`;
    const policy = record(retentionPolicy, place, ["kind", "deleteThreadAfterDays"]);
    text(policy["kind"], `${place}.kind`);
    const days = policy["deleteThreadAfterDays"];
    if (days !== undefined && !Number.isInteger(days)) {
      fail(`${place}.deleteThreadAfterDays`, "must be a whole number");
    }
  }
  for (const [index, one] of list(thread["participants"], `${at}.participants`).entries()) {
    checkParticipant(one, `${at}.participants[${index}]`, user);
  }
  for (const [index, one] of list(thread["messages"], `${at}.messages`).entries()) {
    checkMessage(one, `${at}.messages[${index}]`, user);
  }
}

function checkParticipant(value: unknown, at: string, user: CheckUser): void {
  if (typeof value === "string") return user(value, at);
  const one = record(value, at, ["user", "displayName", "shareHistoryTime", "metadata"]);
  user(one["user"], `${at}.user`);
  optionalText(one["displayName"], `${at}.displayName`);
  metadata(one["metadata"], `${at}.metadata`);
  const time = one["shareHistoryTime"];
  if (time !== undefined && parseDateTime(text(time, `${at}.shareHistoryTime`)) === undefined) {
    fail(`${at}.shareHistoryTime`, "must be an RFC 3339 date-time");
  }
}

function checkMessage(value: unknown, at: string, user: CheckUser): void {
  const message = record(value, at, ["from", "content", "type", "senderDisplayName", "metadata"]);
  user(message["from"], `${at}.from`);
  text(message["content"], `${at}.content`);
  optionalText(message["senderDisplayName"], `${at}.senderDisplayName`);
  metadata(message["metadata"], `${at}.metadata`);
  const { type } = message;
  if (type !== undefined && type !== "text" && type !== "html") {
    fail(`${at}.type`, "must be text or html");
  }
}

function record(value: unknown, at: string, known: readonly string[]): Record<string, unknown> {
  if (!isRecord(value)) return fail(at, "must be an object");
  const unknown = Object.keys(value).filter((key) => !known.includes(key));
  if (unknown.length > 0) {
    fail(at, `has an unknown property ${unknown.join(", ")}; use ${known.join(", ")}`);
  }
  return value;
}

function list(value: unknown, at: string): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : fail(at, "must be a list");
}

function text(value: unknown, at: string): string {
  return typeof value === "string" && value !== "" ? value : fail(at, "must be a non-empty string");
}

function optionalText(value: unknown, at: string): void {
  if (value !== undefined && typeof value !== "string") fail(at, "must be a string");
}

function optionalOneOf(value: unknown, at: string, known: readonly string[]): void {
  if (value !== undefined && !known.some((one) => one === value)) {
    fail(at, `must be one of ${known.join(", ")}`);
  }
}

function metadata(value: unknown, at: string): void {
  if (value === undefined) return;
  if (!isRecord(value) || Object.values(value).some((one) => typeof one !== "string")) {
    fail(at, "must be an object whose values are strings");
  }
}

function fail(at: string, problem: string): never {
  throw badRequest(`The seed is invalid: ${at} ${problem}.`);
}
