import type { Content, Contract, Schema, Xml } from "../contract.ts";
import { flatProperties } from "./inheritance.ts";
import { isXmlType } from "../media-types.ts";
import { resolved, type Scope } from "./scope.ts";
import { quoted } from "./text.ts";

/** Whether any body of the service comes in XML. */
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

/** Decorators for how a declared type stands in XML: `key` is what the document calls it, `name` what TypeSpec does. */
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

/** Decorators for how a property stands in XML. */
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
 * A list without an element around it has the name of its items. In one with an element around it, TypeSpec names the
 * items after their type.
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

/** A list of single values with the name of their elements, which they have from the list if not from themselves. */
export function withItemName(scope: Scope, schema: Schema, name: string): Schema {
  if (!scope.hasXml || schema.kind !== "array" || schema.xml?.wrapped !== true) return schema;
  const { items, xml } = schema;
  if (items.kind !== "scalar" || items.xml?.name !== undefined) return schema;
  return {
    ...schema,
    items: { ...items, xml: { at: xml.at, ...items.xml, name: xml.name ?? name } },
  };
}

/** The name that TypeSpec gives to items in XML; undefined where it is that of the list. */
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

/** Whether a value of a schema has a form in XML: an object, whose lists and maps are of single values and objects. */
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
