import * as client from "#emitted/authentication/noauth/union/client";
import { assert } from "../../../assert.ts";
import type { Calls } from "../../../call.ts";
import { scopeToken } from "../../../credentials.ts";

export const calls: Calls = {
  Authentication_Noauth_Union_validNoAuth: ({ endpoint }) =>
    assert.nothing(
      client.validNoAuth(
        client.createUnionContext(undefined, { validateResponses: true, endpoint }),
      ),
    ),
  Authentication_Noauth_Union_validToken: ({ endpoint }) =>
    assert.nothing(
      client.validToken(
        client.createUnionContext(scopeToken, { validateResponses: true, endpoint }),
      ),
    ),
};
