import * as client from "#emitted/azure/core/basic/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";
import { all } from "../../../paging.ts";

const open = ({ endpoint }: CallContext) =>
  client.createBasicContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Azure_Core_Basic_createOrUpdate: (at) =>
    assert.resolves(client.createOrUpdate(open(at), 1, { name: "Madge" }), {
      id: 1,
      name: "Madge",
      etag: "11bdc430-65e8-45ad-81d9-8ffa60d55b59",
    }),
  Azure_Core_Basic_createOrReplace: (at) =>
    assert.resolves(client.createOrReplace(open(at), 1, { name: "Madge" }), {
      id: 1,
      name: "Madge",
      etag: "11bdc430-65e8-45ad-81d9-8ffa60d55b59",
    }),
  Azure_Core_Basic_get: (at) =>
    assert.resolves(client.get(open(at), 1), {
      id: 1,
      name: "Madge",
      etag: "11bdc430-65e8-45ad-81d9-8ffa60d55b59",
    }),
  Azure_Core_Basic_list: (at) =>
    assert.resolves(
      all(
        client.list(open(at), {
          top: 5,
          skip: 10,
          orderby: ["id"],
          filter: "id lt 10",
          select: ["id", "orders", "etag"],
          expand: ["orders"],
        }),
      ),
      [
        {
          id: 1,
          name: "Madge",
          etag: "11bdc430-65e8-45ad-81d9-8ffa60d55b59",
          orders: [{ id: 1, userId: 1, detail: "a recorder" }],
        },
        {
          id: 2,
          name: "John",
          etag: "11bdc430-65e8-45ad-81d9-8ffa60d55b5a",
          orders: [{ id: 2, userId: 2, detail: "a TV" }],
        },
      ],
    ),
  Azure_Core_Basic_delete: (at) => assert.nothing(client.basicDelete(open(at), 1)),
  Azure_Core_Basic_export: (at) =>
    assert.resolves(client.basicExport(open(at), 1, "json"), {
      id: 1,
      name: "Madge",
      etag: "11bdc430-65e8-45ad-81d9-8ffa60d55b59",
    }),
  Azure_Core_Basic_exportAllUsers: (at) =>
    assert.resolves(client.exportAllUsers(open(at), "json"), {
      users: [
        { id: 1, name: "Madge", etag: "11bdc430-65e8-45ad-81d9-8ffa60d55b59" },
        { id: 2, name: "John", etag: "22bdc430-65e8-45ad-81d9-8ffa60d55b59" },
      ],
    }),
};
