import { printIdentifier } from "@typespec/compiler";
import type { ExternalDocs } from "../contract.ts";

/** A name as TypeSpec writes it, in backticks where it must be. */
export function identifier(name: string): string {
  return printIdentifier(name, "disallow-reserved");
}

/** A string literal. TypeSpec knows few escapes; other control characters become blanks. */
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

/** A doc comment. Texts that a comment cannot hold become a decorator. */
export function docText(text: string | undefined): string {
  if (text === undefined || text === "") return "";
  if (/[@`]|\*\/|\{\s*$|\\/.test(text)) return `@doc(${longText(text)})`;
  const texts = text.split(/\r?\n/).map((line) => line.trimEnd());
  return texts.length === 1
    ? `/** ${text} */`
    : `/**\n${texts.map((line) => ` * ${line}`).join("\n")}\n */`;
}

/** A string literal that may have several lines. */
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

/** `@summary` for a title that says more than the name. */
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
