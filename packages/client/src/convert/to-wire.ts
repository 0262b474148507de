import type * as rest from "@acs-chat/rest";
import { ChatArgumentError } from "../errors/chat-argument-error.ts";
import {
  optionalDate,
  optionalMetadata,
  optionalString,
  requireObject,
  requireString,
} from "../guards.ts";
import type { ChatAttachment, ChatParticipant } from "../models.ts";
import { toWireIdentifier } from "./identifiers.ts";

/** The object without what is undefined: the caller's "not given" must not become a property. */
export function given<T extends object>(object: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== undefined),
  ) as never;
}

/** Participants as they are sent, each checked. */
export function toWireParticipants(participants: unknown): rest.ChatParticipant[] {
  if (!Array.isArray(participants)) throw new ChatArgumentError("participants", "must be an array");
  return participants.map((participant: ChatParticipant, index) => {
    const path = `participants[${index}]`;
    const { id, displayName, shareHistoryTime, metadata } = requireObject(participant, path);
    return given({
      communicationIdentifier: toWireIdentifier(id, `${path}.id`),
      displayName: optionalString(displayName, `${path}.displayName`),
      shareHistoryTime: optionalDate(shareHistoryTime, `${path}.shareHistoryTime`),
      metadata: optionalMetadata(metadata, `${path}.metadata`),
    });
  });
}

/** Attachments as they are sent, each checked. */
export function toWireAttachments(attachments: unknown): rest.ChatAttachment[] | undefined {
  if (attachments === undefined) return undefined;
  if (!Array.isArray(attachments)) throw new ChatArgumentError("attachments", "must be an array");
  return attachments.map((attachment: ChatAttachment, index) => {
    const path = `attachments[${index}]`;
    const { id, attachmentType, name, url, previewUrl } = requireObject(attachment, path);
    return given({
      id: requireString(id, `${path}.id`),
      attachmentType: requireString(attachmentType, `${path}.attachmentType`),
      name: optionalString(name, `${path}.name`),
      url: optionalString(url, `${path}.url`),
      previewUrl: optionalString(previewUrl, `${path}.previewUrl`),
    });
  });
}
