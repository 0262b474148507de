import * as client from "#emitted/parameters/collection-format/client";
import { assert } from "../../assert.ts";
import type { CallContext, Calls } from "../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createCollectionFormatContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Parameters_CollectionFormat_Query_multi: (at) =>
    assert.nothing(client.queryMulti(open(at), ["blue", "red", "green"])),
  Parameters_CollectionFormat_Query_csv: (at) =>
    assert.nothing(client.queryCsv(open(at), ["blue", "red", "green"])),
  Parameters_CollectionFormat_Query_ssv: (at) =>
    assert.nothing(client.querySsv(open(at), ["blue", "red", "green"])),
  Parameters_CollectionFormat_Query_pipes: (at) =>
    assert.nothing(client.queryPipes(open(at), ["blue", "red", "green"])),
  Parameters_CollectionFormat_Header_csv: (at) =>
    assert.nothing(client.headerCsv(open(at), ["blue", "red", "green"])),
};
