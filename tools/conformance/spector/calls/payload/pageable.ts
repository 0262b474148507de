import * as client from "#emitted/payload/pageable/client";
import { assert } from "../../assert.ts";
import type { CallContext, Calls } from "../../call.ts";
import { all, pagesOf } from "../../paging.ts";

const open = ({ endpoint }: CallContext) =>
  client.createPageableContext({ validateResponses: true, endpoint });

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
    assert.deepEqual(await all(client.serverDrivenPaginationLink(open(at))), pets);
    assert.deepEqual(await pagesOf(client.serverDrivenPaginationLink(open(at)).byPage()), [
      firstPage,
      secondPage,
    ]);
  },
  Payload_Pageable_ServerDrivenPagination_linkString: async (at) => {
    assert.deepEqual(await all(client.serverDrivenPaginationLinkString(open(at))), pets);
    assert.deepEqual(await pagesOf(client.serverDrivenPaginationLinkString(open(at)).byPage()), [
      firstPage,
      secondPage,
    ]);
  },
  Payload_Pageable_ServerDrivenPagination_nestedLink: async (at) => {
    assert.deepEqual(await all(client.serverDrivenPaginationNestedLink(open(at))), pets);
    assert.deepEqual(await pagesOf(client.serverDrivenPaginationNestedLink(open(at)).byPage()), [
      firstPage,
      secondPage,
    ]);
  },
  Payload_Pageable_ServerDrivenPagination_AlternateInitialVerb_post: (at) =>
    assert.resolves(
      all(
        client.serverDrivenPaginationAlternateInitialVerbPost(open(at), { filter: "foo eq bar" }),
      ),
      pets,
    ),
  Payload_Pageable_ServerDrivenPagination_ContinuationToken_requestQueryResponseBody: async (
    at,
  ) => {
    assert.deepEqual(
      await all(
        client.serverDrivenPaginationContinuationTokenRequestQueryResponseBody(open(at), filters),
      ),
      pets,
    );
    const pages = client
      .serverDrivenPaginationContinuationTokenRequestQueryResponseBody(open(at), filters)
      .byPage({ continuationToken: "page2" });
    assert.deepEqual(await pagesOf(pages), [secondPage]);
    assert.deepEqual(
      await all(
        client.serverDrivenPaginationContinuationTokenRequestQueryResponseBody(open(at), filters),
      ),
      pets,
    );
  },
  Payload_Pageable_ServerDrivenPagination_ContinuationToken_requestHeaderResponseBody: async (
    at,
  ) => {
    assert.deepEqual(
      await all(
        client.serverDrivenPaginationContinuationTokenRequestHeaderResponseBody(open(at), filters),
      ),
      pets,
    );
    const pages = client
      .serverDrivenPaginationContinuationTokenRequestHeaderResponseBody(open(at), filters)
      .byPage({ continuationToken: "page2" });
    assert.deepEqual(await pagesOf(pages), [secondPage]);
    assert.deepEqual(
      await all(
        client.serverDrivenPaginationContinuationTokenRequestHeaderResponseBody(open(at), filters),
      ),
      pets,
    );
  },
  Payload_Pageable_ServerDrivenPagination_ContinuationToken_requestQueryResponseHeader: async (
    at,
  ) => {
    assert.deepEqual(
      await all(
        client.serverDrivenPaginationContinuationTokenRequestQueryResponseHeader(open(at), filters),
      ),
      pets,
    );
    const pages = client
      .serverDrivenPaginationContinuationTokenRequestQueryResponseHeader(open(at), filters)
      .byPage({ continuationToken: "page2" });
    assert.deepEqual(await pagesOf(pages), [secondPage]);
    assert.deepEqual(
      await all(
        client.serverDrivenPaginationContinuationTokenRequestQueryResponseHeader(open(at), filters),
      ),
      pets,
    );
  },
  Payload_Pageable_ServerDrivenPagination_ContinuationToken_requestHeaderResponseHeader: async (
    at,
  ) => {
    assert.deepEqual(
      await all(
        client.serverDrivenPaginationContinuationTokenRequestHeaderResponseHeader(
          open(at),
          filters,
        ),
      ),
      pets,
    );
    const pages = client
      .serverDrivenPaginationContinuationTokenRequestHeaderResponseHeader(open(at), filters)
      .byPage({ continuationToken: "page2" });
    assert.deepEqual(await pagesOf(pages), [secondPage]);
    assert.deepEqual(
      await all(
        client.serverDrivenPaginationContinuationTokenRequestHeaderResponseHeader(
          open(at),
          filters,
        ),
      ),
      pets,
    );
  },
  Payload_Pageable_ServerDrivenPagination_ContinuationToken_requestQueryNestedResponseBody: async (
    at,
  ) => {
    assert.deepEqual(
      await all(
        client.serverDrivenPaginationContinuationTokenRequestQueryNestedResponseBody(
          open(at),
          filters,
        ),
      ),
      pets,
    );
    const pages = client
      .serverDrivenPaginationContinuationTokenRequestQueryNestedResponseBody(open(at), filters)
      .byPage({ continuationToken: "page2" });
    assert.deepEqual(await pagesOf(pages), [secondPage]);
    assert.deepEqual(
      await all(
        client.serverDrivenPaginationContinuationTokenRequestQueryNestedResponseBody(
          open(at),
          filters,
        ),
      ),
      pets,
    );
  },
  Payload_Pageable_ServerDrivenPagination_ContinuationToken_requestHeaderNestedResponseBody: async (
    at,
  ) => {
    assert.deepEqual(
      await all(
        client.serverDrivenPaginationContinuationTokenRequestHeaderNestedResponseBody(
          open(at),
          filters,
        ),
      ),
      pets,
    );
    const pages = client
      .serverDrivenPaginationContinuationTokenRequestHeaderNestedResponseBody(open(at), filters)
      .byPage({ continuationToken: "page2" });
    assert.deepEqual(await pagesOf(pages), [secondPage]);
    assert.deepEqual(
      await all(
        client.serverDrivenPaginationContinuationTokenRequestHeaderNestedResponseBody(
          open(at),
          filters,
        ),
      ),
      pets,
    );
  },
  Payload_Pageable_PageSize_listWithoutContinuation: (at) =>
    assert.resolves(all(client.pageSizeListWithoutContinuation(open(at))), pets),
  Payload_Pageable_PageSize_listWithPageSize: async (at) => {
    assert.deepEqual(
      await all(client.pageSizeListWithPageSize(open(at), { pageSize: 2 })),
      firstPage,
    );
    const pages = client.pageSizeListWithPageSize(open(at)).byPage({ maxPageSize: 4 });
    assert.deepEqual(await pagesOf(pages), [pets]);
  },
  Payload_Pageable_XmlPagination_listWithContinuation: async (at) => {
    assert.deepEqual(await all(client.xmlPaginationListWithContinuation(open(at))), pets);
    assert.deepEqual(await pagesOf(client.xmlPaginationListWithContinuation(open(at)).byPage()), [
      firstPage,
      secondPage,
    ]);
  },
  Payload_Pageable_XmlPagination_listWithNextLink: async (at) => {
    assert.deepEqual(await all(client.xmlPaginationListWithNextLink(open(at))), pets);
    assert.deepEqual(await pagesOf(client.xmlPaginationListWithNextLink(open(at)).byPage()), [
      firstPage,
      secondPage,
    ]);
  },
};
