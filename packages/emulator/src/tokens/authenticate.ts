import type { Caller, Engine } from "../engine/engine.ts";
import { unauthorized } from "../engine/errors.ts";
import { type TokenClaims, issueToken, readToken } from "./jwt.ts";

/** A token with its expiry. */
export interface IssuedToken {
  readonly token: string;
  readonly expiresOn: Date;
}

/** Issues a token to an existing user. */
export function issueUserToken(
  engine: Engine,
  userId: string,
  options: { readonly scopes: readonly string[]; readonly minutes: number },
): IssuedToken {
  const identity = engine.store.getIdentity(userId);
  if (identity === undefined) throw new Error(`The user ${userId} does not exist.`);
  const issuedAt = Math.floor(engine.clock.now() / 1000);
  const expiresAt = issuedAt + Math.round(options.minutes * 60);
  const token = issueToken(
    {
      userId,
      scopes: options.scopes,
      issuedAt,
      expiresAt,
      generation: identity.tokenGeneration,
    },
    engine.resourceId,
  );
  return { token, expiresOn: new Date(expiresAt * 1000) };
}

/** Returns the caller that a bearer token belongs to. */
export type Authenticate = (authorization: string | undefined) => Caller;

/**
 * Creates the check of bearer tokens. Signatures are verified once per token and remembered. Expiry,
 * revocation and the user's existence are checked on each request.
 */
export function createAuthenticate(engine: Engine): Authenticate {
  const verified = new Map<string, { claims: TokenClaims; caller: Caller }>();
  const remembered = 10_000;
  return (authorization) => {
    const token = /^Bearer +(\S+)$/i.exec(authorization ?? "")?.[1];
    if (token === undefined) throw unauthorized("The request does not have a bearer token.");
    let entry = verified.get(token);
    if (entry === undefined) {
      const claims = readToken(token);
      if (claims === undefined) throw unauthorized("The token was not issued by an emulator.");
      entry = { claims, caller: { userId: claims.userId, scopes: new Set(claims.scopes) } };
      if (verified.size >= remembered) verified.clear();
      verified.set(token, entry);
    }
    const { claims, caller } = entry;
    if (engine.clock.now() >= claims.expiresAt * 1000) throw unauthorized("The token has expired.");
    const identity = engine.store.getIdentity(claims.userId);
    if (identity === undefined) throw unauthorized("The user does not exist.");
    if (claims.generation < identity.tokenGeneration) throw unauthorized("The token was revoked.");
    return caller;
  };
}
