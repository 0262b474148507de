import * as client from "#emitted/authentication/http/custom/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";

const open = ({ endpoint }: CallContext, key: string) =>
  client.createCustomContext({ key }, { validateResponses: true, endpoint });

export const calls: Calls = {
  Authentication_Http_Custom_valid: (at) => assert.nothing(client.valid(open(at, "valid-key"))),
  Authentication_Http_Custom_invalid: (at) =>
    assert.rejects(client.invalid(open(at, "invalid-key")), {
      statusCode: 403,
      details: { error: "invalid-api-key" },
    }),
};
