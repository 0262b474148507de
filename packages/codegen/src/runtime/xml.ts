import type { PipelineResponse } from "@azure/core-rest-pipeline";
import { call, type Answers, type CallRequest, textOf } from "./call.ts";
import type { ClientContext } from "./context.ts";
import type { OperationOptions } from "./options.ts";
import type { ValueReader } from "./read.ts";
import { parseXml, type XmlElement } from "./xml-parse.ts";

/** How a model is represented in XML. */
export interface XmlShape {
  /** Name of its root element. */
  readonly name: string;
  readonly namespace?: XmlNamespace;
  readonly properties: readonly XmlProperty[];
}

/** A namespace prefix and its URI. */
export type XmlNamespace = readonly [prefix: string, uri: string];

/** How a property is represented in XML. */
export interface XmlProperty {
  /** Its name in the plain object. */
  readonly key: string;
  /** Name of its element or attribute. */
  readonly name: string;
  readonly value: XmlValue;
  /** The place of the value, if not an element: an attribute, or the text of the model's own element. */
  readonly at?: "attribute" | "text";
  /** The name of each item's element, for arrays. */
  readonly items?: string;
  /** True for arrays without an element around their items. */
  readonly unwrapped?: true;
  /** True for unwrapped arrays that are optional. */
  readonly optional?: true;
  readonly namespace?: XmlNamespace;
}

/** A value, each item of an array, or each entry of a dictionary. */
export type XmlValue =
  | "string"
  | "number"
  | "boolean"
  | (() => XmlShape)
  | { readonly record: XmlValue };

/** Sends a request whose response is XML. */
export function callForXml<T>(
  context: ClientContext,
  options: OperationOptions,
  request: CallRequest,
  answers: Answers,
): Promise<T> {
  return call(context, options, request, answers, textOf);
}

/** Returns the parser of error bodies in XML. An empty body has no details. */
export function xmlErrors(shape: XmlShape): (response: PipelineResponse) => unknown {
  return (response) => (response.bodyAsText ? fromXml(response.bodyAsText, shape) : undefined);
}

/** Reads an XML response via the plain object that JSON would have. */
export function xmlOf<T>(shape: XmlShape, read: ValueReader<T>): ValueReader<T> {
  return (body, walk) => read(fromXml(body as string, shape), walk);
}

/** Converts an XML document to the plain object that the model would be in JSON. */
export function fromXml(source: string, shape: XmlShape): unknown {
  return readModel(parseXml(source), shape);
}

function readModel(element: XmlElement, shape: XmlShape): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  for (const property of shape.properties) {
    const value = readProperty(element, property);
    if (value !== undefined) object[property.key] = value;
  }
  return object;
}

function readProperty(element: XmlElement, property: XmlProperty): unknown {
  const { at, items, name, value } = property;
  if (at === "text") return readText(element.text, value);
  if (at === "attribute") {
    const text = element.attributes[name];
    return text === undefined ? undefined : readText(text, value);
  }
  const holder = property.unwrapped
    ? element
    : element.children.find((child) => child.name === name);
  if (holder === undefined) return undefined;
  if (items === undefined) return readValue(holder, value);
  const found = holder.children.filter((child) => child.name === items);
  // Without an element around it, an empty array cannot be distinguished from an absent one.
  if (found.length === 0 && property.unwrapped && property.optional) return undefined;
  return found.map((child) => readValue(child, value));
}

function readValue(element: XmlElement, value: XmlValue): unknown {
  if (typeof value === "function") return readModel(element, value());
  if (typeof value === "string") return readText(element.text, value);
  return Object.fromEntries(
    element.children.map((child) => [child.name, readValue(child, value.record)]),
  );
}

/** Converts text to a number or boolean. Other text stays text, which the model's reader reports. */
function readText(text: string, value: XmlValue): unknown {
  const bare = text.trim();
  if (value === "number" && bare !== "" && !Number.isNaN(Number(bare))) return Number(bare);
  if (value === "boolean" && /^(true|false|[01])$/.test(bare))
    return bare === "true" || bare === "1";
  return text;
}

/** Writes a plain object as an XML document. */
export function toXml(value: unknown, shape: XmlShape): string {
  return `<?xml version="1.0" encoding="UTF-8"?>${writeModel(value, shape, shape.name, shape.namespace, [])}`;
}

function writeModel(
  value: unknown,
  shape: XmlShape,
  name: string,
  namespace: XmlNamespace | undefined,
  known: readonly string[],
): string {
  const object = value as Readonly<Record<string, unknown>>;
  let attributes = "";
  let content = "";
  const declared = [...known];
  for (const used of [namespace, ...shape.properties.map((property) => property.namespace)]) {
    if (used === undefined || declared.includes(used[0])) continue;
    declared.push(used[0]);
    attributes += ` xmlns:${used[0]}="${escapeXml(used[1])}"`;
  }
  for (const property of shape.properties) {
    const member = object[property.key];
    if (member === undefined || member === null) continue;
    const label = qualify(property.name, property.namespace);
    if (property.at === "attribute") attributes += ` ${label}="${escapeXml(member)}"`;
    else if (property.at === "text") content += escapeXml(member);
    else content += writeProperty(member, property, declared);
  }
  return writeElement(qualify(name, namespace), attributes, content);
}

function writeProperty(member: unknown, property: XmlProperty, known: readonly string[]): string {
  const { items, name, namespace, value } = property;
  if (items === undefined) return writeValue(member, value, name, namespace, known);
  const content = (member as readonly unknown[])
    .map((item) => writeValue(item, value, items, namespace, known))
    .join("");
  return property.unwrapped ? content : writeElement(qualify(name, namespace), "", content);
}

function writeValue(
  value: unknown,
  kind: XmlValue,
  name: string,
  namespace: XmlNamespace | undefined,
  known: readonly string[],
): string {
  if (typeof kind === "function") return writeModel(value, kind(), name, namespace, known);
  const content =
    typeof kind === "string"
      ? escapeXml(value)
      : Object.entries(value as object)
          .map(([key, entry]) => writeValue(entry, kind.record, key, undefined, known))
          .join("");
  return writeElement(qualify(name, namespace), "", content);
}

function writeElement(name: string, attributes: string, content: string): string {
  return content === "" ? `<${name}${attributes}/>` : `<${name}${attributes}>${content}</${name}>`;
}

function qualify(name: string, namespace: XmlNamespace | undefined): string {
  return namespace === undefined || namespace[0] === "" ? name : `${namespace[0]}:${name}`;
}

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** Escapes special characters of XML, and white space that a parser would change. */
function escapeXml(value: unknown): string {
  const text = value instanceof Date ? value.toISOString() : String(value);
  return text.replace(
    /[&<>"\r\t]/g,
    (character) => escapes[character] ?? `&#${character.charCodeAt(0)};`,
  );
}
