import type { CommunicationIdentifierKind } from "@azure/communication-common";

/**
 * A kind of identifier, the shape of its raw ids, and the fields that all of them have. The named groups of the
 * shape are the other fields of the identifier that the REST API has for it.
 */
type RawIdRule = readonly [kind: string, shape: RegExp, fields?: object];

/** The first rule whose shape matches applies. */
const rules: readonly RawIdRule[] = [
  // Teams users of an ACS resource, such as `8:acs:<resource>_<tenant>_<user>`.
  [
    "teamsExtensionUser",
    /^(?<rawId>8:(?:(?<cloud>dod|gcch)-)?acs:(?<resourceId>[^_]+)_(?<tenantId>[^_]+)_(?<userId>[^_]+))$/,
    { cloud: "public" },
  ],
  // Users of an ACS resource, such as `8:acs:<resource>_<user>`.
  ["communicationUser", /^(?<communicationUserId>8:(?:(?:dod-|gcch-)?acs|spool):[^]*)$/],
  [
    "microsoftTeamsUser",
    /^(?<rawId>8:teamsvisitor:(?<microsoftTeamsUserId>[^]*))$/,
    { isAnonymous: true, cloud: "public" },
  ],
  [
    "microsoftTeamsUser",
    /^(?<rawId>8:(?:orgid|(?<cloud>dod|gcch)):(?<microsoftTeamsUserId>[^]*))$/,
    { isAnonymous: false, cloud: "public" },
  ],
  [
    "microsoftTeamsApp",
    /^(?<rawId>28:(?:orgid|(?<cloud>dod|gcch)):(?<teamsAppId>[^]*))$/,
    { cloud: "public" },
  ],
  ["phoneNumber", /^(?<rawId>4:(?<phoneNumber>anonymous))$/, { isAnonymous: true }],
  // Such as `4:+12065550100` or `4:+12065550100_<asserted id>`.
  [
    "phoneNumber",
    /^(?<rawId>4:(?<phoneNumber>[^]+_(?<assertedId>[^_]+)|[^]*))$/,
    { isAnonymous: false },
  ],
];

/** Converts a raw id to the identifier that the REST API returns for it. */
export function toIdentifier(rawId: string): CommunicationIdentifierKind {
  for (const [kind, shape, fields] of rules) {
    const match = shape.exec(rawId);
    if (!match) continue;
    const found = Object.entries(match.groups!).filter(([, text]) => text !== undefined);
    return { kind, ...fields, ...Object.fromEntries(found) } as CommunicationIdentifierKind;
  }
  return { kind: "unknown", id: rawId };
}
