import * as client from "#emitted/encode/datetime/client";
import { assert } from "../../assert.ts";
import type { CallContext, Calls } from "../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createDatetimeContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Encode_Datetime_Query_default: (at) =>
    assert.nothing(client.queryDefault(open(at), new Date("2022-08-26T18:38:00.000Z"))),
  Encode_Datetime_Query_rfc3339: (at) =>
    assert.nothing(client.queryRfc3339(open(at), new Date("2022-08-26T18:38:00.000Z"))),
  Encode_Datetime_Query_rfc7231: (at) =>
    assert.nothing(client.queryRfc7231(open(at), new Date("2022-08-26T14:38:00.000Z"))),
  Encode_Datetime_Query_unixTimestamp: (at) =>
    assert.nothing(client.queryUnixTimestamp(open(at), new Date("2023-06-12T10:47:44.000Z"))),
  Encode_Datetime_Query_unixTimestampArray: (at) =>
    assert.nothing(
      client.queryUnixTimestampArray(open(at), [
        new Date("2023-06-12T10:47:44.000Z"),
        new Date("2023-06-14T09:17:36.000Z"),
      ]),
    ),
  Encode_Datetime_Property_default: (at) =>
    assert.resolves(
      client.propertyDefault(open(at), { value: new Date("2022-08-26T18:38:00.000Z") }),
      { value: new Date("2022-08-26T18:38:00.000Z") },
    ),
  Encode_Datetime_Property_rfc3339: (at) =>
    assert.resolves(
      client.propertyRfc3339(open(at), { value: new Date("2022-08-26T18:38:00.000Z") }),
      { value: new Date("2022-08-26T18:38:00.000Z") },
    ),
  Encode_Datetime_Property_rfc7231: (at) =>
    assert.resolves(
      client.propertyRfc7231(open(at), { value: new Date("2022-08-26T14:38:00.000Z") }),
      { value: new Date("2022-08-26T14:38:00.000Z") },
    ),
  Encode_Datetime_Property_unixTimestamp: (at) =>
    assert.resolves(
      client.propertyUnixTimestamp(open(at), { value: new Date("2023-06-12T10:47:44.000Z") }),
      { value: new Date("2023-06-12T10:47:44.000Z") },
    ),
  Encode_Datetime_Property_unixTimestampArray: (at) =>
    assert.resolves(
      client.propertyUnixTimestampArray(open(at), {
        value: [new Date("2023-06-12T10:47:44.000Z"), new Date("2023-06-14T09:17:36.000Z")],
      }),
      { value: [new Date("2023-06-12T10:47:44.000Z"), new Date("2023-06-14T09:17:36.000Z")] },
    ),
  Encode_Datetime_Header_default: (at) =>
    assert.nothing(client.headerDefault(open(at), new Date("2022-08-26T14:38:00.000Z"))),
  Encode_Datetime_Header_rfc3339: (at) =>
    assert.nothing(client.headerRfc3339(open(at), new Date("2022-08-26T18:38:00.000Z"))),
  Encode_Datetime_Header_rfc7231: (at) =>
    assert.nothing(client.headerRfc7231(open(at), new Date("2022-08-26T14:38:00.000Z"))),
  Encode_Datetime_Header_unixTimestamp: (at) =>
    assert.nothing(client.headerUnixTimestamp(open(at), new Date("2023-06-12T10:47:44.000Z"))),
  Encode_Datetime_Header_unixTimestampArray: (at) =>
    assert.nothing(
      client.headerUnixTimestampArray(open(at), [
        new Date("2023-06-12T10:47:44.000Z"),
        new Date("2023-06-14T09:17:36.000Z"),
      ]),
    ),
  Encode_Datetime_ResponseHeader_default: (at) =>
    assert.resolves(client.responseHeaderDefault(open(at)), {
      value: new Date("2022-08-26T14:38:00.000Z"),
    }),
  Encode_Datetime_ResponseHeader_rfc3339: (at) =>
    assert.resolves(client.responseHeaderRfc3339(open(at)), {
      value: new Date("2022-08-26T18:38:00.000Z"),
    }),
  Encode_Datetime_ResponseHeader_rfc7231: (at) =>
    assert.resolves(client.responseHeaderRfc7231(open(at)), {
      value: new Date("2022-08-26T14:38:00.000Z"),
    }),
  Encode_Datetime_ResponseHeader_unixTimestamp: (at) =>
    assert.resolves(client.responseHeaderUnixTimestamp(open(at)), {
      value: new Date("2023-06-12T10:47:44.000Z"),
    }),
};
