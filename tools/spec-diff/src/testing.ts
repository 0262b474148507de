import type { Change } from "./change.ts";
import { diffDocuments } from "./diff.ts";

/** Returns a small OpenAPI 2.0 document with an operation that takes an Order and returns a Receipt. */
export function sample() {
  return {
    swagger: "2.0",
    info: { title: "Shop", version: "1", description: "A shop." },
    host: "shop.example",
    consumes: ["application/json"],
    produces: ["application/json"],
    securityDefinitions: { key: { type: "apiKey", in: "header", name: "Authorization" } } as object,
    security: [{ key: [] }] as object[],
    paths: {
      "/orders": {
        post: {
          operationId: "Orders_Send",
          description: "Sends an order.",
          parameters: [
            {
              name: "dryRun",
              in: "query",
              type: "boolean",
              required: false,
              description: "Only tries.",
            },
            { name: "order", in: "body", required: true, schema: { $ref: "#/definitions/Order" } },
          ] as object[],
          responses: {
            "201": { description: "Sent.", schema: { $ref: "#/definitions/Receipt" } },
            default: { description: "Failed.", schema: { $ref: "#/definitions/Problem" } },
          } as Record<string, object>,
        } as Record<string, unknown>,
      },
    } as Record<string, Record<string, Record<string, unknown>>>,
    definitions: {
      Order: {
        type: "object",
        required: ["item"],
        properties: {
          item: { type: "string", description: "What to send." },
          count: { type: "integer", format: "int32", maximum: 10 },
          color: { $ref: "#/definitions/Color" },
        } as Record<string, object>,
      },
      Receipt: {
        type: "object",
        required: ["id", "on"],
        properties: {
          id: { type: "string" },
          on: { type: "string", format: "date-time" },
          color: { $ref: "#/definitions/Color" },
          note: { type: "string" },
        } as Record<string, object>,
      },
      Problem: {
        type: "object",
        properties: { code: { type: "string" } } as Record<string, object>,
      },
      Color: {
        type: "string",
        enum: ["red", "blue"],
        "x-ms-enum": { name: "Color", modelAsString: true },
      },
    } as Record<string, Record<string, unknown>>,
  };
}

export type Sample = ReturnType<typeof sample>;

/** Returns the changes that an edit of the sample causes, each as "class kind place". */
export function changesBy(edit: (document: Sample) => void): string[] {
  return fullChangesBy(edit).map((change) => `${change.class} ${change.kind} ${change.place}`);
}

/** Returns the changes that an edit of the sample causes. */
export function fullChangesBy(edit: (document: Sample) => void): readonly Change[] {
  const changed = sample();
  edit(changed);
  return diffDocuments(sample(), changed);
}

/** Returns the properties of a model of the sample. */
export function properties(document: Sample, model: string): Record<string, object> {
  const found = document.definitions[model]?.["properties"];
  if (!found) throw new Error(`the sample has no ${model}`);
  return found as Record<string, object>;
}

/** Returns the schema of a property of the sample. */
export function property(document: Sample, model: string, name: string): Record<string, unknown> {
  const found = properties(document, model)[name];
  if (!found) throw new Error(`the sample has no ${model}.${name}`);
  return found as Record<string, unknown>;
}

/** Returns the only operation of the sample. */
export function operation(document: Sample): Record<string, unknown> {
  const found = document.paths["/orders"]?.["post"];
  if (!found) throw new Error("the sample has no operation");
  return found;
}
