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
  it("reports added and removed operations with their routes", () => {
    const added = fullChangesBy((doc) => {
      doc.paths["/returns"] = { get: { operationId: "Returns_List", responses: {} } };
    });
    expect(added).toMatchObject([
      { class: "addition", kind: "operation-added", after: "GET /returns" },
    ]);
    const gone = changesBy((doc) => delete doc.paths["/orders"]);
    expect(gone).toContain("removal operation-removed Orders_Send");
  });

  it("reports a changed path, method or id as breaking", () => {
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

  it("matches operations by route before id", () => {
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

  it("reports a changed serialization of a parameter and changed credentials as breaking", () => {
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
      "Orders_Send query color: encoding changed, default for place and type -> multi",
    ]);
    expect(changes({ "x-ms-skip-url-encoding": true })).toEqual([
      "Orders_Send query color: encoding changed, default for place and type -> unescaped",
    ]);
    expect(changesBy((doc) => (operation(doc)["security"] = []))).toEqual([
      "breaking security-changed Orders_Send",
    ]);
  });

  it("reports added paging as breaking", () => {
    expect(
      changesBy((doc) => (operation(doc)["x-ms-pageable"] = { nextLinkName: "next" })),
    ).toEqual(["breaking paging-changed Orders_Send"]);
  });

  it("reports that an operation became deprecated or long-running", () => {
    expect(changesBy((doc) => (operation(doc)["deprecated"] = true))).toEqual([
      "documentation deprecated-changed Orders_Send",
    ]);
    expect(changesBy((doc) => (operation(doc)["x-ms-long-running-operation"] = true))).toEqual([
      "breaking long-running-changed Orders_Send",
    ]);
  });
});

describe("parameters", () => {
  it("reports a renamed parameter as removed and added", () => {
    const changes = changesBy((doc) => Object.assign(parameters(doc)[0] ?? {}, { name: "try" }));
    expect(changes).toEqual([
      "removal parameter-removed Orders_Send query dryRun",
      "addition parameter-added Orders_Send query try",
    ]);
  });

  it("reports a new required parameter, and one that became required, as breaking", () => {
    const extra = { name: "x", in: "header", type: "string", required: true };
    expect(changesBy((doc) => parameters(doc).push(extra))).toEqual([
      "breaking parameter-added Orders_Send header x",
    ]);
    expect(changesBy((doc) => Object.assign(parameters(doc)[0] ?? {}, { required: true }))).toEqual(
      ["breaking required-changed Orders_Send query dryRun"],
    );
  });

  it("compares header names without regard to case", () => {
    const changes = changesBy(withHeader("X-Id")).concat(changesBy(withHeader("x-id")));
    expect(new Set(changes)).toEqual(new Set(["addition parameter-added Orders_Send header x-id"]));
  });

  it("merges parameters of the path and the document into the operation", () => {
    const shared = changesBy((doc) => {
      const [dryRun] = parameters(doc).splice(0, 1);
      Object.assign(doc, { parameters: { DryRun: dryRun } });
      Object.assign(doc.paths["/orders"] ?? {}, { parameters: [{ $ref: "#/parameters/DryRun" }] });
    });
    expect(shared).toEqual([]);
  });

  it("reports a changed default as breaking", () => {
    expect(changesBy((doc) => Object.assign(parameters(doc)[0] ?? {}, { default: true }))).toEqual([
      "breaking default-changed Orders_Send query dryRun",
    ]);
  });
});

describe("bodies", () => {
  it("reports a removed body and a changed requirement", () => {
    expect(changesBy((doc) => parameters(doc).splice(1, 1))).toEqual([
      "removal body-removed Orders_Send body",
    ]);
    expect(
      changesBy((doc) => Object.assign(parameters(doc)[1] ?? {}, { required: false })),
    ).toEqual(["addition required-changed Orders_Send body"]);
  });

  it("reports changed media types", () => {
    expect(changesBy((doc) => (operation(doc)["consumes"] = ["text/plain"]))).toEqual([
      "removal request-media-type-removed Orders_Send body",
      "addition request-media-type-added Orders_Send body",
    ]);
  });
});

describe("responses", () => {
  it("reports a new success as breaking, and a new error as an addition", () => {
    expect(changesBy((doc) => (responses(doc)["202"] = { description: "Later." }))).toEqual([
      "breaking status-added Orders_Send 202",
    ]);
    expect(changesBy((doc) => (responses(doc)["404"] = { description: "No." }))).toEqual([
      "addition status-added Orders_Send 404",
    ]);
  });

  it("reports removed responses and bodies", () => {
    expect(changesBy((doc) => delete responses(doc)["default"])).toEqual([
      "removal status-removed Orders_Send default",
    ]);
    expect(changesBy((doc) => delete responses(doc)["201"]?.["schema"])).toContain(
      "breaking response-body-changed Orders_Send 201",
    );
  });

  it("reports changed headers and media types", () => {
    const headers = { Location: { type: "string" } };
    expect(changesBy((doc) => Object.assign(responses(doc)["201"] ?? {}, { headers }))).toEqual([
      "addition header-added Orders_Send 201 header Location",
    ]);
    expect(changesBy((doc) => (operation(doc)["produces"] = ["application/xml"]))).toEqual([
      "removal response-media-type-removed Orders_Send",
      "addition response-media-type-added Orders_Send",
    ]);
  });
});

describe("the service", () => {
  it("reports a changed host or security as breaking, and a changed title as documentation", () => {
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

/** Returns a document with up to two operations on one path. */
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
