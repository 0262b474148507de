import { createHash } from "node:crypto";
import { badRequest } from "./errors.ts";
import { type Cloud, type IdentifierInput, communicationUserId, toRawId } from "./identifiers.ts";

/**
 * The kinds of users, named as the identifiers of `@azure/communication-common`. A bot has an id
 * such as `28:…`, which clients read as `unknown`.
 */
export const USER_KINDS = [
  "communicationUser",
  "microsoftTeamsUser",
  "microsoftTeamsApp",
  "teamsExtensionUser",
  "phoneNumber",
  "bot",
] as const;

/** A kind of user. */
export type UserKind = (typeof USER_KINDS)[number];

/** Options for a new raw id. */
export interface UserIdOptions {
  /** Default `communicationUser`. */
  readonly kind?: UserKind;
  /** Default `public`. Not for phones and bots. */
  readonly cloud?: Cloud;
}

/**
 * Returns a raw id of the kind.
 * @param resourceId - The resource of the user, for kinds that belong to a resource.
 * @param uuid - Returns another UUID with each call.
 * @throws {@link ServiceError} 400 if a cloud is given for a kind without clouds.
 */
export function newUserId(
  { kind = "communicationUser", cloud }: UserIdOptions,
  resourceId: string,
  uuid: () => string,
): string {
  if (cloud !== undefined && (kind === "phoneNumber" || kind === "bot")) {
    throw badRequest(`user.cloud cannot be used with the kind ${kind}. Remove it.`);
  }
  return toRawId(newIdentifier(kind, cloud ?? "public", resourceId, uuid), "user");
}

function newIdentifier(
  kind: UserKind,
  cloud: Cloud,
  resourceId: string,
  uuid: () => string,
): IdentifierInput {
  switch (kind) {
    case "communicationUser":
      return { rawId: communicationUserId(resourceId, uuid(), cloud) };
    case "microsoftTeamsUser":
      return { microsoftTeamsUser: { userId: uuid(), cloud } };
    case "microsoftTeamsApp":
      return { microsoftTeamsApp: { appId: uuid(), cloud } };
    case "teamsExtensionUser":
      return { teamsExtensionUser: { resourceId, tenantId: uuid(), userId: uuid(), cloud } };
    case "phoneNumber":
      return { phoneNumber: { value: phoneNumber(uuid()) } };
    case "bot":
      return { rawId: `28:${uuid()}` };
  }
}

/** Returns a number of the area code 555, which no real phone has. */
function phoneNumber(uuid: string): string {
  const digits = Number.parseInt(uuid.slice(0, 8), 16) % 10_000_000;
  return `+1555${String(digits).padStart(7, "0")}`;
}

/** Returns the raw id of a named user. It depends on name, kind and resource only. */
export function seededUserId(
  name: string,
  resourceId: string,
  options: UserIdOptions = {},
): string {
  const { kind = "communicationUser" } = options;
  let calls = 0;
  return newUserId(options, resourceId, () => {
    const role = kind === "communicationUser" ? "user" : kind;
    calls += 1;
    return uuidOf(`acs-chat-emulator ${calls === 1 ? role : `${role} ${calls}`} ${name}`);
  });
}

/** Returns a UUID, version 4, derived from a text. */
function uuidOf(text: string): string {
  const hash = createHash("sha256").update(text).digest("hex");
  const variant = ((Number.parseInt(hash.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `4${hash.slice(13, 16)}`,
    `${variant}${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join("-");
}
