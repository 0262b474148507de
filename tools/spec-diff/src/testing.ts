import type { Change } from "./change.ts";
import { diffDocuments } from "./diff.ts";

/** A small OpenAPI 2.0 document for tests: an operation that takes an Order and answers with a Receipt. */
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

/** The sample document. */
export type Sample = ReturnType<typeof sample>;

/** The changes that the edit of the sample makes, each as "class kind place". */
export function changesBy(edit: (document: Sample) => void): string[] {
  return fullChangesBy(edit).map((change) => `${change.class} ${change.kind} ${change.place}`);
}

/** The changes that the edit of the sample makes. */
export function fullChangesBy(edit: (document: Sample) => void): readonly Change[] {
  const changed = sample();
  edit(changed);
  return diffDocuments(sample(), changed);
}

/** The properties of a model of the sample. */
export function properties(document: Sample, model: string): Record<string, object> {
  const found = document.definitions[model]?.["properties"];
  if (!found) throw new Error(`the sample has no ${model}`);
  return found as Record<string, object>;
}

/** The schema of a property of the sample. */
export function property(document: Sample, model: string, name: string): Record<string, unknown> {
  const found = properties(document, model)[name];
  if (!found) throw new Error(`the sample has no ${model}.${name}`);
  return found as Record<string, unknown>;
}

/** The one operation of the sample. */
export function operation(document: Sample): Record<string, unknown> {
  const found = document.paths["/orders"]?.["post"];
  if (!found) throw new Error("the sample has no operation");
  return found;
}
