import { describe, expect, it } from "vitest";
import { readContract } from "./read-contract.ts";
import { properties, type Sample, sample } from "./testing.ts";
import { usageOf } from "./usage.ts";

function usageIn(edit: (document: Sample) => void) {
  const root = sample();
  edit(root);
  return usageOf(readContract({ file: "sample", root }));
}

describe("usageOf", () => {
  it("follows types from requests and from responses", () => {
    const usage = usageIn(() => undefined);
    const operations = ["Orders_Send"];
    expect(Object.fromEntries(usage)).toEqual({
      Order: { request: true, answer: false, operations },
      Receipt: { request: false, answer: true, operations },
      Problem: { request: false, answer: true, operations },
      Color: { request: true, answer: true, operations },
    });
  });

  it("ignores read-only properties in requests", () => {
    const usage = usageIn((document) => {
      document.definitions["Stamp"] = { type: "object", properties: { at: { type: "string" } } };
      properties(document, "Order")["stamp"] = {
        type: "array",
        readOnly: true,
        items: { $ref: "#/definitions/Stamp" },
      };
    });
    expect(usage.has("Stamp")).toBe(false);
  });

  it("counts the base of a used type", () => {
    const usage = usageIn((document) => {
      document.definitions["Base"] = { type: "object", properties: { a: { type: "string" } } };
      document.definitions["Derived"] = {
        type: "object",
        allOf: [{ $ref: "#/definitions/Base" }],
        properties: { b: { type: "string" } },
      };
      properties(document, "Receipt")["derived"] = { $ref: "#/definitions/Derived" };
    });
    expect(usage.get("Base")).toMatchObject({ request: false, answer: true });
  });

  it("follows arrays, maps, bases and derived types, including cycles", () => {
    const usage = usageIn((document) => {
      document.definitions["Base"] = {
        type: "object",
        discriminator: "kind",
        properties: { kind: { type: "string" }, next: { $ref: "#/definitions/Base" } },
      };
      document.definitions["Derived"] = {
        type: "object",
        allOf: [{ $ref: "#/definitions/Base" }],
        properties: { leaf: { $ref: "#/definitions/Leaf" } },
      };
      document.definitions["Leaf"] = { type: "object", properties: { a: { type: "string" } } };
      const map = { type: "object", additionalProperties: { $ref: "#/definitions/Base" } };
      properties(document, "Order")["list"] = { type: "array", items: map };
    });
    for (const name of ["Base", "Derived", "Leaf"]) {
      expect(usage.get(name)).toMatchObject({ request: true, answer: false });
    }
  });
});
