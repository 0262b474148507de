import { readdirSync, readFileSync } from "node:fs";

/** The parts of an OpenAPI 2.0 document that the emulator reads. */
export interface OpenApiDocument {
  readonly info: { readonly version: string };
  readonly consumes?: readonly string[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, OpenApiOperation>>>>;
  readonly definitions: Readonly<Record<string, OpenApiSchema>>;
  readonly parameters?: Readonly<Record<string, OpenApiParameter>>;
}

/** An operation of an OpenAPI 2.0 document. */
interface OpenApiOperation {
  readonly operationId: string;
  readonly consumes?: readonly string[];
  readonly parameters?: readonly (OpenApiParameter | { readonly $ref: string })[];
  readonly responses: Readonly<Record<string, { readonly schema?: OpenApiSchema }>>;
}

/** A parameter of an operation. */
export interface OpenApiParameter {
  readonly name: string;
  readonly in: "path" | "query" | "header" | "body";
  readonly required?: boolean;
  readonly type?: string;
  readonly format?: string;
  readonly schema?: OpenApiSchema;
}

/** A schema of an OpenAPI 2.0 document. */
export interface OpenApiSchema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, OpenApiSchema>>;
  readonly required?: readonly string[];
  readonly items?: OpenApiSchema;
  readonly additionalProperties?: OpenApiSchema | boolean;
  readonly allOf?: readonly OpenApiSchema[];
  readonly discriminator?: string;
  readonly readOnly?: boolean;
  readonly "x-ms-discriminator-value"?: string;
  readonly "x-ms-enum"?: { readonly modelAsString?: boolean };
}

/** The services whose compiled specs the emulator serves. */
export type ServiceName = "chat" | "identity";

/**
 * Reads the documents of a service, oldest version first. The build copies them from the specs, to
 * a path that is the same for sources and for the built package.
 */
export function readDocuments(service: ServiceName): OpenApiDocument[] {
  const folder = new URL(`../../dist/openapi/${service}/`, import.meta.url);
  return readdirSync(folder)
    .filter((name) => /^\d{4}-\d{2}-\d{2}(?:-preview)?\.json$/.test(name))
    .toSorted()
    .map((name): OpenApiDocument => JSON.parse(readFileSync(new URL(name, folder), "utf8")));
}

/** Returns the schema that a reference points to, with its name. */
export function resolveReference(
  document: OpenApiDocument,
  reference: string,
): { name: string; schema: OpenApiSchema } {
  const name = reference.replace("#/definitions/", "");
  const schema = document.definitions[name];
  if (schema === undefined) {
    throw new Error(
      `The spec ${document.info.version} refers to ${reference}, which does not exist.`,
    );
  }
  return { name, schema };
}

/** Returns the definitions that extend a discriminated one, by discriminator value. */
export function variantsOf(
  document: OpenApiDocument,
  baseName: string,
): Map<string, { name: string; schema: OpenApiSchema }> {
  const variants = new Map<string, { name: string; schema: OpenApiSchema }>();
  for (const [name, schema] of Object.entries(document.definitions)) {
    const value = schema["x-ms-discriminator-value"];
    const extendsBase = schema.allOf?.some(({ $ref }) => $ref === `#/definitions/${baseName}`);
    if (value !== undefined && extendsBase) variants.set(value, { name, schema });
  }
  return variants;
}
