import * as client from "#emitted/payload/pageable/client";
import { assert } from "../../assert.ts";
import type { CallContext, Calls } from "../../call.ts";
import { all, pagesOf } from "../../paging.ts";

const open = ({ endpoint }: CallContext) => client.createPageableContext(endpoint);

const firstPage = [
  { id: "1", name: "dog" },
  { id: "2", name: "cat" },
];
const secondPage = [
  { id: "3", name: "bird" },
  { id: "4", name: "fish" },
];
const pets = [...firstPage, ...secondPage];
const filters = { foo: "foo", bar: "bar" };

export const calls: Calls = {
  Payload_Pageable_ServerDrivenPagination_link: async (at) => {
    assert.deepEqual(await all(client.link(open(at))), pets);
    assert.deepEqual(await pagesOf(client.link(open(at)).byPage()), [firstPage, secondPage]);
  },
  Payload_Pageable_ServerDrivenPagination_linkString: async (at) => {
    assert.deepEqual(await all(client.linkString(open(at))), pets);
    assert.deepEqual(await pagesOf(client.linkString(open(at)).byPage()), [firstPage, secondPage]);
  },
  Payload_Pageable_ServerDrivenPagination_nestedLink: async (at) => {
    assert.deepEqual(await all(client.nestedLink(open(at))), pets);
    assert.deepEqual(await pagesOf(client.nestedLink(open(at)).byPage()), [firstPage, secondPage]);
  },
  Payload_Pageable_ServerDrivenPagination_AlternateInitialVerb_post: (at) =>
    assert.resolves(all(client.post(open(at), { filter: "foo eq bar" })), pets),
  Payload_Pageable_ServerDrivenPagination_ContinuationToken_requestQueryResponseBody: async (
    at,
  ) => {
    assert.deepEqual(await all(client.requestQueryResponseBody(open(at), filters)), pets);
    const pages = client
      .requestQueryResponseBody(open(at), filters)
      .byPage({ continuationToken: "page2" });
    assert.deepEqual(await pagesOf(pages), [secondPage]);
    assert.deepEqual(await all(client.requestQueryResponseBody(open(at), filters)), pets);
  },
  Payload_Pageable_ServerDrivenPagination_ContinuationToken_requestHeaderResponseBody: async (
    at,
  ) => {
    assert.deepEqual(await all(client.requestHeaderResponseBody(open(at), filters)), pets);
    const pages = client
      .requestHeaderResponseBody(open(at), filters)
      .byPage({ continuationToken: "page2" });
    assert.deepEqual(await pagesOf(pages), [secondPage]);
    assert.deepEqual(await all(client.requestHeaderResponseBody(open(at), filters)), pets);
  },
  Payload_Pageable_ServerDrivenPagination_ContinuationToken_requestQueryResponseHeader: async (
    at,
  ) => {
    assert.deepEqual(await all(client.requestQueryResponseHeader(open(at), filters)), pets);
    const pages = client
      .requestQueryResponseHeader(open(at), filters)
      .byPage({ continuationToken: "page2" });
    assert.deepEqual(await pagesOf(pages), [secondPage]);
    assert.deepEqual(await all(client.requestQueryResponseHeader(open(at), filters)), pets);
  },
  Payload_Pageable_ServerDrivenPagination_ContinuationToken_requestHeaderResponseHeader: async (
    at,
  ) => {
    assert.deepEqual(await all(client.requestHeaderResponseHeader(open(at), filters)), pets);
    const pages = client
      .requestHeaderResponseHeader(open(at), filters)
      .byPage({ continuationToken: "page2" });
    assert.deepEqual(await pagesOf(pages), [secondPage]);
    assert.deepEqual(await all(client.requestHeaderResponseHeader(open(at), filters)), pets);
  },
  Payload_Pageable_ServerDrivenPagination_ContinuationToken_requestQueryNestedResponseBody: async (
    at,
  ) => {
    assert.deepEqual(await all(client.requestQueryNestedResponseBody(open(at), filters)), pets);
    const pages = client
      .requestQueryNestedResponseBody(open(at), filters)
      .byPage({ continuationToken: "page2" });
    assert.deepEqual(await pagesOf(pages), [secondPage]);
    assert.deepEqual(await all(client.requestQueryNestedResponseBody(open(at), filters)), pets);
  },
  Payload_Pageable_ServerDrivenPagination_ContinuationToken_requestHeaderNestedResponseBody: async (
    at,
  ) => {
    assert.deepEqual(await all(client.requestHeaderNestedResponseBody(open(at), filters)), pets);
    const pages = client
      .requestHeaderNestedResponseBody(open(at), filters)
      .byPage({ continuationToken: "page2" });
    assert.deepEqual(await pagesOf(pages), [secondPage]);
    assert.deepEqual(await all(client.requestHeaderNestedResponseBody(open(at), filters)), pets);
  },
  Payload_Pageable_PageSize_listWithoutContinuation: (at) =>
    assert.resolves(all(client.listWithoutContinuation(open(at))), pets),
  Payload_Pageable_PageSize_listWithPageSize: async (at) => {
    assert.deepEqual(await all(client.listWithPageSize(open(at), { pageSize: 2 })), firstPage);
    const pages = client.listWithPageSize(open(at)).byPage({ maxPageSize: 4 });
    assert.deepEqual(await pagesOf(pages), [pets]);
  },
  Payload_Pageable_XmlPagination_listWithContinuation: async (at) => {
    assert.deepEqual(await all(client.listWithContinuation(open(at))), pets);
    assert.deepEqual(await pagesOf(client.listWithContinuation(open(at)).byPage()), [
      firstPage,
      secondPage,
    ]);
  },
  Payload_Pageable_XmlPagination_listWithNextLink: async (at) => {
    assert.deepEqual(await all(client.listWithNextLink(open(at))), pets);
    assert.deepEqual(await pagesOf(client.listWithNextLink(open(at)).byPage()), [
      firstPage,
      secondPage,
    ]);
  },
};
