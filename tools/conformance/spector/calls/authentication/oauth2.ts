import * as client from "#emitted/authentication/oauth2/client";
import { assert } from "../../assert.ts";
import type { CallContext, Calls } from "../../call.ts";
import { scopeToken } from "../../credentials.ts";

const open = ({ endpoint }: CallContext) =>
  client.createOAuth2Context(scopeToken, { validateResponses: true, endpoint });

export const calls: Calls = {
  Authentication_OAuth2_valid: (at) => assert.nothing(client.valid(open(at))),
  Authentication_OAuth2_invalid: (at) =>
    assert.rejects(client.invalid(open(at)), {
      statusCode: 403,
      details: { error: "invalid-grant" },
    }),
};
