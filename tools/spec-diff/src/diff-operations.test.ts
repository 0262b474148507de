import { describe, expect, it } from "vitest";
import { diffDocuments } from "./diff.ts";
import { describeChange } from "./print.ts";
import { changesBy, fullChangesBy, operation, sample, type Sample } from "./testing.ts";

function responses(doc: Sample): Record<string, Record<string, unknown>> {
  return operation(doc)["responses"] as Record<string, Record<string, unknown>>;
}

function parameters(doc: Sample): Record<string, unknown>[] {
  return operation(doc)["parameters"] as Record<string, unknown>[];
}

describe("operations", () => {
  it("that are new or gone are told with their route", () => {
    const added = fullChangesBy((doc) => {
      doc.paths["/returns"] = { get: { operationId: "Returns_List", responses: {} } };
    });
    expect(added).toMatchObject([
      { class: "addition", kind: "operation-added", after: "GET /returns" },
    ]);
    const gone = changesBy((doc) => delete doc.paths["/orders"]);
    expect(gone).toContain("removal operation-removed Orders_Send");
  });

  it("on another path or with another method or id break", () => {
    expect(changesBy(moved("/order", "post", "Orders_Send"))).toEqual([
      "breaking path-changed Orders_Send",
    ]);
    expect(changesBy(moved("/orders", "put", "Orders_Send"))).toEqual([
      "breaking method-changed Orders_Send",
    ]);
    expect(changesBy(moved("/orders", "post", "Orders_Go"))).toEqual([
      "breaking operation-renamed Orders_Go",
    ]);
  });

  it("belong together by route before id: ids that swap are renamed, a route that goes is removed", () => {
    const kinds = (after: object) =>
      diffDocuments(orders("Send", "List"), after).map(({ kind, before }) => `${kind} ${before}`);
    expect(kinds(orders("List", "Send"))).toEqual([
      "operation-renamed Send",
      "operation-renamed List",
    ]);
    expect(kinds(orders(undefined, "Send"))).toEqual([
      "operation-removed POST /orders",
      "operation-renamed List",
    ]);
  });

  it("whose parameters are written otherwise, or that require other credentials, break", () => {
    const list = { name: "color", in: "query", type: "array", items: { type: "string" } };
    const withList = (more: object) => (doc: Sample) => parameters(doc).push({ ...list, ...more });
    const changes = (more: object) => {
      const [before, after] = [sample(), sample()];
      withList({})(before);
      withList(more)(after);
      return diffDocuments(before, after).map((change) => describeChange(change));
    };
    expect(changes({ collectionFormat: "csv" })).toEqual([]);
    expect(changes({ collectionFormat: "multi" })).toEqual([
      "Orders_Send query color: encoding changed, by place and type -> multi",
    ]);
    expect(changes({ "x-ms-skip-url-encoding": true })).toEqual([
      "Orders_Send query color: encoding changed, by place and type -> unescaped",
    ]);
    expect(changesBy((doc) => (operation(doc)["security"] = []))).toEqual([
      "breaking security-changed Orders_Send",
    ]);
  });

  it("that gain or lose paging break", () => {
    expect(
      changesBy((doc) => (operation(doc)["x-ms-pageable"] = { nextLinkName: "next" })),
    ).toEqual(["breaking paging-changed Orders_Send"]);
  });

  it("that become deprecated or long-running are told", () => {
    expect(changesBy((doc) => (operation(doc)["deprecated"] = true))).toEqual([
      "documentation deprecated-changed Orders_Send",
    ]);
    expect(changesBy((doc) => (operation(doc)["x-ms-long-running-operation"] = true))).toEqual([
      "breaking long-running-changed Orders_Send",
    ]);
  });
});

describe("parameters", () => {
  it("that are renamed are removed and added", () => {
    const changes = changesBy((doc) => Object.assign(parameters(doc)[0] ?? {}, { name: "try" }));
    expect(changes).toEqual([
      "removal parameter-removed Orders_Send query dryRun",
      "addition parameter-added Orders_Send query try",
    ]);
  });

  it("that are or become required break", () => {
    const extra = { name: "x", in: "header", type: "string", required: true };
    expect(changesBy((doc) => parameters(doc).push(extra))).toEqual([
      "breaking parameter-added Orders_Send header x",
    ]);
    expect(changesBy((doc) => Object.assign(parameters(doc)[0] ?? {}, { required: true }))).toEqual(
      ["breaking required-changed Orders_Send query dryRun"],
    );
  });

  it("are the same if only the letter case of a header differs", () => {
    const changes = changesBy(withHeader("X-Id")).concat(changesBy(withHeader("x-id")));
    expect(new Set(changes)).toEqual(new Set(["addition parameter-added Orders_Send header x-id"]));
  });

  it("that are shared by the path or the document count as the operation's own", () => {
    const shared = changesBy((doc) => {
      const [dryRun] = parameters(doc).splice(0, 1);
      Object.assign(doc, { parameters: { DryRun: dryRun } });
      Object.assign(doc.paths["/orders"] ?? {}, { parameters: [{ $ref: "#/parameters/DryRun" }] });
    });
    expect(shared).toEqual([]);
  });

  it("with another default break", () => {
    expect(changesBy((doc) => Object.assign(parameters(doc)[0] ?? {}, { default: true }))).toEqual([
      "breaking default-changed Orders_Send query dryRun",
    ]);
  });
});

describe("bodies", () => {
  it("that are gone, new, or become required are told", () => {
    expect(changesBy((doc) => parameters(doc).splice(1, 1))).toEqual([
      "removal body-removed Orders_Send body",
    ]);
    expect(
      changesBy((doc) => Object.assign(parameters(doc)[1] ?? {}, { required: false })),
    ).toEqual(["addition required-changed Orders_Send body"]);
  });

  it("with another media type are told", () => {
    expect(changesBy((doc) => (operation(doc)["consumes"] = ["text/plain"]))).toEqual([
      "removal request-media-type-removed Orders_Send body",
      "addition request-media-type-added Orders_Send body",
    ]);
  });
});

describe("answers", () => {
  it("with a new success break, with a new error do not", () => {
    expect(changesBy((doc) => (responses(doc)["202"] = { description: "Later." }))).toEqual([
      "breaking status-added Orders_Send 202",
    ]);
    expect(changesBy((doc) => (responses(doc)["404"] = { description: "No." }))).toEqual([
      "addition status-added Orders_Send 404",
    ]);
  });

  it("that are gone or lose their body are told", () => {
    expect(changesBy((doc) => delete responses(doc)["default"])).toEqual([
      "removal status-removed Orders_Send default",
    ]);
    expect(changesBy((doc) => delete responses(doc)["201"]?.["schema"])).toContain(
      "breaking answer-body-changed Orders_Send 201",
    );
  });

  it("with other headers or media types are told", () => {
    const headers = { Location: { type: "string" } };
    expect(changesBy((doc) => Object.assign(responses(doc)["201"] ?? {}, { headers }))).toEqual([
      "addition header-added Orders_Send 201 header Location",
    ]);
    expect(changesBy((doc) => (operation(doc)["produces"] = ["application/xml"]))).toEqual([
      "removal answer-media-type-removed Orders_Send",
      "addition answer-media-type-added Orders_Send",
    ]);
  });
});

describe("the service", () => {
  it("with another host or security breaks, with another title does not", () => {
    expect(changesBy((doc) => (doc.host = "other.example"))).toEqual([
      "breaking host-changed service",
    ]);
    expect(changesBy((doc) => (doc.security = []))).toEqual(["breaking security-changed service"]);
    expect(changesBy((doc) => (doc.info.title = "Store"))).toEqual([
      "documentation description-changed service",
    ]);
    expect(changesBy((doc) => (doc.info.version = "2"))).toEqual([]);
  });
});

function moved(path: string, method: string, operationId: string) {
  return (doc: Sample) => {
    const same = { ...operation(doc), operationId };
    delete doc.paths["/orders"];
    doc.paths[path] = { [method]: same };
  };
}

function withHeader(name: string) {
  return (doc: Sample) =>
    parameters(doc).push({ name, in: "header", type: "string", required: false });
}

/** A document with up to two operations on one path, by their ids. */
function orders(post: string | undefined, get: string | undefined) {
  return {
    swagger: "2.0",
    paths: {
      "/orders": {
        ...(post !== undefined && { post: { operationId: post, responses: {} } }),
        ...(get !== undefined && { get: { operationId: get, responses: {} } }),
      },
    },
  };
}
