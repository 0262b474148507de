import {
  SCOPES,
  checkScopes,
  checkTokenMinutes,
  createIdentity,
  deleteIdentity,
  requireIdentity,
  revokeTokens,
} from "../../engine/identities.ts";
import type { Engine } from "../../engine/engine.ts";
import { LIMITS } from "../../engine/limits.ts";
import { issueUserToken } from "../../tokens/authenticate.ts";
import { formatOffsetDateTime } from "../../spec/values.ts";
import { type Handler, pathParameter } from "./operation.ts";

function tokenFor(
  engine: Engine,
  userId: string,
  scopes: readonly string[],
  minutes: number = LIMITS.tokenMinutes.default,
): object {
  const { token, expiresOn } = issueUserToken(engine, userId, { scopes, minutes });
  return { token, expiresOn: formatOffsetDateTime(expiresOn.getTime()) };
}

/** The API version that introduced the scopes for joining. */
const JOIN_SCOPES_SINCE = "2023-10-01";

/** Returns the scopes of an API version. */
function scopesOf(apiVersion: string): readonly string[] {
  return SCOPES.filter((scope) => apiVersion >= JOIN_SCOPES_SINCE || !scope.includes(".join"));
}

interface CreateBody {
  readonly createTokenWithScopes?: readonly string[];
  readonly expiresInMinutes?: number;
}

const create: Handler = ({ engine, body, apiVersion }) => {
  const { createTokenWithScopes: scopes = [], expiresInMinutes } = (body ?? {}) as CreateBody;
  // Checked before anything is created.
  if (scopes.length > 0) checkScopes(scopes, scopesOf(apiVersion));
  if (expiresInMinutes !== undefined) checkTokenMinutes(engine, expiresInMinutes);
  const { id } = createIdentity(engine);
  return {
    json: {
      identity: { id },
      ...(scopes.length > 0 && { accessToken: tokenFor(engine, id, scopes, expiresInMinutes) }),
    },
  };
};

interface IssueBody {
  readonly scopes: readonly string[];
  readonly expiresInMinutes?: number;
}

const issue: Handler = (call) => {
  const { scopes, expiresInMinutes } = call.body as IssueBody;
  const { id } = requireIdentity(call.engine, pathParameter(call, "id"));
  checkScopes(scopes, scopesOf(call.apiVersion));
  if (expiresInMinutes !== undefined) checkTokenMinutes(call.engine, expiresInMinutes);
  return { json: tokenFor(call.engine, id, scopes, expiresInMinutes) };
};

const revoke: Handler = (call) => {
  revokeTokens(call.engine, pathParameter(call, "id"));
  return {};
};

const remove: Handler = (call) => {
  deleteIdentity(call.engine, pathParameter(call, "id"));
  return {};
};

/** The operations on identities, which require the access key. */
export const identityOperations = {
  "identity.create": create,
  "identity.issueAccessToken": issue,
  "identity.revokeAccessTokens": revoke,
  "identity.delete": remove,
} satisfies Record<string, Handler>;
