import { isRecord } from "../spec/shape.ts";
import {
  STREAMING_MESSAGE_TYPES,
  STREAM_END_REASONS,
  type StreamingMetadata,
} from "../engine/events.ts";
import { type Check, listOf, oneOf, readObject, text, time, whole } from "./check.ts";

/** A participant to add to a thread. */
export interface ParticipantToAdd {
  /** Raw id of any kind, or the name of a user. */
  readonly user: string;
  /** Default: the user's name. */
  readonly displayName?: string;
  /** The time from which the participant sees messages: RFC 3339, or epoch milliseconds. Default: all messages. */
  readonly shareHistoryTime?: string | number;
  readonly metadata?: Readonly<Record<string, string>>;
  /** The participant who adds this one. Default: the thread's creator. */
  readonly addedBy?: string;
}

/** Options for the removal of a participant. */
export interface ParticipantRemoval {
  /** The participant who removes the user. Default: the user, who leaves the thread. */
  readonly removedBy?: string;
}

/** An image to send with a message. */
export interface ImageToSend {
  /** Letters, digits, `.`, `_` and `-`. An `img` in the content refers to it. Default: a new id. */
  readonly id?: string;
  /** File name. Default `image`. */
  readonly name?: string;
  /** A jpg, png, gif, heic or webp image: its bytes, or base64. */
  readonly data: Uint8Array | string;
}

/** A file that a message links to, as Teams links to files in SharePoint. */
export interface FileToSend {
  /** Default: a new id. */
  readonly id?: string;
  readonly name: string;
  readonly url: string;
  readonly previewUrl?: string;
}

/** A message to send. */
export interface MessageToSend {
  /** Raw id or name of a participant. */
  readonly from: string;
  readonly content: string;
  /** Default `text`. */
  readonly type?: "text" | "html";
  /** Default: the participant's name. */
  readonly senderDisplayName?: string;
  readonly metadata?: Readonly<Record<string, string>>;
  /**
   * The images of the message. HTML places an image with `<img id="…">`; images without such an
   * element are appended.
   */
  readonly images?: readonly ImageToSend[];
  readonly files?: readonly FileToSend[];
  /** Starts a streamed message, as bots send it. Updates send its parts. */
  readonly streaming?: StreamingMetadata;
}

/** An edit of a message. */
export interface MessageUpdate {
  readonly content: string;
  /** Makes the update a part of a streamed message. */
  readonly streaming?: StreamingMetadata;
}

/** A typing notification. */
export interface TypingToSend {
  /** Raw id or name of a participant. */
  readonly from: string;
  /** Default: the participant's name. */
  readonly senderDisplayName?: string;
}

/** A read receipt. */
export interface ReceiptToSend {
  /** Raw id or name of a participant. */
  readonly from: string;
  readonly messageId: string;
}

const metadata: Check<Readonly<Record<string, string>>> = {
  must: "an object of strings",
  read: (value) =>
    isRecord(value) && Object.values(value).every((one) => typeof one === "string")
      ? (value as Record<string, string>)
      : undefined,
};

const imageId: Check<string> = {
  must: "1 to 128 letters, digits, ., _ or -",
  read: (value) => (typeof value === "string" && /^[\w.-]{1,128}$/.test(value) ? value : undefined),
};

const bytes: Check<Uint8Array | string> = {
  must: "bytes, or a base64 string",
  read: (value) =>
    value instanceof Uint8Array || (typeof value === "string" && /^[\w+/-]+={0,2}$/.test(value))
      ? value
      : undefined,
};

const url: Check<string> = {
  must: "an http or https URL",
  read: (value) =>
    typeof value === "string" && /^https?:/i.test(value) && URL.canParse(value) ? value : undefined,
};

const streaming: Check<StreamingMetadata> = {
  must: "an object with streamingMessageType",
  read: (value, name) =>
    readObject<StreamingMetadata>(
      value,
      name,
      {
        streamingMessageType: oneOf(STREAMING_MESSAGE_TYPES),
        streamingSequenceNumber: whole(0, Number.MAX_SAFE_INTEGER),
        streamEndReason: oneOf(STREAM_END_REASONS),
      },
      ["streamingMessageType"],
    ),
};

const image = (value: unknown, name: string): ImageToSend =>
  readObject<ImageToSend>(value, name, { id: imageId, name: text, data: bytes }, ["data"]);

const file = (value: unknown, name: string): FileToSend =>
  readObject<FileToSend>(value, name, { id: text, name: text, url, previewUrl: url }, [
    "name",
    "url",
  ]);

/** A validated participant to add. */
type CheckedParticipant = Omit<ParticipantToAdd, "shareHistoryTime"> & {
  readonly shareHistoryTime?: number;
};

/** Validates a participant to add. */
export const checkParticipant = (value: unknown): CheckedParticipant =>
  readObject<CheckedParticipant>(
    value,
    "participant",
    { user: text, displayName: text, shareHistoryTime: time, metadata, addedBy: text },
    ["user"],
  );

/** Validates the options of a removal. */
export const checkRemoval = (value: unknown): ParticipantRemoval =>
  readObject<ParticipantRemoval>(value, "options", { removedBy: text });

/** Validates a message to send. */
export const checkMessage = (value: unknown): MessageToSend =>
  readObject<MessageToSend>(
    value,
    "message",
    {
      from: text,
      content: text,
      type: oneOf(["text", "html"]),
      senderDisplayName: text,
      metadata,
      images: listOf(image),
      files: listOf(file),
      streaming,
    },
    ["from", "content"],
  );

/** Validates an edit of a message. */
export const checkMessageUpdate = (value: unknown): MessageUpdate =>
  readObject<MessageUpdate>(value, "update", { content: text, streaming }, ["content"]);

/** Validates a typing notification. */
export const checkTyping = (value: unknown): TypingToSend =>
  readObject<TypingToSend>(value, "typing", { from: text, senderDisplayName: text }, ["from"]);

/** Validates a read receipt. */
export const checkReceipt = (value: unknown): ReceiptToSend =>
  readObject<ReceiptToSend>(value, "receipt", { from: text, messageId: text }, [
    "from",
    "messageId",
  ]);
