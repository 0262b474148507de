import type * as rest from "@acs-chat/rest";
import type {
  CommunicationIdentifier,
  CommunicationIdentifierKind,
  SerializedCommunicationIdentifier,
} from "@azure/communication-common";
import {
  createIdentifierFromRawId,
  deserializeCommunicationIdentifier,
  serializeCommunicationIdentifier,
} from "@azure/communication-common";
import { ChatArgumentError } from "../errors/chat-argument-error.ts";
import { ChatServiceError } from "../errors/chat-service-error.ts";
import { clientCodes } from "../errors/codes.ts";
import { requireObject } from "../guards.ts";

/** The identifier as it is sent. */
export function toWireIdentifier(
  value: CommunicationIdentifier,
  argument: string,
): SerializedCommunicationIdentifier {
  requireObject(value, argument);
  let wire: SerializedCommunicationIdentifier;
  try {
    wire = serializeCommunicationIdentifier(value);
  } catch (cause) {
    throw new ChatArgumentError(argument, "is no CommunicationIdentifier", { cause });
  }
  if (typeof wire.rawId !== "string" || wire.rawId.trim() === "") {
    throw new ChatArgumentError(
      argument,
      'is no CommunicationIdentifier: give { communicationUserId: "8:acs:…" } or another of @azure/communication-common',
    );
  }
  return wire;
}

/**
 * The identifier of an answer; from its raw id alone where the rest is incomplete.
 *
 * @throws ChatServiceError - when it says nothing at all
 */
export function toIdentifier(wire: rest.CommunicationIdentifierModel): CommunicationIdentifierKind {
  try {
    return deserializeCommunicationIdentifier(wire as SerializedCommunicationIdentifier);
  } catch (cause) {
    // The conversion insists on fields that the contract calls optional.
    if (wire.rawId) return createIdentifierFromRawId(wire.rawId);
    throw new ChatServiceError("unexpected answer: an identifier has no rawId", {
      code: clientCodes.parseError,
      cause,
    });
  }
}
