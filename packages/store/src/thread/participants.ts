import type { ChatEventParticipant, ChatParticipant } from "@acs-chat/client";
import { rawIdOf } from "../identity.ts";

/** Returns the participants with others added. Existing participants stay unchanged. */
export function withAdded(
  participants: readonly ChatParticipant[],
  added: readonly ChatEventParticipant[],
): readonly ChatParticipant[] {
  const ids = new Set(participants.map(({ id }) => rawIdOf(id)));
  const news = added.filter(({ id }) => !ids.has(rawIdOf(id)));
  return news.length === 0 ? participants : [...participants, ...news];
}

/** Returns the participants without those who were removed. */
export function withoutRemoved(
  participants: readonly ChatParticipant[],
  removed: readonly ChatEventParticipant[],
): readonly ChatParticipant[] {
  const ids = new Set(removed.map(({ id }) => rawIdOf(id)));
  const rest = participants.filter(({ id }) => !ids.has(rawIdOf(id)));
  return rest.length === participants.length ? participants : rest;
}
