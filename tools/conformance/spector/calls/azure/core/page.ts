import * as client from "#emitted/azure/core/page/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";
import { all } from "../../../paging.ts";

const open = ({ endpoint }: CallContext) =>
  client.createPageContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Azure_Core_Page_listWithPage: (at) =>
    assert.resolves(all(client.listWithPage(open(at))), [
      { id: 1, name: "Madge", etag: "11bdc430-65e8-45ad-81d9-8ffa60d55b59" },
    ]),
  Azure_Core_Page_listWithParameters: (at) =>
    assert.resolves(
      all(client.listWithParameters(open(at), { inputName: "Madge" }, { another: "Second" })),
      [{ id: 1, name: "Madge", etag: "11bdc430-65e8-45ad-81d9-8ffa60d55b59" }],
    ),
  Azure_Core_Page_TwoModelsAsPageItem: async (at) => {
    await assert.resolves(all(client.twoModelsAsPageItemListFirstItem(open(at))), [{ id: 1 }]);
    await assert.resolves(all(client.twoModelsAsPageItemListSecondItem(open(at))), [
      { name: "Madge" },
    ]);
  },
  Azure_Core_Page_listWithCustomPageModel: (at) =>
    assert.resolves(all(client.listWithCustomPageModel(open(at))), [
      { id: 1, name: "Madge", etag: "11bdc430-65e8-45ad-81d9-8ffa60d55b59" },
    ]),
  Azure_Core_Page_withParameterizedNextLink: (at) =>
    assert.resolves(
      all(client.withParameterizedNextLink(open(at), "name", { includePending: true })),
      [
        { id: 1, name: "User1" },
        { id: 2, name: "User2" },
      ],
    ),
  Azure_Core_Page_withRelativeNextLink: (at) =>
    assert.resolves(all(client.withRelativeNextLink(open(at))), [
      { id: 1, name: "User1", etag: "11bdc430-65e8-45ad-81d9-8ffa60d55b59" },
      { id: 2, name: "User2", etag: "11bdc430-65e8-45ad-81d9-8ffa60d55b59" },
    ]),
};
