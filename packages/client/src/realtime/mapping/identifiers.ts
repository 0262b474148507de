import type { CommunicationIdentifierKind } from "@azure/communication-common";

type Groups = Record<string, string | undefined>;

/** A kind of raw id, and the identifier that the REST API has for it. */
interface RawIdRule {
  readonly shape: RegExp;
  readonly toIdentifier: (rawId: string, groups: Groups) => CommunicationIdentifierKind;
}

/** Teams users of an ACS resource, such as `8:acs:<resource>_<tenant>_<user>`. */
const teamsExtensionUser: RawIdRule = {
  shape: /^8:(?:(?<cloud>dod|gcch)-)?acs:(?<resourceId>[^_]+)_(?<tenantId>[^_]+)_(?<userId>[^_]+)$/,
  toIdentifier: (rawId, { cloud = "public", resourceId = "", tenantId = "", userId = "" }) => ({
    kind: "teamsExtensionUser",
    userId,
    tenantId,
    resourceId,
    cloud: cloud as "public",
    rawId,
  }),
};

/** Users of an ACS resource, such as `8:acs:<resource>_<user>`. */
const communicationUser: RawIdRule = {
  shape: /^8:(?:(?:dod-|gcch-)?acs|spool):/,
  toIdentifier: (communicationUserId) => ({ kind: "communicationUser", communicationUserId }),
};

/** Teams users, such as `8:orgid:<user>` or `8:teamsvisitor:<user>`. */
const microsoftTeamsUser: RawIdRule = {
  shape: /^8:(?:orgid|(?<visitor>teamsvisitor)|(?<cloud>dod|gcch)):(?<userId>[^]*)$/,
  toIdentifier: (rawId, { visitor, cloud = "public", userId = "" }) => ({
    kind: "microsoftTeamsUser",
    microsoftTeamsUserId: userId,
    isAnonymous: visitor !== undefined,
    cloud: cloud as "public",
    rawId,
  }),
};

/** Teams apps, such as `28:orgid:<app>`. */
const microsoftTeamsApp: RawIdRule = {
  shape: /^28:(?:orgid|(?<cloud>dod|gcch)):(?<teamsAppId>[^]*)$/,
  toIdentifier: (rawId, { cloud = "public", teamsAppId = "" }) => ({
    kind: "microsoftTeamsApp",
    teamsAppId,
    cloud: cloud as "public",
    rawId,
  }),
};

/** Phone numbers, such as `4:+12065550100` or `4:+12065550100_<asserted id>`. */
const phoneNumber: RawIdRule = {
  shape: /^4:(?<number>[^]+_(?<assertedId>[^_]*)|[^]*)$/,
  toIdentifier: (rawId, { number = "", assertedId }) => ({
    kind: "phoneNumber",
    phoneNumber: number,
    rawId,
    isAnonymous: number === "anonymous",
    ...(assertedId && { assertedId }),
  }),
};

/** The first rule whose shape matches decides. */
const rules: readonly RawIdRule[] = [
  teamsExtensionUser,
  communicationUser,
  microsoftTeamsUser,
  microsoftTeamsApp,
  phoneNumber,
];

/** Converts a raw id to an identifier with the fields that the REST API gives. */
export function toIdentifier(rawId: string): CommunicationIdentifierKind {
  for (const { shape, toIdentifier: convert } of rules) {
    const match = shape.exec(rawId);
    if (match) return convert(rawId, match.groups ?? {});
  }
  return { kind: "unknown", id: rawId };
}
