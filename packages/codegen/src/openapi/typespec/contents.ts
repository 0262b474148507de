import type { Content, Schema } from "../contract.ts";
import { resolved, type Scope } from "./scope.ts";

/** How a body of a media type is written. */
export type Family = "json" | "form" | "multipart" | "xml" | "text" | "binary";

/** What a body is after one family was chosen. */
export interface Chosen {
  readonly family: Family;
  /** The media types of the family that have the same content. */
  readonly mediaTypes: readonly string[];
  readonly content: Content;
}

const preference: readonly Family[] = ["json", "multipart", "form", "text", "binary", "xml"];

/** Chooses the family that a client speaks best; the other media types are listed as lost. */
export function chooseContent(scope: Scope, contents: readonly Content[]): Chosen | undefined {
  const known = contents.map((content) => ({ content, family: familyOf(scope, content) }));
  const families = new Set(known.map(({ family }) => family));
  const family = preference.find((one) => families.has(one));
  const [first, ...others] = known.filter((one) => one.family === family);
  if (first === undefined || family === undefined) return undefined;
  const isKept = family === "binary" || family === "text";
  for (const { content } of known) {
    const isSame =
      content === first.content || (isKept && others.some((one) => one.content === content));
    if (!isSame && content.mediaType !== first.content.mediaType) {
      loseMediaType(content, first.content.mediaType);
    }
  }
  const kept = isKept ? [first, ...others] : [first];
  return {
    family,
    mediaTypes: [...new Set(kept.map(({ content }) => content.mediaType))],
    content: first.content,
  };
}

/** Of 2.0 several contents stand at one place, which is read all the same. */
function loseMediaType({ at, mediaType }: Content, chosen: string): void {
  const reason = `The content type ${mediaType} is not carried over; the client uses ${chosen}.`;
  if (at.pointer.includes("/content/")) at.lose(reason);
  else at.reading.losses.push({ file: at.file, pointer: at.pointer, reason });
}

function familyOf(scope: Scope, { mediaType, schema }: Content): Family {
  const type = mediaType.toLowerCase().split(";")[0]?.trim() ?? "";
  const isBinary = schema !== undefined && isBinarySchema(scope, schema);
  if (type.startsWith("multipart/")) return "multipart";
  if (type === "application/x-www-form-urlencoded") return "form";
  if (isBinary) return "binary";
  if (/^(application|text)\/([^;+]+\+)?json$/.test(type)) return "json";
  if (/^(application|text)\/([^;+]+\+)?xml$/.test(type)) return "xml";
  if (type === "*/*" || type === "application/*")
    return schema === undefined || isText(scope, schema) ? "binary" : "json";
  if (type.startsWith("text/")) return "text";
  return "binary";
}

/** A string of the format `binary`, or a file. */
export function isBinarySchema(scope: Scope, schema: Schema): boolean {
  const plain = resolved(scope, schema);
  if (plain.kind !== "scalar") return false;
  return plain.type === "binary" || (plain.type === "string" && plain.format === "binary");
}

function isText(scope: Scope, schema: Schema): boolean {
  const plain = resolved(scope, schema);
  return plain.kind === "any" || (plain.kind === "scalar" && plain.type === "string");
}

/** The media types as a type: one literal, or a union of them. `null` where the default of TypeSpec says it. */
export function mediaTypeText({ family, mediaTypes }: Chosen): string | undefined {
  const [first = ""] = mediaTypes;
  if (family === "json" && (first === "application/json" || first.includes("*"))) return undefined;
  if (mediaTypes.some((type) => type.includes("*")))
    return family === "binary" ? '"application/octet-stream"' : '"text/plain"';
  return mediaTypes.map((type) => JSON.stringify(type)).join(" | ");
}

/** The type of a body whose content is neither JSON nor a form nor XML. */
export function plainBodyType(scope: Scope, { family, content }: Chosen): string | undefined {
  if (family === "binary") return "bytes";
  if (
    family === "xml" &&
    content.schema !== undefined &&
    resolved(scope, content.schema).kind !== "object"
  ) {
    content.at.lose(
      "The body is a string in the client, because only objects are supported in XML.",
    );
    return "string";
  }
  if (family !== "text") return undefined;
  const plain = content.schema === undefined ? undefined : resolved(scope, content.schema);
  return plain?.kind === "enum" ? undefined : "string";
}
