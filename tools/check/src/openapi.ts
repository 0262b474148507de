import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** The parts of an OpenAPI 2.0 schema that the checks read. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly allOf?: readonly Schema[];
  readonly minimum?: number;
  readonly discriminator?: string;
}

interface Parameter {
  readonly $ref?: string;
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema?: Schema;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
}

export interface Document {
  readonly info: { readonly version: string };
  readonly consumes?: readonly string[];
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          {
            readonly operationId: string;
            readonly consumes?: readonly string[];
            readonly parameters?: readonly Parameter[];
          }
        >
      >
    >
  >;
  readonly definitions?: Readonly<Record<string, Schema>>;
  readonly parameters?: Readonly<Record<string, Parameter>>;
}

/** An OpenAPI 2.0 document of the repository. */
export interface DocumentFile {
  /** Relative to the repository. */
  readonly path: string;
  readonly text: string;
  readonly document: Document;
}

/** One operation of a document. */
export interface Operation {
  /** The name of the generated function: `createChatThread` for `Chat_CreateChatThread`. */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly mediaType: string | undefined;
  readonly parameters: readonly Parameter[];
  /** File and line of the operationId. */
  readonly where: string;
}

/** Returns the OpenAPI 2.0 documents of a specification (`chat` or `identity`), oldest version first. */
export async function documentsOf(root: string, specification: string): Promise<DocumentFile[]> {
  const folder = `specs/${specification}/openapi`;
  const names = await readdir(join(root, folder)).catch(() => []);
  const files: DocumentFile[] = [];
  for (const name of names.filter((one) => /^\d[\w-]*\.json$/.test(one)).toSorted()) {
    const text = await readFile(join(root, folder, name), "utf8");
    files.push({ path: `${folder}/${name}`, text, document: JSON.parse(text) as Document });
  }
  return files;
}

/** Returns all operations of a document. */
export function operationsOf({ path: file, text, document }: DocumentFile): Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, operation]) => operation.operationId !== undefined)
      .map(([method, operation]): Operation => {
        const id = operation.operationId;
        const name = id.slice(id.indexOf("_") + 1);
        return {
          name: name.charAt(0).toLowerCase() + name.slice(1),
          method: method.toUpperCase(),
          path,
          mediaType: (operation.consumes ?? document.consumes)?.[0],
          parameters: (operation.parameters ?? []).map((one) => resolve(document, one)),
          where: `${file}:${lineOf(text, `"operationId": "${id}"`)}`,
        };
      }),
  );
}

/** Returns the line of the first occurrence of a string, counted from 1. */
export function lineOf(text: string, searched: string): number {
  return text.slice(0, Math.max(text.indexOf(searched), 0)).split("\n").length;
}

function resolve(document: Document, parameter: Parameter): Parameter {
  if (parameter.$ref === undefined) return parameter;
  return document.parameters?.[parameter.$ref.split("/").at(-1)!] ?? parameter;
}

/**
 * Returns the required properties, or the string properties if none is required: the service often
 * rejects an empty object that its schema allows.
 */
function worthFilling({ required = [], properties = {} }: Schema): readonly string[] {
  if (required.length > 0) return required;
  return Object.keys(properties).filter((name) => properties[name]?.type === "string");
}

/** Returns a value that matches the schema, with as few optional properties as possible. */
export function sampleOf(document: Document, schema: Schema): unknown {
  if (schema.$ref !== undefined) {
    return sampleOf(document, document.definitions?.[schema.$ref.split("/").at(-1)!] ?? {});
  }
  if (schema.enum !== undefined) return schema.enum[0];
  // The string is also a well-formed raw id of a participant.
  if (schema.type === "string") {
    return schema.format === "date-time" ? "2020-01-01T00:00:00Z" : "4:x";
  }
  if (schema.type === "integer" || schema.type === "number") return schema.minimum ?? 1;
  if (schema.type === "boolean") return false;
  if (schema.type === "array") return [];
  const inherited = (schema.allOf ?? []).map((base) => sampleOf(document, base) as object);
  const own = worthFilling(schema).map((name) => [
    name,
    sampleOf(document, schema.properties?.[name] ?? {}),
  ]);
  return Object.assign({}, ...inherited, Object.fromEntries(own)) as object;
}
