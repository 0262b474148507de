import { expect, test } from "vitest";
import { emit } from "./emit.ts";

const service = (property: string, type = "application/xml") => `import "@typespec/http";
using Http;
@service namespace Pets;
model Owner { name: string; owners?: Owner[]; }
model Pet {
  ${property}
}
op put(@header contentType: "${type}", @body pet: Pet): void;
`;

test.each([
  ["a list of lists", "walks: int32[][];"],
  ["a value of any type", "notes: unknown;"],
  ["a union with a model", "age: int32 | Owner;"],
  ["a record of lists", "friends: Record<string[]>;"],
])("refuses %s in XML", async (_, property) => {
  expect((await emit(service(property))).diagnostics).toEqual([
    "@acs-chat/codegen/unsupported-type at main.tsp:6:3",
  ]);
  expect((await emit(service(property, "application/json"))).diagnostics).toEqual([]);
});

test.each([
  ["a list", "walks: int32[];"],
  ["models within models", "owner: Owner | null;"],
  ["a record of models", "owners: Record<Owner>;"],
  ["bytes and dates", 'picture: bytes; born?: utcDateTime; kind: "cat" | "dog";'],
])("supports %s in XML", async (_, property) => {
  const { diagnostics, files } = await emit(service(property));
  expect(diagnostics).toEqual([]);
  expect(files.get("xml.ts")).toContain("petXml");
});
