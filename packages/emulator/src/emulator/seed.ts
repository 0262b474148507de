import type { Caller, Engine } from "../engine/engine.ts";
import { badRequest } from "../engine/errors.ts";
import { createIdentity } from "../engine/identities.ts";
import { sendMessage, toUserMessageType } from "../engine/messages.ts";
import type { ParticipantInput } from "../engine/participants.ts";
import { createThread } from "../engine/threads.ts";
import { seededUserId } from "../engine/user-ids.ts";
import { sanitizeHtml } from "../http/html.ts";
import { parseDateTime } from "../spec/values.ts";
import { type Seed, type SeedParticipant, checkSeed } from "./seed-schema.ts";

/** The users and threads that a seed has created. */
export interface SeedResult {
  readonly users: readonly { readonly name: string; readonly id: string }[];
  readonly threads: readonly { readonly id: string; readonly topic: string }[];
}

/** The users of an emulator without a seed. */
export const DEFAULT_SEED: Seed = { users: [{ name: "alice" }, { name: "bob" }] };

/**
 * Adds users and threads to the state. On an error nothing is added.
 * @throws {@link ServiceError} 400 that says what is invalid in the seed.
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
  const callerOf = (name: string): Caller => ({
    userId: idOf(name),
    scopes: new Set(["chat"]),
    fromOutside: true,
  });
  for (const [name, id] of ids) createIdentity(engine, { id, name });
  const threads = (seed.threads ?? []).map((thread, index) => {
    const { createdBy, participants = [], messages: _messages, ...rest } = thread;
    const inputs = participants.map((one) => toParticipantInput(one, idOf));
    const made = createThread(engine, callerOf(createdBy), { ...rest, participants: inputs });
    const [invalid] = made.invalidParticipants;
    if (invalid) {
      throw badRequest(
        `The seed is invalid: threads[${index}] has a participant of another resource: ${invalid.target}.`,
      );
    }
    for (const { from, ...message } of messages[index] ?? []) {
      sendMessage(engine, callerOf(from), made.thread.id, message);
    }
    return { id: made.thread.id, topic: thread.topic };
  });
  return { users: [...ids].map(([name, id]) => ({ name, id })), threads };
}

/** Returns the raw ids of a seed's users by name. */
export function userIds(seed: Seed, resourceId: string): Map<string, string> {
  const users = seed.users ?? [];
  return new Map(
    users.map(({ name, id, ...kind }) => [name, id ?? seededUserId(name, resourceId, kind)]),
  );
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
