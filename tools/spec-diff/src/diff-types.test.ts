import { describe, expect, it } from "vitest";
import { changesBy, fullChangesBy, properties, property, type Sample } from "./testing.ts";

function definition(document: Sample, name: string): Record<string, unknown> {
  const found = document.definitions[name];
  if (!found) throw new Error(`no ${name}`);
  return found;
}

describe("properties", () => {
  it("reports a removed property with its operations", () => {
    const [change, ...rest] = fullChangesBy((doc) => delete properties(doc, "Receipt")["note"]);
    expect(rest).toEqual([]);
    expect(change).toEqual({
      class: "removal",
      kind: "property-removed",
      place: "Receipt.note",
      before: "string, optional",
      operations: ["Orders_Send"],
    });
  });

  it("reports a new property as an addition, or as breaking if requests must contain it", () => {
    expect(changesBy((doc) => (properties(doc, "Order")["gift"] = { type: "boolean" }))).toEqual([
      "addition property-added Order.gift",
    ]);
    expect(changesBy(withGift("Order"))).toEqual(["breaking property-added Order.gift"]);
    expect(changesBy(withGift("Receipt"))).toEqual(["addition property-added Receipt.gift"]);
  });

  it("reports a new requirement as breaking in requests, and a dropped one in responses", () => {
    expect(changesBy(withRequired("Order", ["item", "count"]))).toEqual([
      "breaking required-changed Order.count",
    ]);
    expect(changesBy(withRequired("Order", []))).toEqual(["addition required-changed Order.item"]);
    expect(changesBy(withRequired("Receipt", ["id"]))).toEqual([
      "breaking required-changed Receipt.on",
    ]);
    expect(changesBy(withRequired("Receipt", ["id", "on", "note"]))).toEqual([
      "addition required-changed Receipt.note",
    ]);
  });

  it("reports read-only as breaking in requests, and nullable in responses", () => {
    expect(changesBy(withMark("Order", "item", "readOnly"))).toEqual([
      "breaking read-only-changed Order.item",
    ]);
    expect(changesBy(withMark("Receipt", "id", "readOnly"))).toEqual([
      "addition read-only-changed Receipt.id",
    ]);
    expect(changesBy(withMark("Order", "item", "x-nullable"))).toEqual([
      "addition nullable-changed Order.item",
    ]);
    expect(changesBy(withMark("Receipt", "id", "x-nullable"))).toEqual([
      "breaking nullable-changed Receipt.id",
    ]);
  });

  it("reports a changed type or format as breaking", () => {
    expect(changesBy((doc) => (property(doc, "Order", "item")["type"] = "number"))).toEqual([
      "breaking type-changed Order.item",
    ]);
    expect(changesBy((doc) => delete property(doc, "Receipt", "on")["format"])).toEqual([
      "breaking format-changed Receipt.on",
    ]);
    const array = { type: "array", items: { type: "string" } };
    expect(changesBy((doc) => (properties(doc, "Order")["item"] = array))).toContain(
      "breaking type-changed Order.item",
    );
  });

  it("reports tighter limits as breaking in requests, but not in responses", () => {
    expect(changesBy(withMaximum(5))).toEqual(["breaking limit-changed Order.count"]);
    expect(changesBy(withMaximum(20))).toEqual(["addition limit-changed Order.count"]);
    expect(changesBy(withMaximum(undefined))).toEqual(["addition limit-changed Order.count"]);
    expect(changesBy((doc) => (property(doc, "Receipt", "note")["maxLength"] = 5))).toEqual([
      "addition limit-changed Receipt.note",
    ]);
  });

  it("reports a changed description as documentation", () => {
    expect(changesBy((doc) => (property(doc, "Order", "item")["description"] = "Which."))).toEqual([
      "documentation description-changed Order.item",
    ]);
  });
});

describe("enumerations", () => {
  it("reports a removed value as a removal", () => {
    expect(changesBy(withColor((schema) => (schema["enum"] = ["red"])))).toEqual([
      'removal enum-value-removed Color "blue"',
    ]);
  });

  it("reports a new value as an addition if the enumeration is open", () => {
    expect(changesBy(withColor((schema) => (schema["enum"] = ["red", "blue", "green"])))).toEqual([
      'addition enum-value-added Color "green"',
    ]);
    const closed = changesBy(
      withColor((schema, hints) => {
        schema["enum"] = ["red", "blue", "green"];
        hints["modelAsString"] = false;
      }),
    );
    expect(closed).toContain('breaking enum-value-added Color "green"');
  });

  it("reports a closed enumeration as breaking in requests", () => {
    expect(changesBy(withColor((_, hints) => (hints["modelAsString"] = false)))).toEqual([
      "breaking enum-openness-changed Color",
    ]);
  });
});

describe("types", () => {
  it("reports added and removed types", () => {
    expect(
      changesBy((doc) => (doc.definitions["Extra"] = { type: "object", properties: {} })),
    ).toEqual(["addition model-added Extra"]);
    const gone = changesBy((doc) => {
      delete (operation(doc)["responses"] as Record<string, unknown>)["default"];
      delete doc.definitions["Problem"];
    });
    expect(gone).toEqual([
      "removal status-removed Orders_Send default",
      "removal model-removed Problem",
    ]);
  });

  it("reports a renamed type, and compares it", () => {
    const renamed = changesBy((doc) => {
      doc.definitions["Bill"] = definition(doc, "Receipt");
      delete doc.definitions["Receipt"];
      delete properties(doc, "Bill")["note"];
      responses(doc)["201"] = { description: "Sent.", schema: { $ref: "#/definitions/Bill" } };
    });
    expect(renamed).toEqual([
      "removal property-removed Bill.note",
      "breaking model-renamed Receipt",
    ]);
  });

  it("reports a changed discriminator, base or additional properties", () => {
    expect(changesBy((doc) => (definition(doc, "Problem")["discriminator"] = "code"))).toEqual([
      "breaking discriminator-changed Problem",
    ]);
    expect(
      changesBy(
        (doc) => (definition(doc, "Receipt")["allOf"] = [{ $ref: "#/definitions/Problem" }]),
      ),
    ).toContain("breaking base-changed Receipt");
    expect(
      changesBy((doc) => (definition(doc, "Receipt")["additionalProperties"] = { type: "string" })),
    ).toEqual(["addition other-properties-changed Receipt"]);
  });
});

function operation(doc: Sample): Record<string, unknown> {
  return doc.paths["/orders"]?.["post"] ?? {};
}

function responses(doc: Sample): Record<string, unknown> {
  return operation(doc)["responses"] as Record<string, unknown>;
}

type Edit = (doc: Sample) => void;

/** Adds a required property. */
function withGift(model: string): Edit {
  return (doc) => {
    properties(doc, model)["gift"] = { type: "boolean" };
    (definition(doc, model)["required"] as string[]).push("gift");
  };
}

function withRequired(model: string, names: readonly string[]): Edit {
  return (doc) => (definition(doc, model)["required"] = names);
}

function withMark(model: string, name: string, mark: string): Edit {
  return (doc) => (property(doc, model, name)[mark] = true);
}

function withMaximum(maximum: number | undefined): Edit {
  return (doc) => (property(doc, "Order", "count")["maximum"] = maximum);
}

function withColor(
  edit: (schema: Record<string, unknown>, hints: Record<string, unknown>) => void,
): Edit {
  return (doc) => {
    const schema = definition(doc, "Color");
    edit(schema, schema["x-ms-enum"] as Record<string, unknown>);
  };
}
