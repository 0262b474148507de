import {
  type SCOPES,
  checkScopes,
  checkTokenMinutes,
  createIdentity,
} from "../engine/identities.ts";
import type { Engine } from "../engine/engine.ts";
import { badRequest } from "../engine/errors.ts";
import { LIMITS } from "../engine/limits.ts";
import { newUserId, seededUserId } from "../engine/user-ids.ts";
import { type IssuedToken, issueUserToken } from "../tokens/authenticate.ts";
import { readValue, text } from "../control/check.ts";
import { checkTokenWish, checkUserWish } from "../control/input.ts";
import type { EmulatorUser, TokenOptions, UserOptions } from "./emulator.ts";

const DEFAULT_SCOPES: readonly (typeof SCOPES)[number][] = ["chat"];

/** Checks the token options before anything is created. */
function checkWish(
  engine: Engine,
  wish: TokenOptions,
): { scopes: readonly string[]; minutes: number } {
  const { scopes = DEFAULT_SCOPES, expiresInMinutes = LIMITS.tokenMinutes.default } = wish;
  checkScopes(scopes);
  checkTokenMinutes(engine, expiresInMinutes);
  return { scopes, minutes: expiresInMinutes };
}

/**
 * Creates a token for a user of the engine's resource or of another kind. Creates the user if it
 * does not exist.
 * @throws {@link ServiceError} 400 for unknown scopes, a lifetime out of range, or a user of another resource.
 */
export function makeToken(engine: Engine, userId: string, wish: TokenOptions = {}): IssuedToken {
  const checked = checkWish(engine, checkTokenWish(wish));
  const id = readValue(userId, "userId", text);
  createIdentity(engine, { id });
  return issueUserToken(engine, id, checked);
}

/**
 * Creates a user with a token.
 * @throws {@link ServiceError} 400 for invalid options, unknown scopes, or a lifetime out of range.
 */
export function makeUser(engine: Engine, options: UserOptions = {}): EmulatorUser {
  const wish = checkUserWish(options);
  const checked = checkWish(engine, wish);
  const { name } = wish;
  const id = idOf(engine, wish);
  const identity = createIdentity(engine, { id, ...(name !== undefined && { name }) });
  const { token, expiresOn } = issueUserToken(engine, identity.id, checked);
  const shown = identity.name === undefined ? {} : { name: identity.name };
  return { id: identity.id, token, expiresOn, ...shown };
}

/** Returns the given id, or one of the kind: derived from the name, or a new one. */
function idOf(engine: Engine, { id, name, kind, cloud }: UserOptions): string {
  const { resourceId } = engine;
  const options = { ...(kind !== undefined && { kind }), ...(cloud !== undefined && { cloud }) };
  if (id === undefined) {
    return name === undefined
      ? newUserId(options, resourceId, () => engine.ids.uuid())
      : seededUserId(name, resourceId, options);
  }
  if ((kind ?? cloud) === undefined) return id;
  throw badRequest("user must have either an id, or a kind and a cloud.");
}
