import { printIdentifier } from "@typespec/compiler";
import type { ExternalDocs } from "../contract.ts";

/** Writes an identifier, in backticks if necessary. */
export function identifier(name: string): string {
  return printIdentifier(name, "disallow-reserved");
}

/** Writes a string literal. Control characters for which TypeSpec has no escape become spaces. */
export function quoted(text: string): string {
  const escaped = text
    .replaceAll("\\", "\\\\")
    .replaceAll('"', '\\"')
    .replaceAll("${", "\\${")
    .replaceAll("\n", "\\n")
    .replaceAll("\r", "\\r")
    .replaceAll("\t", "\\t")
    .replaceAll(/\p{Cc}/gu, " ");
  return `"${escaped}"`;
}

/** Writes a doc comment, or a decorator if a comment cannot contain the text. */
export function docText(text: string | undefined): string {
  if (text === undefined || text === "") return "";
  if (/[@`]|\*\/|\{\s*$|\\/.test(text)) return `@doc(${longText(text)})`;
  const texts = text.split(/\r?\n/).map((line) => line.trimEnd());
  return texts.length === 1
    ? `/** ${text} */`
    : `/**\n${texts.map((line) => ` * ${line}`).join("\n")}\n */`;
}

/** Writes a string literal, in several lines if necessary. */
export function longText(text: string): string {
  if (!/[\r\n]/.test(text)) return quoted(text);
  const escaped = text
    .replaceAll("\\", "\\\\")
    .replaceAll('"""', '\\"\\"\\"')
    .replaceAll("${", "\\${");
  return `"""\n${escaped
    .split(/\r?\n/)
    .map((line) => line.trimEnd())
    .join("\n")}\n"""`;
}

/** Writes `@summary` for a title, unless it only repeats the name. */
export function summaryText(title: string | undefined, name: string): string {
  if (title === undefined || plain(title) === plain(name)) return "";
  return `@summary(${longText(title)})`;
}

export function externalDocsText(docs: ExternalDocs | undefined): string {
  if (docs === undefined) return "";
  const description = docs.description === undefined ? "" : `, ${longText(docs.description)}`;
  return `@OpenAPI.externalDocs(${quoted(docs.url)}${description})`;
}

export function lines(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("\n");
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
}
