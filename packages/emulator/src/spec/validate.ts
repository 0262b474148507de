import { createRequire } from "node:module";
import type * as AjvModule from "ajv";
import type { ErrorObject, ValidateFunction } from "ajv";
import { type OpenApiDocument, type OpenApiSchema, variantsOf } from "./documents.ts";
import { parseDateTime } from "./values.ts";

/** An error in a request body. */
export interface Problem {
  /** The message, with the JSON path. */
  readonly message: string;
  /** The property that is missing or invalid; undefined if the error is about the whole body. */
  readonly property: string | undefined;
  readonly missing: boolean;
}

/** Checks a request body. Returns undefined if it is valid. */
export type Validate = (body: unknown) => Problem | undefined;

// Loaded with the first body, so that the emulator starts fast.
const require = createRequire(import.meta.url);

/** Creates validators from the schemas of one document. Each is compiled when it is first used. */
export function createValidators(document: OpenApiDocument): (schema: OpenApiSchema) => Validate {
  const { Ajv } = require("ajv") as typeof AjvModule;
  const ajv = new Ajv({
    strict: false,
    allErrors: false,
    ownProperties: true,
    meta: false,
    validateSchema: false,
  });
  ajv.addFormat("date-time", (text) => parseDateTime(text) !== undefined);
  ajv.addFormat("int32", {
    type: "number",
    validate: (number) => Number.isInteger(number) && Math.abs(number) <= 0x7fff_ffff,
  });
  ajv.addFormat("int64", { type: "number", validate: (number) => Number.isSafeInteger(number) });
  const definitions: Record<string, object> = {};
  for (const [name, schema] of Object.entries(document.definitions)) {
    definitions[name] = toJsonSchema(schema, document, name);
  }
  ajv.addSchema({ $id: "spec", definitions });
  return (schema) => {
    let compiled: ValidateFunction | undefined;
    return (body) => {
      compiled ??= ajv.compile(toJsonSchema(schema, document));
      if (compiled(body)) return undefined;
      return describe(compiled.errors?.[0]);
    };
  };
}

function describe(error: ErrorObject | undefined): Problem {
  const pointer = error?.instancePath ?? "";
  const path = pointer.replace(/\/(\d+)(?=\/|$)/g, "[$1]").replaceAll("/", ".");
  const missing: unknown = error?.params["missingProperty"];
  return {
    message: `body${path} ${error?.message ?? "is not valid"}.`,
    property: typeof missing === "string" ? missing : pointer.split("/")[1],
    missing: missing !== undefined,
  };
}

/** Converts OpenAPI 2.0 to JSON Schema. Open enums lose their list; discriminated bases get their variants. */
function toJsonSchema(schema: OpenApiSchema, document: OpenApiDocument, name?: string): object {
  if (schema.$ref !== undefined) return { $ref: schema.$ref.replace("#", "spec#") };
  const variants =
    name !== undefined && schema.discriminator !== undefined
      ? variantsOf(document, name)
      : new Map<string, { schema: OpenApiSchema }>();
  const parts = [
    ...(schema.allOf ?? []).map((part) => toJsonSchema(part, document)),
    ...[...variants].map(([value, variant]) => ({
      if: {
        properties: { [schema.discriminator ?? ""]: { const: value } },
        required: [schema.discriminator ?? ""],
      },
      // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
      then: toJsonSchema(ownPart(variant.schema), document),
    })),
  ];
  const properties = Object.entries(schema.properties ?? {});
  const required = (schema.required ?? []).filter(
    (property) => schema.properties?.[property]?.readOnly !== true,
  );
  const open = schema["x-ms-enum"]?.modelAsString === true;
  const additional = schema.additionalProperties;
  return {
    ...(schema.type !== undefined && { type: schema.type }),
    ...(schema.format !== undefined && FORMATS.has(schema.format) && { format: schema.format }),
    ...(schema.enum !== undefined && !open && { enum: schema.enum }),
    ...(schema.properties !== undefined && {
      properties: Object.fromEntries(
        properties.map(([key, property]) => [
          key,
          property.readOnly === true ? {} : toJsonSchema(property, document),
        ]),
      ),
    }),
    ...(required.length > 0 && { required }),
    ...(schema.items !== undefined && { items: toJsonSchema(schema.items, document) }),
    ...(typeof additional === "object" && {
      additionalProperties: toJsonSchema(additional, document),
    }),
    ...(parts.length > 0 && { allOf: parts }),
  };
}

/** Returns a variant without its base. The base refers to the variant, so this breaks the recursion. */
const ownPart = (variant: OpenApiSchema): OpenApiSchema => ({ ...variant, allOf: [] });

const FORMATS: ReadonlySet<string> = new Set(["date-time", "int32", "int64"]);
