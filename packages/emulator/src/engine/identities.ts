import type { Engine } from "./engine.ts";
import { badRequest, identityNotOwned, notFound, validationError } from "./errors.ts";
import { communicationUserId, isWellFormed, resourceOf } from "./identifiers.ts";
import { LIMITS } from "./limits.ts";
import type { IdentityRecord } from "./records.ts";
import { UNKNOWN_IDENTITY_STATUS } from "./unverified.ts";

/** The scopes that a token can have. */
export const SCOPES = ["chat", "voip", "chat.join", "chat.join.limited", "voip.join"] as const;

/**
 * Creates a user of the engine's resource or of another kind, such as a Teams user or a phone.
 * An existing user is returned unchanged.
 */
export function createIdentity(
  engine: Engine,
  wish: { readonly id?: string; readonly name?: string } = {},
): IdentityRecord {
  const id = wish.id ?? communicationUserId(engine.resourceId, engine.ids.uuid());
  if (!isWellFormed(id)) throw badRequest(`Identifier format is invalid (${id}).`);
  if ((resourceOf(id) ?? engine.resourceId) !== engine.resourceId) {
    throw badRequest(
      `The user ${id} must start with ${communicationUserId(engine.resourceId, "")}`,
    );
  }
  const known = engine.store.getIdentity(id);
  if (known !== undefined) return known;
  const identity: IdentityRecord = {
    id,
    createdOn: engine.clock.now(),
    tokenGeneration: 0,
    ...(wish.name !== undefined && { name: wish.name }),
  };
  engine.store.transaction(() => engine.store.putIdentity(identity));
  return identity;
}

/** Returns a user of the engine's resource. Throws if the user does not exist. */
export function requireIdentity(engine: Engine, id: string): IdentityRecord {
  if (resourceOf(id) !== engine.resourceId) throw identityNotOwned();
  const identity = engine.store.getIdentity(id);
  if (identity === undefined) {
    throw UNKNOWN_IDENTITY_STATUS === 404
      ? notFound("The identity does not exist.")
      : identityNotOwned();
  }
  return identity;
}

/** Revokes all tokens that the user has been issued. */
export function revokeTokens(engine: Engine, id: string): void {
  const identity = requireIdentity(engine, id);
  const tokenGeneration = identity.tokenGeneration + 1;
  engine.store.transaction(() => engine.store.putIdentity({ ...identity, tokenGeneration }));
}

/** Deletes the user and revokes its tokens. Messages and threads stay. */
export function deleteIdentity(engine: Engine, id: string): void {
  requireIdentity(engine, id);
  engine.store.transaction(() => engine.store.deleteIdentity(id));
}

/** Checks the lifetime of a token, in minutes. */
export function checkTokenMinutes(engine: Engine, minutes: number): void {
  const { least, most } = LIMITS.tokenMinutes;
  if (engine.strictness === "loose" ? minutes > 0 : minutes >= least && minutes <= most) return;
  throw validationError(
    "ExpiresInMinutes",
    `ExpiresInMinutes value ${minutes} is invalid. Value must be within the [${least}, ${most}] interval.`,
  );
}

/**
 * Checks the requested scopes of a token.
 * @param known - The scopes of the API version. Default: all.
 */
export function checkScopes(scopes: readonly string[], known: readonly string[] = SCOPES): void {
  if (scopes.length === 0) {
    throw validationError("scopes", "Invalid scopes - Scopes field is required.");
  }
  const unknown = scopes.filter((scope) => !known.includes(scope));
  if (unknown.length > 0) {
    const message = `Unknown scopes ${unknown.join(", ")}; use ${known.join(", ")}.`;
    throw validationError("scopes", message);
  }
}
