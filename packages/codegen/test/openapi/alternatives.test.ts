import { expect, test } from "vitest";
import { convert, kind, modelsOf, openApi, schemas, string } from "./convert.ts";

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const named = (...names: readonly string[]) => ({
  type: "object",
  properties: Object.fromEntries(names.map((name) => [name, string])),
});

test("distributes the alternatives of a parent, which a model cannot extend", async () => {
  const models = await modelsOf({
    Card: named("number"),
    Transfer: named("iban"),
    Payment: { oneOf: [ref("Card"), ref("Transfer")] },
    Refund: { allOf: [ref("Payment"), named("reason")] },
  });
  expect(models).toContain("union Refund {\n  RefundCard,\n  RefundTransfer,\n}");
  expect(models).toContain("model RefundCard extends Card {\n  reason?: string;\n}");
});

test("keeps the properties of a parent with alternatives, and requires those that the child requires", async () => {
  const models = await modelsOf({
    Card: named("number"),
    Transfer: named("iban"),
    Payment: { ...named("amount", "note"), anyOf: [ref("Card"), ref("Transfer")] },
    Refund: { allOf: [ref("Payment")], required: ["amount", "iban"] },
  });
  expect(models).toContain("union Refund {\n  RefundCard,\n  RefundTransfer,\n}");
  expect(models).toContain(
    "model RefundCard extends Card {\n  amount: string;\n  note?: string;\n}",
  );
  expect(models).toContain(
    "model RefundTransfer extends Transfer {\n  amount: string;\n  note?: string;\n  iban: string;\n}",
  );
});

test("distributes the alternatives of several parents, and of their parents", async () => {
  const models = await modelsOf({
    A: named("a"),
    B: named("b"),
    Letter: { oneOf: [ref("A"), ref("B")] },
    Big: { allOf: [ref("Letter"), named("size")] },
    C: named("c"),
    D: named("d"),
    Other: { oneOf: [ref("C"), ref("D")] },
    Both: { allOf: [ref("Big"), ref("Other"), named("own")] },
  });
  for (const [first, second] of ["AC", "AD", "BC", "BD"]) {
    expect(models).toMatch(
      new RegExp(
        `\\{\\s+\\.\\.\\.${first};\\s+\\.\\.\\.${second};\\s+size\\?: string;\\s+own\\?: string;\\s+\\}`,
      ),
    );
  }
});

test("does not distribute alternatives that consist of the schema itself", async () => {
  const { files, losses } = await convert(
    schemas({
      Pet: { oneOf: [ref("Cat"), ref("Dog")] },
      Cat: { allOf: [ref("Pet"), named("lives")] },
      Dog: named("name"),
    }),
  );
  expect(files.get("models.tsp")).toContain("model Cat {\n  lives?: string;\n}");
  expect(losses.map(({ pointer, reason }) => `${pointer}: ${reason}`)).toEqual([
    "/components/schemas/Cat/allOf/0: The schema is not an object, so it cannot be extended.",
  ]);
});

test("accepts any value if one of the alternatives does", async () => {
  const models = await modelsOf({
    Any: {},
    Cvss: { anyOf: [string, {}] },
    Score: {
      type: "object",
      properties: {
        inline: { anyOf: [string, {}] },
        named: { oneOf: [{ type: "integer" }, ref("Cvss")] },
        list: { type: "array", items: { anyOf: [{ type: "integer" }, ref("Any")] } },
      },
    },
  });
  expect(models).toContain("alias Cvss = unknown;");
  expect(models).toContain("inline?: unknown;");
  expect(models).toContain("named?: unknown;");
  expect(models).toContain("list?: unknown[];");
});

test("writes lists with several types of items, null, and values with a bar as alternatives", async () => {
  const models = await modelsOf({
    Value: { oneOf: [string, { type: "boolean" }], nullable: true },
    Field: { oneOf: [{ type: "array", items: ref("Value") }, { type: "integer" }] },
    Choice: { oneOf: [{ type: "string", enum: ["a | b", "c"] }, { type: "integer" }] },
  });
  expect(models).toContain("union Field {\n  (Value | null)[],\n  integer,\n}");
  expect(models).toContain('union Choice {\n  "a | b",\n  "c",\n  integer,\n}');
});

test("takes the value of a kind from a parent outside of the hierarchy", async () => {
  const models = await modelsOf({
    Task: { ...named("action"), discriminator: { propertyName: "action" } },
    PingParts: { ...kind("x"), properties: { action: { type: "string", enum: ["ping"] } } },
    TaskPing: { allOf: [ref("Task"), ref("PingParts")], required: ["action"] },
  });
  expect(models).toContain('action: "ping";');
  expect(models).not.toContain('action: "TaskPing"');
});

test("reads a lone default response as the success, and its body not as an error", async () => {
  const response = {
    description: "",
    content: { "application/json": { schema: ref("Pet") } },
  };
  const { files } = await convert(
    openApi({
      paths: { "/pets": { get: { responses: { default: response } } } },
      components: { schemas: { Pet: named("name") } },
    }),
  );
  expect(files.get("models.tsp")).not.toContain("@error");
  expect(files.get("operations.tsp")).toContain("op getPets(): Pet;");
});
