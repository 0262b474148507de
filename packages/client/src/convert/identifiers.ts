import type { CommunicationIdentifierModel } from "@acs-chat/rest";
import type {
  CommunicationIdentifier,
  CommunicationIdentifierKind,
} from "@azure/communication-common";
import { ChatArgumentError } from "../errors/chat-argument-error.ts";
import { ChatServiceError } from "../errors/chat-service-error.ts";
import { clientCodes } from "../errors/codes.ts";
import { optionalBoolean, optionalString, requireId, requireObject } from "../guards.ts";

// @azure/communication-common has these conversions, too: a kilobyte more in every bundle, and insisting on
// fields that the contract calls optional. A property test holds the two against each other.

/** The identifier as it is sent, each field checked. */
export function toWireIdentifier(
  value: CommunicationIdentifier,
  argument: string,
): CommunicationIdentifierModel {
  const fields = requireObject(value, argument) as unknown as Record<string, unknown>;
  const has = (name: string) => fields[name] !== undefined;
  const text = (name: string) => requireId(fields[name], `${argument}.${name}`);
  const raw = (made: string) => (has("rawId") ? text("rawId") : made);
  const cloud = optionalString(fields["cloud"], `${argument}.cloud`) ?? "public";
  const special = cloud === "dod" || cloud === "gcch" ? cloud : "";
  const isAnonymous = optionalBoolean(fields["isAnonymous"], `${argument}.isAnonymous`);
  if (has("communicationUserId")) {
    const id = text("communicationUserId");
    return { rawId: id, communicationUser: { id } };
  }
  if (has("phoneNumber")) {
    const number = text("phoneNumber");
    const assertedId = has("assertedId") && { assertedId: text("assertedId") };
    return {
      rawId: raw(`4:${number}`),
      phoneNumber: { value: number, isAnonymous, ...assertedId },
    };
  }
  if (has("microsoftTeamsUserId")) {
    const userId = text("microsoftTeamsUserId");
    const place = isAnonymous ? "teamsvisitor" : special || "orgid";
    return {
      rawId: raw(`8:${place}:${userId}`),
      microsoftTeamsUser: { userId, isAnonymous, cloud },
    };
  }
  if (has("teamsAppId")) {
    const appId = text("teamsAppId");
    return { rawId: raw(`28:${special || "orgid"}:${appId}`), microsoftTeamsApp: { appId, cloud } };
  }
  if (has("userId")) {
    const [userId, tenantId, resourceId] = [text("userId"), text("tenantId"), text("resourceId")];
    const place = special ? `${special}-acs` : "acs";
    return {
      rawId: raw(`8:${place}:${resourceId}_${tenantId}_${userId}`),
      teamsExtensionUser: { userId, tenantId, resourceId, cloud },
    };
  }
  if (has("id")) return { rawId: text("id") };
  throw new ChatArgumentError(
    argument,
    'is no CommunicationIdentifier: give { communicationUserId: "8:acs:…" } or another of @azure/communication-common',
  );
}

/**
 * The identifier of an answer. What is optional in it is what the contract says its absence means.
 *
 * @throws ChatServiceError - when it says nothing at all
 */
export function toIdentifier(wire: CommunicationIdentifierModel): CommunicationIdentifierKind {
  const { kind, communicationUser, phoneNumber, microsoftTeamsUser, microsoftTeamsApp } = wire;
  const { teamsExtensionUser, rawId } = wire;
  const is = (name: string) => !kind || kind === name;
  if (communicationUser && is("communicationUser")) {
    return { kind: "communicationUser", communicationUserId: communicationUser.id };
  }
  if (rawId === undefined) {
    throw new ChatServiceError("unexpected answer: an identifier has no rawId", {
      code: clientCodes.parseError,
    });
  }
  if (phoneNumber && is("phoneNumber")) {
    const { value, isAnonymous = false, assertedId } = phoneNumber;
    const asserted = assertedId !== undefined && { assertedId };
    return { kind: "phoneNumber", phoneNumber: value, rawId, isAnonymous, ...asserted };
  }
  if (microsoftTeamsUser && is("microsoftTeamsUser")) {
    const { userId, isAnonymous = false } = microsoftTeamsUser;
    const cloud = cloudOf(microsoftTeamsUser);
    return { kind: "microsoftTeamsUser", microsoftTeamsUserId: userId, isAnonymous, cloud, rawId };
  }
  if (microsoftTeamsApp && is("microsoftTeamsApp")) {
    const cloud = cloudOf(microsoftTeamsApp);
    return { kind: "microsoftTeamsApp", teamsAppId: microsoftTeamsApp.appId, cloud, rawId };
  }
  if (teamsExtensionUser && is("teamsExtensionUser")) {
    const { userId, tenantId, resourceId } = teamsExtensionUser;
    const cloud = cloudOf(teamsExtensionUser);
    return { kind: "teamsExtensionUser", userId, tenantId, resourceId, cloud, rawId };
  }
  return { kind: "unknown", id: rawId };
}

/** A cloud of tomorrow passes as it is; the type is today's. */
function cloudOf({ cloud = "public" }: { cloud?: string }): "public" | "dod" | "gcch" {
  return cloud as "public";
}
