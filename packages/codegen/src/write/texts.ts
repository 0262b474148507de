import type { Codec, FieldsText, ListText, OneText, TextPlan } from "../plan/types.ts";
import { codecReader, codecTest, codecText } from "./codecs.ts";
import { writerNameOf } from "./function-names.ts";
import { writersPath } from "./paths.ts";
import type { SourceFile } from "./source-file.ts";
import { access, grouped, optionalAccess, propertyKey } from "./type-text.ts";

/** Writes one value as text, or unchanged if it is a number or boolean. */
export function oneText(
  file: SourceFile,
  { codecs, nullable, versioned }: OneText,
  value: string,
  optional: boolean,
): string {
  const mayBeMissing = optional || nullable === true;
  if (versioned !== undefined) {
    const write = `${file.value(writersPath, writerNameOf(versioned))}(context)`;
    return mayBeMissing ? `${file.helper("maybe")}(${value}, ${write})` : `${write}(${value})`;
  }
  const [first = "string", ...others] = codecs;
  if (others.length === 0) return codecText(file, first, value, mayBeMissing);
  // The codec without a conversion is the last alternative.
  const plain = grouped(value);
  return codecs.reduce((rest, codec) => {
    const text = codecText(file, codec, plain, false);
    return text === plain ? rest : `${codecTest(codec, plain)} ? ${text} : ${rest}`;
  }, value);
}

/** Writes the items of a list as texts. If the spec allows it, a single item is accepted as well. */
export function itemTexts(
  file: SourceFile,
  { of, orOne }: ListText,
  value: string,
  optional: boolean,
): string {
  const list = orOne === true ? `${file.helper("listOf")}(${value})` : value;
  const write = of.kind === "one" ? oneText(file, of, "item", false) : "item";
  if (write === "item") return list;
  return `${list}${optional ? "?" : ""}.map((item) => ${write})`;
}

/** Writes the names and values of a record or model as an object. */
export function entriesText(
  file: SourceFile,
  text: Exclude<TextPlan, OneText | ListText>,
  value: string,
  optional: boolean,
): string {
  if (text.kind === "fields") return `{ ${fieldTexts(file, text, value, optional).join(", ")} }`;
  if (text.kind === "json") return value;
  const write = text.of.kind === "one" ? oneText(file, text.of, "value", false) : "value";
  if (write === "value") return value;
  const each = file.helper("writeRecord");
  return optional
    ? `${file.helper("maybe")}(${value}, (values) => ${each}(values, (value) => ${write}))`
    : `${each}(${value}, (value) => ${write})`;
}

/** Writes the fields of a model as properties with their wire names. */
function fieldTexts(
  file: SourceFile,
  { fields }: FieldsText,
  value: string,
  optional: boolean,
): readonly string[] {
  return fields.map(({ name, wireName, optional: isOptional, text }) => {
    const found = (optional ? optionalAccess : access)(grouped(value), name);
    return `${propertyKey(wireName)}: ${wholeText(file, text, found, optional || isOptional)}`;
  });
}

/** Writes a value, including a list, as one text. */
export function wholeText(
  file: SourceFile,
  text: TextPlan,
  value: string,
  optional: boolean,
): string {
  const mayBeMissing = optional || text.nullable === true;
  if (text.kind === "one") return oneText(file, text, value, mayBeMissing);
  if (text.kind !== "list") return value;
  const items = itemTexts(file, text, value, mayBeMissing);
  return `${items}${mayBeMissing ? "?" : ""}.join(${JSON.stringify(text.separator ?? ",")})`;
}

/** Writes a value as a string, including numbers and booleans. */
export function stringText(
  file: SourceFile,
  text: TextPlan,
  value: string,
  optional: boolean,
): string {
  const written = wholeText(file, text, value, optional);
  if (text.kind !== "one" || text.codecs.every((codec) => textCodecs.has(codec))) return written;
  const write = file.helper("writeText");
  const mayBeMissing = optional || text.nullable === true;
  return mayBeMissing ? `${file.helper("maybe")}(${written}, ${write})` : `${write}(${written})`;
}

/** Codecs that write strings. */
const textCodecs: ReadonlySet<Codec> = new Set([
  "string",
  "rfc3339",
  "rfc7231",
  "base64",
  "base64url",
] as const);

/** Writes the reader of a value from text. In headers, white space around list items is allowed. */
export function textReader(file: SourceFile, text: TextPlan, inHeader = false): string {
  if (text.kind === "one") return oneReader(file, text);
  if (text.kind !== "list" || text.of.kind !== "one") return file.helper("readAnything");
  const { separator = "," } = text;
  const split = inHeader ? `/\\s*${escapeRegExp(separator)}\\s*/` : JSON.stringify(separator);
  return `${file.helper("readDelimited")}(${split}, ${oneReader(file, text.of)})`;
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}

function oneReader(file: SourceFile, { codecs }: OneText): string {
  // Text is the last alternative.
  const inOrder = codecs.toSorted(
    (left, right) => Number(left === "string") - Number(right === "string"),
  );
  const readers = inOrder.map((codec) => codecReader(file, codec));
  const [first, ...others] = readers;
  if (first === undefined || others.length === 0) return first ?? file.helper("readString");
  return `(value, walk) => ${file.helper("firstOf")}(value, walk, [${readers.map((read) => `{ read: ${read} }`).join(", ")}])`;
}
