import * as client from "#emitted/parameters/query/client";
import { assert } from "../../assert.ts";
import type { CallContext, Calls } from "../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createQueryContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Parameters_Query_Constant_post: (at) => assert.nothing(client.constantPost(open(at))),
  Parameters_Query_SpecialChar_dollarSign: (at) =>
    assert.nothing(client.specialCharDollarSign(open(at), "status eq 'active'")),
};
