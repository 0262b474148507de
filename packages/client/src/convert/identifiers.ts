import type { CommunicationIdentifierModel } from "@acs-chat/rest";
import type {
  CommunicationIdentifier,
  CommunicationIdentifierKind,
} from "@azure/communication-common";
import { ChatArgumentError } from "../errors/chat-argument-error.ts";
import { ChatServiceError } from "../errors/chat-service-error.ts";
import { parseError } from "../errors/codes.ts";
import { read, requireBoolean, requireId, requireObject, requireString } from "../guards.ts";

// @azure/communication-common has these conversions, too: a kilobyte more in every bundle, and insisting on
// fields that the contract calls optional. A property test holds the two against each other.

/** For each kind: what its id is called on the wire, and what it is called here. Other fields have one name. */
const kinds = {
  communicationUser: ["id", "communicationUserId"],
  phoneNumber: ["value", "phoneNumber"],
  microsoftTeamsUser: ["userId", "microsoftTeamsUserId"],
  microsoftTeamsApp: ["appId", "teamsAppId"],
  teamsExtensionUser: ["userId", "userId"],
} as const;

type Kind = keyof typeof kinds;
type Fields = Record<string, unknown>;

/** What the absence of a field means, in the kinds that have it. */
const defaultsOf = (kind: string): Fields => ({
  ...(["phoneNumber", "microsoftTeamsUser"].includes(kind) && { isAnonymous: false }),
  ...(kind.includes("eams") && { cloud: "public" }),
});

/** The identifier as it is sent, each field checked. */
export function toWireIdentifier(
  value: CommunicationIdentifier,
  argument: string,
): CommunicationIdentifierModel {
  const given = requireObject(value, argument) as unknown as Fields;
  const path = `${argument}.`;
  const { rawId } = read(given, { rawId: requireId }, path);
  for (const kind in kinds) {
    const [wireName, name] = kinds[kind as Kind];
    if (given[name] === undefined) continue;
    const id = requireId(given[name], path + name);
    if (kind === "communicationUser") return { rawId: id, communicationUser: { id } };
    const extension = kind === "teamsExtensionUser" && {
      tenantId: requireId(given["tenantId"], `${path}tenantId`),
      resourceId: requireId(given["resourceId"], `${path}resourceId`),
    };
    const model = { [wireName]: id, ...extension, ...defaultsOf(kind), ...read(given, more, path) };
    return { rawId: rawId ?? rawIdOf(kind, id, model), [kind]: model };
  }
  if (given["id"] !== undefined) return { rawId: requireId(given["id"], `${path}id`) };
  throw new ChatArgumentError(
    argument,
    'is no CommunicationIdentifier: give { communicationUserId: "8:acs:…" } or another of @azure/communication-common',
  );
}

const more = { isAnonymous: requireBoolean, cloud: requireString, assertedId: requireId };

function rawIdOf(
  kind: string,
  id: string,
  { cloud, isAnonymous, tenantId, resourceId }: Fields,
): string {
  const special = cloud === "dod" || cloud === "gcch" ? cloud : "";
  if (kind === "phoneNumber") return `4:${id}`;
  if (resourceId) return `8:${special && `${special}-`}acs:${resourceId}_${tenantId}_${id}`;
  const place = isAnonymous ? "teamsvisitor" : special || "orgid";
  return `${kind === "microsoftTeamsApp" ? 28 : 8}:${place}:${id}`;
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
      code: parseError,
    });
  }
  for (const kind in kinds) {
    const model = wire[kind as Kind] as Fields | undefined;
    if (!model || (named && named !== kind)) continue;
    const [wireName, name] = kinds[kind as Kind];
    const { [wireName]: id, ...others } = model;
    return {
      kind,
      rawId,
      ...defaultsOf(kind),
      ...others,
      [name]: id,
    } as CommunicationIdentifierKind;
  }
  return { kind: "unknown", id: rawId };
}
