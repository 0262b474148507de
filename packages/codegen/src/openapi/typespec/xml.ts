import type { Content, Contract, Schema, Xml } from "../contract.ts";
import { flatProperties } from "./inheritance.ts";
import { isXmlType } from "../media-types.ts";
import { resolved, type Scope } from "./scope.ts";
import { quoted } from "./text.ts";

/** Returns whether any request or response of the service has an XML body. */
export function speaksXml({ operations }: Contract): boolean {
  return operations.some(
    ({ body, responses }) =>
      body?.contents.some(isXml) === true ||
      responses.some(({ response }) => response.contents.some(isXml)),
  );
}

function isXml({ mediaType }: Content): boolean {
  return isXmlType(mediaType);
}

/**
 * Returns the XML decorators of a declared type.
 *
 * @param key - Its name in the document.
 * @param name - Its name in TypeSpec.
 */
export function xmlOfType(
  scope: Scope,
  schema: Schema,
  key: string,
  name: string,
): readonly string[] {
  if (!scope.hasXml) return [];
  const { xml } = schema;
  return [...nameText(scope, xml?.name ?? key, name), ...namespaceText(scope, xml)];
}

/** Returns the XML decorators of a property. */
export function xmlOfProperty(scope: Scope, schema: Schema, name: string): readonly string[] {
  if (!scope.hasXml) return [];
  const plain = resolved(scope, schema);
  const xml = schema.xml ?? plain.xml;
  if (plain.kind === "array") return listText(scope, name, xml, plain.items);
  const shared = [...nameText(scope, xml?.name ?? name, name), ...namespaceText(scope, xml)];
  if (xml?.attribute === true) return ["@Xml.attribute", ...shared];
  if (xml?.text !== true) return shared;
  scope.uses.add("xml");
  return ["@Xml.unwrapped", ...shared];
}

/**
 * Returns the XML decorators of a list. An unwrapped list has the name of its items. TypeSpec names the items of a
 * wrapped list after their type.
 */
function listText(
  scope: Scope,
  name: string,
  xml: Xml | undefined,
  items: Schema,
): readonly string[] {
  scope.uses.add("xml");
  const inner = items.xml ?? resolved(scope, items).xml;
  const outer = xml?.name ?? name;
  const itemName = inner?.name ?? outer;
  const namespace = namespaceText(scope, xml);
  if (xml?.wrapped !== true)
    return ["@Xml.unwrapped", ...nameText(scope, itemName, name), ...namespace];
  const given = itemNameOf(scope, items);
  if (given !== undefined && given !== itemName) {
    items.at.lose(
      `In XML, the elements of the items are named ${JSON.stringify(given)} in the client, not ${JSON.stringify(itemName)}.`,
    );
  }
  return [...nameText(scope, outer, name), ...namespace];
}

/** Returns a wrapped list of scalars in which the items have an element name: their own, or else the list's. */
export function withItemName(scope: Scope, schema: Schema, name: string): Schema {
  if (!scope.hasXml || schema.kind !== "array" || schema.xml?.wrapped !== true) return schema;
  const { items, xml } = schema;
  if (items.kind !== "scalar" || items.xml?.name !== undefined) return schema;
  return {
    ...schema,
    items: { ...items, xml: { at: xml.at, ...items.xml, name: xml.name ?? name } },
  };
}

/** Returns the element name that TypeSpec gives to items; undefined if it is the name of the list. */
function itemNameOf(scope: Scope, items: Schema): string | undefined {
  if (items.kind === "ref") {
    const { xml } = resolved(scope, items);
    return xml?.name ?? scope.contract.schemas.get(items.id)?.name;
  }
  return items.kind === "scalar" ? (items.xml?.name ?? "string") : undefined;
}

function nameText(scope: Scope, wanted: string, name: string): readonly string[] {
  if (wanted === name) return [];
  scope.uses.add("xml");
  return [`@Xml.name(${quoted(wanted)})`];
}

function namespaceText(scope: Scope, xml: Xml | undefined): readonly string[] {
  if (xml?.namespace === undefined) return [];
  if (xml.prefix === undefined) {
    xml.at.get("namespace")?.lose("TypeSpec has no XML namespace without a prefix.");
    return [];
  }
  scope.uses.add("xml");
  return [`@Xml.ns(${quoted(xml.namespace)}, ${quoted(xml.prefix)})`];
}

/** Returns whether a schema can be written as XML: an object in which all lists and maps contain scalars or objects. */
export function fitsXml(scope: Scope, schema: Schema): boolean {
  return resolved(scope, schema).kind === "object" && fits(scope, schema, new Set());
}

function fits(scope: Scope, schema: Schema, seen: Set<Schema>): boolean {
  const plain = resolved(scope, schema);
  if (seen.has(plain)) return true;
  seen.add(plain);
  switch (plain.kind) {
    case "scalar":
    case "enum":
      return true;
    case "object":
      return (
        plain.variants.length === 0 &&
        (plain.additional === undefined || fits(scope, plain.additional, seen)) &&
        flatProperties(scope, plain).every((one) => {
          const value = resolved(scope, one.schema);
          return fits(scope, value.kind === "array" ? value.items : value, seen);
        })
      );
    default:
      return false;
  }
}
