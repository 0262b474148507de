import type { Codec, FieldsText, ListText, OneText, TextPlan } from "../plan/types.ts";
import { codecReader, codecTest, codecText } from "./codecs.ts";
import { writerNameOf } from "./function-names.ts";
import { writersPath } from "./paths.ts";
import type { SourceFile } from "./source-file.ts";
import { access, grouped, optionalAccess, propertyKey } from "./type-text.ts";

/** One value as text, or as a number or boolean whose digits or name are the text. */
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
  // What is text already, or has but one, is left for the end.
  const plain = grouped(value);
  return codecs.reduce((rest, codec) => {
    const text = codecText(file, codec, plain, false);
    return text === plain ? rest : `${codecTest(codec, plain)} ? ${text} : ${rest}`;
  }, value);
}

/** The items of a list, each as text; one item is a list, too, where the spec says so. */
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

/** The names and values of a record or model, as an object. */
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

/** The fields of a model as properties of an object, with the names that they have on the wire. */
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

/** A value as one text, lists included. */
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

/** A value as a string, numbers and booleans included. */
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

/** The reader of a value from its text; in a header, there may be white space around the items of a list. */
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
  // What is no other value is a text.
  const inOrder = codecs.toSorted(
    (left, right) => Number(left === "string") - Number(right === "string"),
  );
  const readers = inOrder.map((codec) => codecReader(file, codec));
  const [first, ...others] = readers;
  if (first === undefined || others.length === 0) return first ?? file.helper("readString");
  return `(value, walk) => ${file.helper("firstOf")}(value, walk, [${readers.join(", ")}])`;
}
