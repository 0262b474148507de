import type { UserKind } from "@acs-chat/emulator";

/** The kinds of users that can be created, with their labels. */
export const KINDS: readonly (readonly [kind: UserKind, name: string])[] = [
  ["communicationUser", "User"],
  ["microsoftTeamsUser", "Teams user"],
  ["microsoftTeamsApp", "Teams app"],
  ["teamsExtensionUser", "Teams extension user"],
  ["phoneNumber", "Phone"],
  ["bot", "Bot"],
];

/** The prefixes of raw ids by kind. The first match is used. */
const PREFIXES: readonly (readonly [prefix: RegExp, name: string])[] = [
  [/^8:(?:(?:dod|gcch)-)?acs:[^_]+_[^_]+_[^_]+$/, "Teams extension user"],
  [/^8:(?:(?:(?:dod|gcch)-)?acs|spool):/, ""],
  [/^8:(?:orgid|dod|gcch|teamsvisitor):/, "Teams user"],
  [/^28:(?:orgid|dod|gcch):/, "Teams app"],
  [/^4:/, "Phone"],
  [/^28:/, "Bot"],
];

/** Returns the label of a user's kind; `""` for users of the resource. */
export const kindNameOf = (id: string): string =>
  PREFIXES.find(([prefix]) => prefix.test(id))?.[1] ?? "Unknown kind";
