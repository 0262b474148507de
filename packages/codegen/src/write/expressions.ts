import type { PathPartPlan, SourcePlan, TextPlan } from "../plan/types.ts";
import type { SourceFile } from "./source-file.ts";
import { entriesText, itemTexts, oneText } from "./texts.ts";
import { access, optionalAccess } from "./type-text.ts";

/** Writes the expression for a value from an argument, an option, the client, or a constant. */
export function sourceText(source: SourcePlan): string {
  switch (source.from) {
    case "constant":
      return JSON.stringify(source.value);
    case "client":
      return source.fallback === undefined
        ? access("context", source.name)
        : `(${access("context", source.name)} ?? ${JSON.stringify(source.fallback)})`;
    default: {
      let [text = "options", rest] =
        source.from === "argument"
          ? [source.path[0] ?? "", source.path.slice(1)]
          : ["options", source.path];
      const offset = source.path.length - rest.length;
      for (const [index, name] of rest.entries()) {
        const before = index + offset - 1;
        const isOptional = source.optionalAt.includes(before) && text !== "options";
        text = (isOptional ? optionalAccess : access)(text, name);
      }
      return text;
    }
  }
}

/** Writes the expression for a parameter in the path. */
export function pathText(file: SourceFile, part: PathPartPlan, isRooted = false): string {
  const value = sourceText(part.source);
  const name = JSON.stringify(part.wireName);
  const { optional, style, text } = part;
  const isOne = text.kind === "one";
  if (isRooted && isOne) {
    return `${file.helper("subpath")}(${name}, ${oneText(file, text, value, true)})`;
  }
  if (isOne && style === "simple" && !optional) {
    return `${file.helper("segment")}(${name}, ${oneText(file, text, value, false)})`;
  }
  const written = expandable(file, text, value, optional);
  const operator = JSON.stringify(operators[style]);
  return `${file.helper("expand")}(${operator}, ${name}, ${written}, ${part.explode})`;
}

const operators = {
  simple: "",
  reserved: "+",
  fragment: "#",
  label: ".",
  path: "/",
  matrix: ";",
} as const;

/** Writes a value for a URI template: a text, a list of texts, or names and texts. */
function expandable(file: SourceFile, text: TextPlan, value: string, optional: boolean): string {
  const mayBeMissing = optional || text.nullable === true;
  switch (text.kind) {
    case "one":
      return oneText(file, text, value, mayBeMissing);
    case "list":
      return itemTexts(file, text, value, mayBeMissing);
    default:
      return entriesText(file, text, value, mayBeMissing);
  }
}
