import type { ChatMessage } from "@acs-chat/client";

/** An identifier as the client returns it. */
export type StoreIdentifier = NonNullable<ChatMessage["sender"]>;

/** Any identifier that the client accepts. */
type AnyIdentifier = Readonly<Record<string, unknown>> | StoreIdentifier | object;

const teamsPrefixes: Readonly<Record<string, string>> = { dod: "8:dod:", gcch: "8:gcch:" };
const appPrefixes: Readonly<Record<string, string>> = { dod: "28:dod:", gcch: "28:gcch:" };

/**
 * Returns the raw id of an identifier. It is equal for all representations of the same user: identifiers in
 * events have no `rawId`, those in lists do.
 */
export function rawIdOf(identifier: AnyIdentifier | undefined): string {
  const parts = (identifier ?? {}) as Readonly<Record<string, unknown>>;
  const text = (name: string): string | undefined =>
    typeof parts[name] === "string" && parts[name] !== "" ? parts[name] : undefined;
  const raw = text("rawId") ?? text("communicationUserId");
  if (raw !== undefined) return raw;
  const cloud = text("cloud") ?? "public";
  const teamsUser = text("microsoftTeamsUserId");
  if (teamsUser !== undefined) {
    const prefix = teamsPrefixes[cloud] ?? "8:orgid:";
    return (parts["isAnonymous"] === true ? "8:teamsvisitor:" : prefix) + teamsUser;
  }
  const app = text("teamsAppId");
  if (app !== undefined) return (appPrefixes[cloud] ?? "28:orgid:") + app;
  const phone = text("phoneNumber");
  return phone === undefined ? (text("id") ?? "") : `4:${phone}`;
}
