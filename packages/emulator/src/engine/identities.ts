import type { Engine } from "./engine.ts";
import { badRequest, identityNotOwned, notFound, validationError } from "./errors.ts";
import { communicationUserId, isWellFormed, resourceOf } from "./identifiers.ts";
import { LIMITS } from "./limits.ts";
import type { IdentityRecord } from "./records.ts";
import { UNKNOWN_IDENTITY_STATUS } from "./unverified.ts";

/** What a token may be asked for. */
export const SCOPES = ["chat", "voip", "chat.join", "chat.join.limited", "voip.join"] as const;

/**
 * Makes a user: of the engine's resource, or of another kind, such as a Teams user or a phone.
 * A user that exists is returned unchanged.
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

/** A user of the engine's resource that exists. */
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

/** Makes all tokens issued to the user so far invalid. */
export function revokeTokens(engine: Engine, id: string): void {
  const identity = requireIdentity(engine, id);
  const tokenGeneration = identity.tokenGeneration + 1;
  engine.store.transaction(() => engine.store.putIdentity({ ...identity, tokenGeneration }));
}

/** Deletes the user; its tokens are invalid from now on. Messages and threads stay. */
export function deleteIdentity(engine: Engine, id: string): void {
  requireIdentity(engine, id);
  engine.store.transaction(() => engine.store.deleteIdentity(id));
}

/** Checks how long a token is to live, in minutes. */
export function checkTokenMinutes(engine: Engine, minutes: number): void {
  const { least, most } = LIMITS.tokenMinutes;
  if (engine.strictness === "loose" ? minutes > 0 : minutes >= least && minutes <= most) return;
  throw validationError(
    "ExpiresInMinutes",
    `ExpiresInMinutes value ${minutes} is invalid. Value must be within the [${least}, ${most}] interval.`,
  );
}

/**
 * Checks the scopes a token is asked for.
 * @param known - Those the api-version has; all of them if none is asked.
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
