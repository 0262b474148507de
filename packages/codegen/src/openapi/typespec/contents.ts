import type { Content, Schema } from "../contract.ts";
import { essenceOf, isJsonType, isXmlType } from "../media-types.ts";
import { contentOf, resolved, type Scope } from "./scope.ts";
import { fitsXml } from "./xml.ts";

/** The serialization of a body. */
type Family = "json" | "form" | "multipart" | "xml" | "text" | "binary";

/** The chosen serialization of a body. */
export interface Chosen {
  readonly family: Family;
  /** The media types of the family that have the same content. */
  readonly mediaTypes: readonly string[];
  readonly content: Content;
}

const preference: readonly Family[] = ["json", "multipart", "form", "text", "binary", "xml"];

/** Chooses the serialization that the client supports best. The other media types are recorded as losses. */
export function chooseContent(
  scope: Scope,
  contents: readonly Content[],
  isRequest = false,
): Chosen | undefined {
  const known = contents.map((content) => ({
    content,
    family: familyOf(scope, content, isRequest),
  }));
  const families = new Set(known.map(({ family }) => family));
  const family = preference.find((one) => families.has(one));
  const [first, ...others] = known.filter((one) => one.family === family);
  if (first === undefined || family === undefined) return undefined;
  const isKept = family === "binary" || family === "text";
  const kept = isKept ? [first, ...others] : [first];
  const choices = isRequest && family === "json" ? choicesOf(scope, first.content, contents) : [];
  const mediaTypes = new Set([...choices, ...kept.map(({ content }) => content.mediaType)]);
  for (const { content } of known) {
    if (!mediaTypes.has(content.mediaType)) loseMediaType(content, [...mediaTypes][0] ?? "");
  }
  return { family, mediaTypes: [...mediaTypes], content: first.content };
}

/**
 * Returns the JSON and XML media types of an object, if the caller can choose between them. `application/json` is the
 * first, and therefore the default. A range such as `application/*+json` is not a choice.
 */
function choicesOf(
  scope: Scope,
  { mediaType, schema }: Content,
  contents: readonly Content[],
): readonly string[] {
  if (schema === undefined || mediaType.includes("*")) return [];
  const isXmlToo = fitsXml(scope, schema);
  const choices = contents
    .filter((one) => !one.mediaType.includes("*"))
    .filter((one) => isJsonType(one.mediaType) || (isXmlToo && isXmlType(one.mediaType)))
    .filter((one) => one.schema !== undefined && contentOf(one.schema) === contentOf(schema))
    .map((one) => one.mediaType);
  const plain = choices.filter((one) => essenceOf(one) === "application/json");
  return [...plain, ...choices];
}

/** Records a media type as a loss. In 2.0, the media types share one place, which is still read. */
function loseMediaType({ at, mediaType }: Content, chosen: string): void {
  const reason = `The content type ${mediaType} is not converted; the client uses ${chosen}.`;
  if (at.pointer.includes("/content/")) at.lose(reason);
  else at.note(reason);
}

function familyOf(scope: Scope, { mediaType, schema }: Content, isRequest: boolean): Family {
  const type = essenceOf(mediaType);
  const isBinary = schema !== undefined && isBinarySchema(scope, schema);
  if (type.startsWith("multipart/")) return isRequest && !isWritten(type) ? "binary" : "multipart";
  if (type === "application/x-www-form-urlencoded") return "form";
  if (isBinary) return "binary";
  if (isJsonType(type)) return "json";
  if (isXmlType(type)) return "xml";
  if (type === "*/*" || type === "application/*") {
    if (schema === undefined || isAny(scope, schema)) return "binary";
    if (!isString(scope, schema)) return "json";
    return isRequest || isBase64(scope, schema) ? "binary" : "text";
  }
  if (type.startsWith("text/")) return "text";
  return "binary";
}

/** Whether TypeSpec can describe the parts of a request of this type. Others, such as `multipart/related`, are bytes. */
function isWritten(multipart: string): boolean {
  return multipart === "multipart/form-data" || multipart === "multipart/mixed";
}

/** A string of the format `binary`, or a file. */
export function isBinarySchema(scope: Scope, schema: Schema): boolean {
  const plain = resolved(scope, schema);
  if (plain.kind !== "scalar") return false;
  return plain.type === "binary" || (plain.type === "string" && plain.format === "binary");
}

function isAny(scope: Scope, schema: Schema): boolean {
  return resolved(scope, schema).kind === "any";
}

function isString(scope: Scope, schema: Schema): boolean {
  const plain = resolved(scope, schema);
  return plain.kind === "scalar"
    ? plain.type === "string"
    : plain.kind === "enum" && plain.base === "string";
}

/** Whether a string is bytes in Base64. Frameworks declare this for bytes that they send as they are. */
function isBase64(scope: Scope, schema: Schema): boolean {
  const plain = resolved(scope, schema);
  return plain.kind === "scalar" && plain.format === "byte";
}

/**
 * Writes the media types as a type: one literal, or a union. Returns undefined if TypeSpec uses JSON by default. For a
 * range such as `image/*` in a request, the caller passes the type.
 */
export function mediaTypeText(
  scope: Scope,
  { family, mediaTypes, content }: Chosen,
  isRequest = false,
): string | undefined {
  const [first = ""] = mediaTypes;
  const isOne = mediaTypes.length === 1;
  if (family === "json" && isOne && (first === "application/json" || first.includes("*"))) {
    return isJsonByDefault(scope, content.schema) ? undefined : '"application/json"';
  }
  if (family === "binary" && !isRequest) return rawTypes(mediaTypes);
  // The caller adds the boundary to the type of a multipart body.
  const isMultipart = family === "binary" && first.startsWith("multipart/");
  if (isMultipart || mediaTypes.some((type) => type.includes("*"))) {
    if (isRequest) return family === "binary" ? "string" : '"text/plain"';
    // A server that can respond in any type sends a string as text or as JSON.
    const types =
      family === "text" && !first.startsWith("text/") ? [first, "application/json"] : [first];
    return types.map((type) => JSON.stringify(type)).join(" | ");
  }
  return mediaTypes.map((type) => JSON.stringify(type)).join(" | ");
}

/**
 * Writes the media types of a response that is returned as bytes. TypeSpec treats bytes as Base64 in JSON and text, so
 * that the client accepts any type instead.
 */
function rawTypes(mediaTypes: readonly string[]): string {
  const raw = mediaTypes.filter((type) => !isJsonType(type) && !type.startsWith("text/"));
  const types = raw.length === mediaTypes.length ? raw : [...raw, "*/*"];
  return types.map((type) => JSON.stringify(type)).join(" | ");
}

/** Whether TypeSpec sends a body of this type as JSON by default. It sends single values as text. */
function isJsonByDefault(scope: Scope, schema: Schema | undefined): boolean {
  if (schema === undefined) return true;
  const plain = resolved(scope, schema);
  if (plain.kind === "scalar" || plain.kind === "enum") return false;
  return plain.kind !== "union" || plain.variants.every((one) => isJsonByDefault(scope, one));
}

/** Returns the type of a body that is not JSON, a form or XML. */
export function plainBodyType(scope: Scope, { family, content }: Chosen): string | undefined {
  if (family === "binary") return "bytes";
  if (family === "xml" && content.schema !== undefined && !fitsXml(scope, content.schema)) {
    content.at.lose(
      "The body is a string in the client, because only objects of single values, objects, and lists and maps of these are supported in XML.",
    );
    return "string";
  }
  if (family !== "text") return undefined;
  const plain = content.schema === undefined ? undefined : resolved(scope, content.schema);
  return plain?.kind === "enum" ? undefined : "string";
}
