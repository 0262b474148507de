import type { CommunicationIdentifierModel } from "@acs-chat/rest";
import type { CommunicationIdentifierKind } from "@azure/communication-common";
import { readFields } from "../fields.ts";
import {
  anything,
  check,
  isObject,
  nullIsAbsent,
  requireBoolean,
  requireId,
  requireString,
} from "../guards.ts";

// @azure/communication-common has the same conversions. They add a kilobyte to every bundle, and they require fields
// that are optional in the contract. A property test compares both implementations.

/**
 * For each kind: the public name of the id, its name on the wire, and the values of fields that are absent. Other
 * fields have the same name in both.
 */
const kinds = {
  phoneNumber: ["phoneNumber", "value", { isAnonymous: false }],
  microsoftTeamsUser: ["microsoftTeamsUserId", "userId", { isAnonymous: false, cloud: "public" }],
  microsoftTeamsApp: ["teamsAppId", "appId", { cloud: "public" }],
  teamsExtensionUser: ["userId", "userId", { cloud: "public" }],
} as const;

type Kind = keyof typeof kinds;
type Fields = Record<string, unknown>;

/**
 * Checks an identifier and converts it for a request.
 *
 * @throws ChatArgumentError if the identifier or one of its fields is invalid.
 */
export function toWireIdentifier(value: unknown, argument: string): CommunicationIdentifierModel {
  check(isObject(value), argument, identifier, value);
  const given: Fields = readFields(value, identifierGuards, argument);
  const idNamed = (name: string) => requireId(given[name], `${argument}.${name}`);
  if (given["communicationUserId"] !== undefined) {
    const id = idNamed("communicationUserId");
    return { rawId: id, communicationUser: { id } };
  }
  const { isAnonymous, cloud, assertedId } = given;
  const shared = { rawId: given["rawId"], isAnonymous, cloud, assertedId };
  const { rawId, ...more } = readFields(shared, sharedGuards, argument);
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
  const isIdentifier = given["id"] !== undefined && !isObject(given["id"]);
  check(isIdentifier, argument, identifier, value);
  return { rawId: idNamed("id") };
}

/** What is expected, for errors. A participant is not an identifier: its `id` is. */
const identifier = 'an identifier, such as { communicationUserId: "8:acs:…" }';

/** The guards of the fields that several kinds have. */
const sharedGuards = {
  rawId: nullIsAbsent(requireId),
  isAnonymous: nullIsAbsent(requireBoolean),
  cloud: nullIsAbsent(requireString),
  assertedId: nullIsAbsent(requireId),
};

/** The fields of all kinds. Their values are checked when the kind is known. */
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

/**
 * Converts the identifier of a response. An absent optional field gets the default value that the contract specifies.
 */
export function toIdentifier(wire: CommunicationIdentifierModel): CommunicationIdentifierKind {
  const { kind: named, rawId, communicationUser } = wire;
  // The most frequent kind: on a page of messages, each message has one.
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
  // Without a raw id, the result has the fields of the response and an empty id.
  return rawId === undefined
    ? { ...wire, kind: "unknown", id: "" }
    : { kind: "unknown", id: rawId };
}
