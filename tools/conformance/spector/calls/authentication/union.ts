import * as client from "#emitted/authentication/union/client";
import { assert } from "../../assert.ts";
import type { Calls } from "../../call.ts";
import { scopeToken } from "../../credentials.ts";

export const calls: Calls = {
  Authentication_Union_validKey: ({ endpoint }) =>
    assert.nothing(
      client.validKey(
        client.createUnionContext({ key: "valid-key" }, { validateResponses: true, endpoint }),
      ),
    ),
  Authentication_Union_validToken: ({ endpoint }) =>
    assert.nothing(
      client.validToken(
        client.createUnionContext(scopeToken, { validateResponses: true, endpoint }),
      ),
    ),
};
