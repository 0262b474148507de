import { badRequest } from "./errors.ts";

/** An identifier in the newest shape on the wire. The service never sends `kind`. */
export interface IdentifierModel {
  rawId: string;
  communicationUser?: { id: string };
  phoneNumber?: { value: string; assertedId?: string; isAnonymous?: boolean };
  microsoftTeamsUser?: { userId: string; isAnonymous: boolean; cloud: string };
  microsoftTeamsApp?: { appId: string; cloud: string };
  teamsExtensionUser?: { userId: string; tenantId: string; resourceId: string; cloud: string };
}

/** The clouds of Azure that raw ids distinguish. */
export const CLOUDS = ["public", "dod", "gcch"] as const;
/** A cloud of Azure. */
export type Cloud = (typeof CLOUDS)[number];

/** The prefixes of a kind of raw ids, for each cloud. */
type CloudPrefixes = readonly (readonly [prefix: string, cloud: Cloud])[];

const USER_CLOUDS: CloudPrefixes = [
  ["8:orgid:", "public"],
  ["8:dod:", "dod"],
  ["8:gcch:", "gcch"],
];
const APP_CLOUDS: CloudPrefixes = [
  ["28:orgid:", "public"],
  ["28:dod:", "dod"],
  ["28:gcch:", "gcch"],
];
const RESOURCE_CLOUDS: CloudPrefixes = [
  ["8:acs:", "public"],
  ["8:dod-acs:", "dod"],
  ["8:gcch-acs:", "gcch"],
];

/** Parses a raw id. Unknown kinds result in the raw id alone. */
export function toIdentifier(rawId: string): IdentifierModel {
  for (const [prefix, cloud] of RESOURCE_CLOUDS) {
    if (!rawId.startsWith(prefix)) continue;
    const [resourceId, tenantId, userId, ...rest] = rawId.slice(prefix.length).split("_");
    if (resourceId && tenantId && userId && rest.length === 0) {
      const teamsExtensionUser = { userId, tenantId, resourceId, cloud };
      return { rawId, teamsExtensionUser };
    }
    return { rawId, communicationUser: { id: rawId } };
  }
  if (rawId.startsWith("8:spool:")) return { rawId, communicationUser: { id: rawId } };
  if (rawId.startsWith("4:")) return phone(rawId);
  for (const [prefix, cloud] of USER_CLOUDS) {
    if (!rawId.startsWith(prefix)) continue;
    const microsoftTeamsUser = { userId: rawId.slice(prefix.length), isAnonymous: false, cloud };
    return { rawId, microsoftTeamsUser };
  }
  if (rawId.startsWith("8:teamsvisitor:")) {
    const userId = rawId.slice("8:teamsvisitor:".length);
    const microsoftTeamsUser = { userId, isAnonymous: true, cloud: "public" };
    return { rawId, microsoftTeamsUser };
  }
  for (const [prefix, cloud] of APP_CLOUDS) {
    if (!rawId.startsWith(prefix)) continue;
    const microsoftTeamsApp = { appId: rawId.slice(prefix.length), cloud };
    return { rawId, microsoftTeamsApp };
  }
  return { rawId };
}

function phone(rawId: string): IdentifierModel {
  const value = rawId.slice(2);
  if (value === "anonymous") return { rawId, phoneNumber: { value, isAnonymous: true } };
  const separator = value.lastIndexOf("_");
  if (separator <= 0) return { rawId, phoneNumber: { value } };
  const assertedId = value.slice(separator + 1);
  return { rawId, phoneNumber: { value, assertedId } };
}

/** An identifier in a request. rawId is optional, and `kind` may be missing. */
export interface IdentifierInput {
  readonly rawId?: string;
  readonly communicationUser?: { readonly id: string };
  readonly phoneNumber?: { readonly value: string; readonly assertedId?: string };
  readonly microsoftTeamsUser?: {
    readonly userId: string;
    readonly isAnonymous?: boolean;
    readonly cloud?: string;
  };
  readonly microsoftTeamsApp?: { readonly appId: string; readonly cloud?: string };
  readonly teamsExtensionUser?: {
    readonly userId: string;
    readonly tenantId: string;
    readonly resourceId: string;
    readonly cloud?: string;
  };
}

const KINDS = [
  "communicationUser",
  "phoneNumber",
  "microsoftTeamsUser",
  "microsoftTeamsApp",
  "teamsExtensionUser",
] as const;

/**
 * Returns the raw id of an identifier in a request.
 * @param at - The identifier's path in the request, for errors.
 * @throws {@link ServiceError} 400 if it is empty, has more than one kind, or is malformed.
 */
export function toRawId(input: IdentifierInput, at: string): string {
  const given = KINDS.filter((kind) => input[kind] !== undefined);
  if (given.length > 1) {
    throw badRequest(`${at} must set only one of ${given.join(", ")}.`);
  }
  const rawId = input.rawId !== undefined && input.rawId !== "" ? input.rawId : derive(input);
  if (rawId === undefined || rawId === "") {
    throw badRequest(`${at} identifies no user: set rawId or one of ${KINDS.join(", ")}.`);
  }
  if (!isWellFormed(rawId)) throw badRequest(`Identifier format is invalid (${rawId}).`);
  return rawId;
}

/**
 * True for a well-formed raw id: a number, a colon and the rest. For a user of a resource the rest
 * has at least two parts, the resource and the user.
 */
export function isWellFormed(rawId: string): boolean {
  const prefix = RESOURCE_CLOUDS.find(([start]) => rawId.startsWith(start))?.[0];
  if (prefix === undefined) return /^\d+:[^]/.test(rawId);
  return /^[^_]+_[^]/.test(rawId.slice(prefix.length));
}

function derive(input: IdentifierInput): string | undefined {
  if (input.communicationUser) return input.communicationUser.id;
  if (input.phoneNumber) {
    const { value, assertedId } = input.phoneNumber;
    // A value that comes from a response ends with the asserted id already.
    const complete = assertedId === undefined || value.endsWith(`_${assertedId}`);
    return complete ? `4:${value}` : `4:${value}_${assertedId}`;
  }
  if (input.microsoftTeamsUser) {
    const { userId, isAnonymous, cloud } = input.microsoftTeamsUser;
    if (isAnonymous === true) return `8:teamsvisitor:${userId}`;
    return `${prefixOf(USER_CLOUDS, cloud)}${userId}`;
  }
  if (input.microsoftTeamsApp) {
    return `${prefixOf(APP_CLOUDS, input.microsoftTeamsApp.cloud)}${input.microsoftTeamsApp.appId}`;
  }
  if (input.teamsExtensionUser) {
    const { resourceId, tenantId, userId, cloud } = input.teamsExtensionUser;
    return `${prefixOf(RESOURCE_CLOUDS, cloud)}${resourceId}_${tenantId}_${userId}`;
  }
  return undefined;
}

/** Returns the raw id of a user of a resource. */
export const communicationUserId = (resourceId: string, userId: string, cloud?: Cloud): string =>
  `${prefixOf(RESOURCE_CLOUDS, cloud)}${resourceId}_${userId}`;

/** True for the raw id of a Teams user. */
export const isTeamsUser = (rawId: string): boolean =>
  toIdentifier(rawId).microsoftTeamsUser !== undefined;

function prefixOf(clouds: CloudPrefixes, cloud = "public"): string {
  return (clouds.find(([, name]) => name === cloud) ?? clouds[0]!)[0];
}

/** Returns the resource of a raw id; undefined for phones, Teams and unknown kinds. */
export function resourceOf(rawId: string): string | undefined {
  const prefix = RESOURCE_CLOUDS.find(([start]) => rawId.startsWith(start))?.[0];
  if (prefix === undefined) return undefined;
  return rawId.slice(prefix.length).split("_")[0];
}
