import type { CommunicationIdentifierModel } from "@acs-chat/rest";
import type {
  CommunicationIdentifier,
  CommunicationIdentifierKind,
} from "@azure/communication-common";
import { ChatArgumentError } from "../errors/chat-argument-error.ts";
import { ChatServiceError } from "../errors/chat-service-error.ts";
import { clientCodes } from "../errors/codes.ts";
import { read, requireBoolean, requireId, requireObject, requireString } from "../guards.ts";

// @azure/communication-common has these conversions, too: a kilobyte more in every bundle, and insisting on
// fields that the contract calls optional. A property test holds the two against each other.

/** For each kind: what its fields are called on the wire, and what they are called here. */
const kinds = {
  communicationUser: { id: "communicationUserId" },
  phoneNumber: { value: "phoneNumber" },
  microsoftTeamsUser: { userId: "microsoftTeamsUserId" },
  microsoftTeamsApp: { appId: "teamsAppId" },
  teamsExtensionUser: { userId: "userId", tenantId: "tenantId", resourceId: "resourceId" },
} as const satisfies Record<string, Record<string, string>>;

type Kind = keyof typeof kinds;
type Fields = Record<string, unknown>;

/** What a field is where it is absent, in the kinds that have it. */
const defaults: Record<string, Record<string, unknown>> = {
  phoneNumber: { isAnonymous: false },
  microsoftTeamsUser: { isAnonymous: false, cloud: "public" },
  microsoftTeamsApp: { cloud: "public" },
  teamsExtensionUser: { cloud: "public" },
};

/** The identifier as it is sent, each field checked. */
export function toWireIdentifier(
  value: CommunicationIdentifier,
  argument: string,
): CommunicationIdentifierModel {
  const given = requireObject(value, argument) as unknown as Fields;
  const path = `${argument}.`;
  const { rawId } = read(given, { rawId: requireId }, path);
  for (const kind in kinds) {
    const names = Object.entries(kinds[kind as Kind]);
    if (given[names[0]![1]] === undefined) continue;
    const model: Fields = {};
    for (const [wireName, name] of names) model[wireName] = requireId(given[name], path + name);
    const more = read(
      given,
      { isAnonymous: requireBoolean, cloud: requireString, assertedId: requireId },
      path,
    );
    for (const name in defaults[kind]) model[name] = more[name as "cloud"] ?? defaults[kind][name];
    if (kind === "phoneNumber" && more.assertedId) model["assertedId"] = more.assertedId;
    const made = rawIdOf(kind, model);
    return { rawId: kind === "communicationUser" ? made : (rawId ?? made), [kind]: model };
  }
  if (given["id"] !== undefined) return { rawId: requireId(given["id"], `${path}id`) };
  throw new ChatArgumentError(
    argument,
    'is no CommunicationIdentifier: give { communicationUserId: "8:acs:…" } or another of @azure/communication-common',
  );
}

function rawIdOf(kind: string, model: Fields): string {
  const { id, value, userId, appId, tenantId, resourceId, cloud, isAnonymous } = model;
  const special = cloud === "dod" || cloud === "gcch" ? cloud : "";
  switch (kind) {
    case "communicationUser":
      return id as string;
    case "phoneNumber":
      return `4:${value}`;
    case "microsoftTeamsUser":
      return `8:${isAnonymous ? "teamsvisitor" : special || "orgid"}:${userId}`;
    case "microsoftTeamsApp":
      return `28:${special || "orgid"}:${appId}`;
    default:
      return `8:${special && `${special}-`}acs:${resourceId}_${tenantId}_${userId}`;
  }
}

/**
 * The identifier of an answer. What is optional in it is what the contract says its absence means.
 *
 * @throws ChatServiceError - when it says nothing at all
 */
export function toIdentifier(wire: CommunicationIdentifierModel): CommunicationIdentifierKind {
  const { kind: named, rawId, communicationUser } = wire;
  // By far the most frequent: a page of messages has one of these in each.
  if (communicationUser && (!named || named === "communicationUser")) {
    return { kind: "communicationUser", communicationUserId: communicationUser.id };
  }
  if (rawId === undefined) {
    throw new ChatServiceError("unexpected answer: an identifier has no rawId", {
      code: clientCodes.parseError,
    });
  }
  for (const kind in kinds) {
    const model = wire[kind as Kind] as Fields | undefined;
    if (!model || (named && named !== kind)) continue;
    const result: Fields = { kind, rawId };
    for (const [wireName, name] of Object.entries(kinds[kind as Kind]))
      result[name] = model[wireName];
    for (const name in defaults[kind]) result[name] = model[name] ?? defaults[kind][name];
    if (model["assertedId"]) result["assertedId"] = model["assertedId"];
    return result as unknown as CommunicationIdentifierKind;
  }
  return { kind: "unknown", id: rawId };
}
