import type { Contract, Info, Tag } from "../contract.ts";
import { Node, type Reading } from "../node.ts";
import { readExternalDocs, textOf, urlOf } from "./annotations.ts";
import { refuseCycles } from "./cycles.ts";
import { readOperations } from "./operations.ts";
import { readParameters } from "./parameters.ts";
import type { Reader } from "./reader.ts";
import { readSchemes, readSecurity } from "./security.ts";
import { readServers } from "./servers.ts";
import { nameSchema } from "./references.ts";
import { readSchema } from "./schemas.ts";

/**
 * Reads a loaded document as a contract.
 *
 * @throws OpenApiError if it is not an OpenAPI document of a supported version, or a reference has no target.
 */
export function readContract(reading: Reading): Contract {
  const { documents } = reading;
  const root = new Node(reading, documents.root, "", documents.files.get(documents.root));
  const dialect = dialectOf(root);
  const reader: Reader = {
    dialect,
    root,
    schemas: new Map(),
    pending: new Set(),
    readSchema: (at) => readSchema(reader, at),
    parameters: new Map(),
    responses: new Map(),
  };
  const schemes = readSchemes(reader);
  const security = readSecurity(root, schemes);
  readDefinitions(reader);
  const operations = readOperations(reader, schemes, security);
  listUnused(reader);
  refuseCycles(reader.schemas);
  return {
    dialect,
    at: root,
    info: readInfo(root),
    servers: readServers(reader),
    schemes,
    ...(security === undefined ? {} : { security }),
    tags: root.list("tags").flatMap(readTag),
    operations,
    schemas: reader.schemas,
    parameters: reader.parameters,
    responses: reader.responses,
  };
}

function dialectOf(root: Node): Contract["dialect"] {
  const version = root.get("openapi") ?? root.get("swagger");
  if (version === undefined) {
    throw root.error(
      'This is not an OpenAPI document: it has neither "openapi" nor "swagger" at its top level. Pass a file that has one of them.',
    );
  }
  const text = typeof version.value === "number" ? version.value.toFixed(1) : String(version.value);
  for (const dialect of ["2.0", "3.0", "3.1"] as const) {
    if (text === dialect || text.startsWith(`${dialect}.`)) return dialect;
  }
  throw version.error(
    `OpenAPI ${text} is not supported. Pass a document of version 2.0, 3.0 or 3.1.`,
  );
}

/** Reads the shared definitions, even those without a reference to them. */
function readDefinitions(reader: Reader): void {
  const { dialect } = reader;
  const holder = holderOf(reader);
  if (holder === undefined) return;
  for (const [, node] of holder.entries(dialect === "2.0" ? "definitions" : "schemas")) {
    nameSchema(reader, node);
  }
  // Parameters, responses and the like are read together with the operation that references them, because the result
  // depends on it. Unreferenced ones are listed as losses.
  for (const [, node] of holder.entries("parameters")) {
    if (node.peek("in") !== "body" && node.peek("in") !== "formData")
      readParameters(reader, [node], false);
  }
}

function holderOf({ root, dialect }: Reader): Node | undefined {
  return dialect === "2.0" ? root : root.get("components");
}

/** Records the shared definitions as losses that no operation refers to, except for schemas and parameters. */
function listUnused(reader: Reader): void {
  const { read, settled } = reader.root.reading;
  for (const key of ["parameters", "responses", "requestBodies", "headers"]) {
    for (const [, node] of holderOf(reader)?.entries(key) ?? []) {
      const { value } = node;
      const isUsed = read.has(value as object) || settled.has(value as object);
      if (node.isObject && !isUsed && Object.keys(value as object).length > 0)
        node.lose("No operation uses it.");
    }
  }
}

function readInfo(root: Node): Info {
  const info = root.get("info");
  const externalDocs = readExternalDocs(root);
  const description = info && textOf(info, "description");
  const termsOfService = info && urlOf(info, "termsOfService");
  return {
    title: (info && textOf(info, "title")) ?? "Service",
    version: String(info?.get("version")?.value ?? ""),
    ...(description === undefined ? {} : { description }),
    ...(termsOfService === undefined ? {} : { termsOfService }),
    ...textsOf(info, "contact", ["name", "url", "email"]),
    ...textsOf(info, "license", ["name", "url"]),
    ...(externalDocs === undefined ? {} : { externalDocs }),
  };
}

function textsOf<Key extends "contact" | "license">(
  info: Node | undefined,
  key: Key,
  names: readonly string[],
): { readonly [key in Key]?: Readonly<Record<string, string>> } {
  const node = info?.get(key);
  const found = names.flatMap((name) => {
    const text = node && (name === "url" ? urlOf(node, name) : textOf(node, name));
    return text === undefined ? [] : [[name, text] as const];
  });
  return (found.length === 0 ? {} : { [key]: Object.fromEntries(found) }) as {
    readonly [key in Key]?: Readonly<Record<string, string>>;
  };
}

function readTag(node: Node): readonly Tag[] {
  const name = node.string("name");
  if (name === undefined) return [];
  const description = textOf(node, "description");
  const externalDocs = readExternalDocs(node);
  return [
    {
      name,
      ...(description === undefined ? {} : { description }),
      ...(externalDocs === undefined ? {} : { externalDocs }),
    },
  ];
}
