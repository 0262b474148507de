import type { CommunicationIdentifierModel } from "@acs-chat/rest";
import type { CommunicationIdentifierKind } from "@azure/communication-common";
import { readData } from "../fields.ts";
import {
  anything,
  check,
  nullIsAbsent,
  requireBoolean,
  requireId,
  requireString,
} from "../guards.ts";

// @azure/communication-common has these conversions, too: a kilobyte more in every bundle, and insisting on
// fields that the contract calls optional. A property test holds the two against each other.

/**
 * For each kind: what its id is called here and on the wire, and what the absence of a field means. Other
 * fields have one name.
 */
const kinds = {
  phoneNumber: ["phoneNumber", "value", { isAnonymous: false }],
  microsoftTeamsUser: ["microsoftTeamsUserId", "userId", { isAnonymous: false, cloud: "public" }],
  microsoftTeamsApp: ["teamsAppId", "appId", { cloud: "public" }],
  teamsExtensionUser: ["userId", "userId", { cloud: "public" }],
} as const;

type Kind = keyof typeof kinds;
type Fields = Record<string, unknown>;

/** The identifier as it is sent, each field checked. */
export function toWireIdentifier(value: unknown, argument: string): CommunicationIdentifierModel {
  const given: Fields = readData(value, identifierGuards, argument);
  const idNamed = (name: string) => requireId(given[name], `${argument}.${name}`);
  if (given["communicationUserId"] !== undefined) {
    const id = idNamed("communicationUserId");
    return { rawId: id, communicationUser: { id } };
  }
  const { isAnonymous, cloud, assertedId } = given;
  const shared = { rawId: given["rawId"], isAnonymous, cloud, assertedId };
  const { rawId, ...more } = readData(shared, sharedGuards, argument);
  for (const kind in kinds) {
    const [name, wireName, defaults] = kinds[kind as Kind];
    if (given[name] === undefined) continue;
    const id = idNamed(name);
    const resource = kind === "teamsExtensionUser" && {
      tenantId: idNamed("tenantId"),
      resourceId: idNamed("resourceId"),
    };
    const model = { [wireName]: id, ...resource, ...defaults, ...more };
    return { rawId: rawId ?? rawIdOf(kind, id, model), [kind]: model };
  }
  const expected = "a CommunicationIdentifier";
  check(given["id"] !== undefined, argument, expected, value);
  return { rawId: idNamed("id") };
}

/** Fields that more than one kind of identifier has. */
const sharedGuards = {
  rawId: nullIsAbsent(requireId),
  isAnonymous: nullIsAbsent(requireBoolean),
  cloud: nullIsAbsent(requireString),
  assertedId: nullIsAbsent(requireId),
};

/** All fields of all kinds, checked once the kind is known. */
const identifierGuards = {
  rawId: anything,
  isAnonymous: anything,
  cloud: anything,
  assertedId: anything,
  kind: anything,
  communicationUserId: anything,
  phoneNumber: anything,
  microsoftTeamsUserId: anything,
  teamsAppId: anything,
  userId: anything,
  tenantId: anything,
  resourceId: anything,
  id: anything,
};

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

/** The identifier of a response. An absent optional field gets the value that the contract gives it. */
export function toIdentifier(wire: CommunicationIdentifierModel): CommunicationIdentifierKind {
  const { kind: named, rawId, communicationUser } = wire;
  // By far the most frequent: a page of messages has one of these in each.
  if (communicationUser && (!named || named === "communicationUser")) {
    return { kind: "communicationUser", communicationUserId: communicationUser.id };
  }
  for (const kind in kinds) {
    const model = wire[kind as Kind] as Fields | undefined;
    if (!model || (named && named !== kind)) continue;
    const [name, wireName, defaults] = kinds[kind as Kind];
    const { [wireName]: id, ...others } = model;
    return {
      kind,
      ...(rawId !== undefined && { rawId }),
      ...defaults,
      ...others,
      [name]: id,
    } as CommunicationIdentifierKind;
  }
  // Without a raw id, what else there is must do.
  return rawId === undefined
    ? { ...wire, kind: "unknown", id: "" }
    : { kind: "unknown", id: rawId };
}
