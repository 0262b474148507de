import * as client from "#emitted/azure/special-headers/client-request-id/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createXmsClientRequestIdContext({ validateResponses: true, endpoint });

const id = "123e4567-e89b-12d3-a456-426614174000";

export const calls: Calls = {
  Azure_SpecialHeaders_XmsClientRequestId: async (at) => {
    let answered: string | undefined;
    await client.get(open(at), {
      clientRequestId: id,
      onResponse: ({ headers }) => (answered = headers.get("x-ms-client-request-id")),
    });
    assert.equal(answered, id);
  },
};
