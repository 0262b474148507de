import { createHash } from "node:crypto";
import type { Caller, Engine } from "../engine/engine.ts";
import { createIdentity } from "../engine/identities.ts";
import { sendMessage, toUserMessageType } from "../engine/messages.ts";
import type { ParticipantInput } from "../engine/participants.ts";
import { createThread } from "../engine/threads.ts";
import type { RetentionInput } from "../engine/retention.ts";
import { sanitizeHtml } from "../http/html.ts";
import { parseDateTime } from "../spec/values.ts";
import { checkSeed } from "./seed-schema.ts";

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

/** Users and threads to begin with. Users are named; the same name is the same user everywhere. */
export interface Seed {
  readonly users?: readonly {
    readonly name: string;
    /** Raw id of the emulator's resource. Default: made from the name. */
    readonly id?: string;
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

/** What a seed made. */
export interface SeedResult {
  readonly users: readonly { readonly name: string; readonly id: string }[];
  readonly threads: readonly { readonly id: string; readonly topic: string }[];
}

/** Users of an emulator that was given no seed. */
export const DEFAULT_SEED: Seed = { users: [{ name: "alice" }, { name: "bob" }] };

/** The raw id of a seeded user: always the same for the same name and resource. */
export function seededUserId(name: string, resourceId: string): string {
  const hash = createHash("sha256").update(`acs-chat-emulator user ${name}`).digest("hex");
  const variant = ((Number.parseInt(hash.charAt(16), 16) & 0x3) | 0x8).toString(16);
  const uuid = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `4${hash.slice(13, 16)}`,
    `${variant}${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join("-");
  return `8:acs:${resourceId}_${uuid}`;
}

/**
 * Adds users and threads to the state: all of the seed, or nothing of it.
 * @throws {@link ServiceError} 400 that names what is wrong with the seed.
 */
export async function applySeed(engine: Engine, value: unknown): Promise<SeedResult> {
  const seed = checkSeed(value, engine.resourceId);
  const messages = await Promise.all((seed.threads ?? []).map(sanitizedMessages));
  const before = engine.store.dump();
  try {
    return apply(engine, seed, messages);
  } catch (error) {
    engine.store.load(before);
    throw error;
  }
}

type SeedThread = NonNullable<Seed["threads"]>[number];
type SeedMessages = NonNullable<SeedThread["messages"]>;

function sanitizedMessages(thread: SeedThread): Promise<SeedMessages> {
  return Promise.all(
    (thread.messages ?? []).map(async (message) =>
      toUserMessageType(message.type) === "html"
        ? Object.assign({}, message, { content: await sanitizeHtml(message.content) })
        : message,
    ),
  );
}

function apply(engine: Engine, seed: Seed, messages: readonly SeedMessages[]): SeedResult {
  const ids = userIds(seed, engine.resourceId);
  const idOf = (name: string): string => ids.get(name) ?? name;
  const callerOf = (name: string): Caller => ({ userId: idOf(name), scopes: new Set(["chat"]) });
  for (const [name, id] of ids) createIdentity(engine, { id, name });
  const threads = (seed.threads ?? []).map((thread, index) => {
    const { createdBy, participants = [], messages: _messages, ...rest } = thread;
    const inputs = participants.map((one) => toParticipantInput(one, idOf));
    const made = createThread(engine, callerOf(createdBy), { ...rest, participants: inputs });
    for (const { from, ...message } of messages[index] ?? []) {
      sendMessage(engine, callerOf(from), made.thread.id, message);
    }
    return { id: made.thread.id, topic: thread.topic };
  });
  return { users: [...ids].map(([name, id]) => ({ name, id })), threads };
}

/** Raw ids of a seed's users by name. */
export function userIds(seed: Seed, resourceId: string): Map<string, string> {
  const users = seed.users ?? [];
  return new Map(users.map(({ name, id }) => [name, id ?? seededUserId(name, resourceId)]));
}

function toParticipantInput(
  participant: SeedParticipant,
  idOf: (name: string) => string,
): ParticipantInput {
  if (typeof participant === "string") return { userId: idOf(participant) };
  const { user, shareHistoryTime, ...rest } = participant;
  return {
    ...rest,
    userId: idOf(user),
    ...(shareHistoryTime !== undefined && {
      shareHistoryTime: parseDateTime(shareHistoryTime) ?? 0,
    }),
  };
}
