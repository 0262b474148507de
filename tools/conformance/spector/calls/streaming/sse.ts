import * as client from "#emitted/streaming/sse/client";
import { assert } from "../../assert.ts";
import type { CallContext, Calls } from "../../call.ts";
import { all } from "../../paging.ts";

const open = ({ endpoint }: CallContext) =>
  client.createSseContext({ validateResponses: true, endpoint });

const hello = { event: "message", data: { message: "hello" } };

export const calls: Calls = {
  Streaming_Sse_Unnamed_receive: async (at) => {
    const events = await all(await client.unnamedReceive(open(at)));
    assert.deepEqual(
      events,
      ["one", "two", "three"].map((desc) => ({ event: "message", data: { desc } })),
    );
  },
  Streaming_Sse_Named_receive: async (at) => {
    let text = "";
    for await (const event of await client.namedReceive(open(at))) {
      // The type of an event determines the type of its data.
      text += event.event === "responseCreated" ? event.data.id : event.data.delta;
    }
    assert.equal(text, "resp_1Hello world");
  },
  Streaming_Sse_Retrieve_stream: async (at) => {
    const events = await all(await client.retrieveStream(open(at), { query: "what is typespec?" }));
    assert.deepEqual(events, [
      { event: "partialResult", data: { text: "partial one" } },
      { event: "partialResult", data: { text: "partial two" } },
      { event: "finalResult", data: { references: ["doc1", "doc2"] } },
    ]);
  },
  Streaming_Sse_Protocol_Data_withEnvelope: async (at) =>
    assert.deepEqual(await all(await client.protocolDataWithEnvelope(open(at))), [
      { event: "withEnvelope", data: "hello" },
    ]),
  Streaming_Sse_Protocol_Data_withoutEnvelope: async (at) =>
    assert.deepEqual(await all(await client.protocolDataWithoutEnvelope(open(at))), [
      { event: "withoutEnvelope", data: { metadata: { source: "test" }, contents: "world" } },
    ]),
  Streaming_Sse_Protocol_id: async (at) =>
    assert.deepEqual(await all(await client.protocolId(open(at))), [{ ...hello, id: "event-1" }]),
  Streaming_Sse_Protocol_invalidId: async (at) =>
    assert.deepEqual(await all(await client.protocolInvalidId(open(at))), [hello]),
  Streaming_Sse_Protocol_retry: async (at) =>
    assert.deepEqual(await all(await client.protocolRetry(open(at))), [{ ...hello, retry: 1000 }]),
  Streaming_Sse_Protocol_invalidRetry: async (at) =>
    assert.deepEqual(await all(await client.protocolInvalidRetry(open(at))), [hello]),
  // The caller must reconnect, and gets the id of the last event for that.
  Streaming_Sse_Protocol_reconnect: async (at) => {
    const [first] = await all(await client.protocolReconnect(open(at)));
    assert.deepEqual(first, { ...hello, id: "event-1" });
    const headers = { "last-event-id": String(first?.id) };
    assert.deepEqual(
      await all(await client.protocolReconnect(open(at), { requestOptions: { headers } })),
      [{ event: "message", data: { message: "world" }, id: "event-2" }],
    );
  },
};
