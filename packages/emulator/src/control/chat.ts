import {
  type Caller,
  type Engine,
  participantIds,
  requireKnownThread,
  requireParticipant,
  requireThread,
} from "../engine/engine.ts";
import { badRequest, notFoundWithoutMessage } from "../engine/errors.ts";
import { isWellFormed } from "../engine/identifiers.ts";
import { uploadImage } from "../engine/images.ts";
import { deleteMessage, sendMessage, updateMessage } from "../engine/messages.ts";
import { addParticipants, removeParticipant } from "../engine/participants.ts";
import { sendReceipt, sendTyping } from "../engine/receipts.ts";
import type { AttachmentRecord } from "../engine/records.ts";
import { sanitizeHtml } from "../http/html.ts";
import {
  type ImageToSend,
  type MessageToSend,
  type MessageUpdate,
  type ParticipantRemoval,
  type ParticipantToAdd,
  type ReceiptToSend,
  type TypingToSend,
  checkMessage,
  checkMessageUpdate,
  checkParticipant,
  checkReceipt,
  checkRemoval,
  checkTyping,
} from "./chat-input.ts";
import { readValue, text } from "./check.ts";

/**
 * Acts in threads as any user, without a token: a user of the resource, a Teams user, a Teams
 * app, a phone or a bot. A user is given by raw id, or by the name from `createUser` or a seed.
 * The same routes are available over HTTP, under `/_emulator/threads/{threadId}`.
 * @throws {@link ServiceError} 400 for unknown options, users and threads, and for everything that
 * the service would refuse.
 */
export interface ChatControl {
  /** Adds a user of any kind to a thread. Does nothing if the user is a participant already. */
  addParticipant(threadId: string, participant: ParticipantToAdd): void;
  /** Removes a participant. */
  removeParticipant(threadId: string, user: string, options?: ParticipantRemoval): void;
  /** Sends a message as a participant. */
  sendMessage(threadId: string, message: MessageToSend): Promise<{ readonly id: string }>;
  /** Edits a message as its sender. */
  updateMessage(threadId: string, messageId: string, update: MessageUpdate): Promise<void>;
  /** Deletes a message as its sender. */
  deleteMessage(threadId: string, messageId: string): void;
  /** Sends a typing notification to the other participants. */
  sendTypingNotification(threadId: string, typing: TypingToSend): void;
  /** Marks a message and all before it as read by a participant. */
  sendReadReceipt(threadId: string, receipt: ReceiptToSend): void;
}

/** Creates the part of the control API that acts in threads. */
export function createChatControl(engine: Engine): ChatControl {
  return {
    addParticipant(threadId, options) {
      const { user, addedBy, displayName, ...more } = checkParticipant(options);
      requireThread(engine, checkThreadId(threadId));
      const userId = userIdOf(engine, user);
      const name = displayName ?? nameOf(engine, userId);
      const input = { ...more, userId, ...(name !== undefined && { displayName: name }) };
      const caller = participant(engine, threadId, addedBy ?? hostOf(engine, threadId));
      const [invalid] = addParticipants(engine, caller, threadId, [input]);
      if (invalid) {
        throw badRequest(
          `${invalid.target} cannot be added: the user belongs to another resource.`,
        );
      }
    },
    removeParticipant(threadId, user, options = {}) {
      const { removedBy = user } = checkRemoval(options);
      requireThread(engine, checkThreadId(threadId));
      const userId = userIdOf(engine, readValue(user, "user", text));
      const caller = participant(engine, threadId, removedBy);
      removeParticipant(engine, caller, threadId, userId);
    },
    async sendMessage(threadId, options) {
      const { from, images = [], files = [], ...message } = checkMessage(options);
      const html = message.type === "html" ? await sanitizeHtml(message.content) : undefined;
      requireThread(engine, checkThreadId(threadId));
      const caller = participant(engine, threadId, from);
      const attachedFiles = files.map(({ id = engine.ids.uuid(), ...file }) =>
        Object.assign({ id, attachmentType: "file" }, file),
      );
      return withImages(engine, caller, threadId, images, (attachedImages) => {
        const sent = sendMessage(engine, caller, threadId, {
          ...message,
          content: html === undefined ? message.content : showImages(html, attachedImages),
          senderDisplayName: message.senderDisplayName ?? shownName(engine, threadId, caller),
          attachments: [...attachedImages, ...attachedFiles],
        });
        return { id: String(sent.id) };
      });
    },
    async updateMessage(threadId, messageId, update) {
      const { content, streaming } = checkMessageUpdate(update);
      const { id, type, caller } = sentMessage(engine, threadId, messageId);
      updateMessage(engine, caller, threadId, id, {
        content: type === "html" ? await sanitizeHtml(content) : content,
        ...(streaming && { streaming }),
      });
    },
    deleteMessage(threadId, messageId) {
      const { id, caller } = sentMessage(engine, threadId, messageId);
      deleteMessage(engine, caller, threadId, id);
    },
    sendTypingNotification(threadId, options) {
      const { from, senderDisplayName } = checkTyping(options);
      requireThread(engine, checkThreadId(threadId));
      const caller = participant(engine, threadId, from);
      const name = senderDisplayName ?? shownName(engine, threadId, caller);
      sendTyping(engine, caller, threadId, name);
    },
    sendReadReceipt(threadId, options) {
      const { from, messageId } = checkReceipt(options);
      requireThread(engine, checkThreadId(threadId));
      const caller = participant(engine, threadId, from);
      sendReceipt(engine, caller, threadId, Number(messageId));
    },
  };
}

const checkThreadId = (threadId: unknown): string => readValue(threadId, "threadId", text);

/** Returns the raw id of a user who is given by raw id or by name. */
function userIdOf(engine: Engine, user: string): string {
  const named = engine.store.listIdentities().find(({ name }) => name === user);
  if (named !== undefined) return named.id;
  if (isWellFormed(user)) return user;
  throw badRequest(`${user} is not a raw id, and no user has this name.`);
}

const nameOf = (engine: Engine, userId: string): string | undefined =>
  engine.store.getIdentity(userId)?.name;

/** Returns the caller for a user. Throws if the user is not in the thread. */
function participant(engine: Engine, threadId: string, user: string): Caller {
  const userId = userIdOf(engine, user);
  if (!participantIds(engine.store, threadId).includes(userId)) {
    throw badRequest(`${user} is not a participant of the thread: add the participant first.`);
  }
  return { userId, scopes: new Set(["chat"]), fromOutside: true };
}

/** Returns who adds a participant by default: the thread's creator, or else its first participant. */
function hostOf(engine: Engine, threadId: string): string {
  const { createdBy } = requireThread(engine, threadId);
  const present = participantIds(engine.store, threadId);
  const host = present.includes(createdBy) ? createdBy : present[0];
  if (host === undefined)
    throw badRequest("The thread has no participant who could add another one.");
  return host;
}

function shownName(engine: Engine, threadId: string, caller: Caller): string {
  const { displayName } = requireParticipant(engine, caller, threadId);
  return displayName ?? nameOf(engine, caller.userId) ?? "";
}

/** Returns a message with its sender. */
function sentMessage(engine: Engine, threadId: string, messageId: string) {
  requireKnownThread(engine, checkThreadId(threadId));
  const message = engine.store.getMessage(threadId, Number(messageId));
  if (message?.senderId === undefined) {
    throw notFoundWithoutMessage("The message does not exist, or it was not sent by a user.");
  }
  const { id, type, senderId } = message;
  return { id, type, caller: participant(engine, threadId, senderId) };
}

/** Uploads images for a message, and deletes them if the message cannot be sent. */
function withImages<T>(
  engine: Engine,
  caller: Caller,
  threadId: string,
  images: readonly ImageToSend[],
  send: (attachments: readonly AttachmentRecord[]) => T,
): T {
  const { store } = engine;
  const uploaded: AttachmentRecord[] = [];
  try {
    for (const { id, name = "image", data } of images) {
      const bytes = typeof data === "string" ? Buffer.from(data, "base64") : data;
      const image = uploadImage(engine, caller, threadId, {
        name,
        bytes,
        ...(id !== undefined && { id }),
      });
      uploaded.push({ id: image.id, attachmentType: "image", name });
    }
    return send(uploaded);
  } catch (error) {
    store.transaction(() => {
      for (const { id } of uploaded) store.deleteImage(threadId, id);
    });
    throw error;
  }
}

/** Returns HTML that shows all images as Teams does: an `img` with the image's id and no source. */
function showImages(html: string, images: readonly AttachmentRecord[]): string {
  const missing = images.filter(({ id }) => !html.includes(`id="${id}"`));
  return html + missing.map(({ id }) => `<p><img alt="image" src="" id="${id}"></p>`).join("");
}
