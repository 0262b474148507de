import type { Annotations, ExternalDocs, Limits, Xml } from "../contract.ts";
import type { Node } from "../node.ts";

/** Reads the properties that schemas of all types can have. */
export function readAnnotations(node: Node): Annotations {
  const description = textOf(node, "description");
  const title = textOf(node, "title");
  const externalDocs = readExternalDocs(node);
  const clientName = node.string("x-ms-client-name");
  const value = node.get("default")?.settle();
  const xml = readXml(node);
  const nullable =
    (node.boolean("nullable") ?? false) ||
    (node.boolean("x-nullable") ?? false) ||
    typesOf(node).includes("null");
  return {
    at: node,
    ...(description === undefined ? {} : { description }),
    ...(title === undefined || title === description ? {} : { title }),
    ...(clientName === undefined ? {} : { clientName }),
    ...(externalDocs === undefined ? {} : { externalDocs }),
    ...(xml === undefined ? {} : { xml }),
    ...(nullable ? { nullable } : {}),
    ...(node.boolean("deprecated") === true || node.boolean("x-deprecated") === true
      ? { deprecated: true }
      : {}),
    ...(node.boolean("readOnly") === true ? { readOnly: true } : {}),
    ...(node.boolean("writeOnly") === true ? { writeOnly: true } : {}),
    ...(value === undefined ? {} : { default: { value: value.value } }),
  };
}

/** Reads the XML form of a value. AutoRest has an extension for a value that is the text of its element. */
function readXml(node: Node): Xml | undefined {
  const at = node.get("xml");
  if (at === undefined) return undefined;
  const [name, namespace, prefix] = [
    at.string("name"),
    at.string("namespace"),
    at.string("prefix"),
  ];
  return {
    at,
    ...(name === undefined || name === "" ? {} : { name }),
    ...(namespace === undefined ? {} : { namespace }),
    ...(prefix === undefined ? {} : { prefix }),
    ...(at.boolean("attribute") === true ? { attribute: true } : {}),
    ...(at.boolean("wrapped") === true ? { wrapped: true } : {}),
    ...(at.boolean("x-ms-text") === true ? { text: true } : {}),
  };
}

/** Returns the types of a schema: none or one, or in 3.1 several. */
export function typesOf(node: Node): readonly string[] {
  const one = node.string("type");
  return one === undefined ? node.strings("type") : [one];
}

const keywords = [
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "minLength",
  "maxLength",
  "pattern",
  "minItems",
  "maxItems",
] as const;

/** Reads constraints. `exclusiveMinimum: true` of 2.0 and 3.0 becomes the number of 3.1. */
export function readLimits(node: Node): Limits {
  const limits: Record<string, string | number | boolean> = {};
  for (const keyword of keywords) {
    const value = keyword === "pattern" ? node.string(keyword) : node.number(keyword);
    if (value !== undefined) limits[keyword] = value;
  }
  for (const keyword of ["multipleOf", "uniqueItems"]) {
    // The contract has these, but the writer does not read them, so they stay listed as losses.
    const value = node.peek(keyword);
    if (typeof value === "number" || value === true) limits[keyword] = value;
  }
  for (const [exclusive, inclusive] of [
    ["exclusiveMinimum", "minimum"],
    ["exclusiveMaximum", "maximum"],
  ] as const) {
    if (node.boolean(exclusive) === true && limits[inclusive] !== undefined) {
      limits[exclusive] = limits[inclusive];
      delete limits[inclusive];
    }
  }
  return limits;
}

export function readExternalDocs(node: Node): ExternalDocs | undefined {
  const docs = node.get("externalDocs");
  const url = docs && urlOf(docs, "url");
  if (docs === undefined || url === undefined) return undefined;
  const description = textOf(docs, "description");
  return description === undefined ? { url } : { url, description };
}

/** Returns a text without surrounding white space; undefined if it is empty. */
export function textOf(node: Node, key: string): string | undefined {
  const text = node.string(key)?.trim();
  return text === "" ? undefined : text;
}

/** Returns an absolute URL, which TypeSpec requires; records another text as a loss. */
export function urlOf(node: Node, key: string): string | undefined {
  const text = textOf(node, key);
  if (text === undefined || URL.canParse(text)) return text;
  node.get(key)?.lose("The value is not an absolute URL.");
  return undefined;
}
