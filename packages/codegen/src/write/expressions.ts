import type { PathPartPlan, SourcePlan, TypePlan, WireParameterPlan } from "../plan/types.ts";
import { writersPath } from "./converters.ts";
import { writerNameOf } from "./function-names.ts";
import type { SourceFile } from "./source-file.ts";
import { access } from "./type-text.ts";

/** The expression for a value that comes from an argument, an option, the client or nowhere. */
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
        text =
          source.optionalAt.includes(before) && text !== "options"
            ? access(text, name).replace(new RegExp(`^${escapeRegExp(text)}\\.?`), `${text}?.`)
            : access(text, name);
      }
      return text;
    }
  }
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** A function, as an expression, that turns a value into text for a URL or a header; nothing if String() does. */
export function textConverter(file: SourceFile, type: TypePlan): string | undefined {
  switch (type.kind) {
    case "date":
      return file.helper(type.encode === "unix" ? "writeUnixTime" : "writeHttpDate");
    case "bytes":
      return file.helper(type.encode === "base64url" ? "writeBase64Url" : "writeBase64");
    case "duration":
      return type.unit !== "iso" && type.integer ? file.helper("writeWhole") : undefined;
    case "enum":
      return type.versioned === true
        ? `${file.value(writersPath, writerNameOf(type.ref))}(context)`
        : undefined;
    case "nullable":
      return textConverter(file, type.of);
    default:
      return undefined;
  }
}

/** A date that is written as it writes itself: by RFC 3339. */
function isPlainDate(type: TypePlan): boolean {
  const inner = type.kind === "nullable" ? type.of : type;
  return inner.kind === "date" && inner.encode === "rfc3339";
}

/** An expression that a property can be asked of. */
function grouped(value: string): string {
  return /^[\w$.?]+$/.test(value) ? value : `(${value})`;
}

/** A value as text; `mayBeMissing` when it can be undefined or null. */
export function convertText(
  file: SourceFile,
  type: TypePlan,
  value: string,
  mayBeMissing: boolean,
): string {
  if (isPlainDate(type)) return `${grouped(value)}${mayBeMissing ? "?" : ""}.toISOString()`;
  const converter = textConverter(file, type);
  if (converter === undefined) return value;
  return mayBeMissing
    ? `${file.helper("maybe")}(${value}, ${converter})`
    : `${converter}(${value})`;
}

const separators: Readonly<Record<string, string>> = {
  csv: ",",
  simple: ",",
  form: ",",
  ssv: " ",
  tsv: "\t",
  pipes: "|",
};

/** The separator of a list that travels as one text. */
export function separatorOf(parameter: WireParameterPlan): string {
  if (parameter.type.kind === "array" && parameter.type.delimiter !== undefined) {
    return parameter.type.delimiter;
  }
  return separators[parameter.collectionFormat ?? "csv"] ?? ",";
}

/** The values of a list, each ready to be text. */
export function listText(
  file: SourceFile,
  type: TypePlan,
  value: string,
  mayBeMissing: boolean,
): string {
  const write = type.kind === "array" ? convertText(file, type.of, "item", false) : "item";
  return write === "item" ? value : `${value}${mayBeMissing ? "?" : ""}.map((item) => ${write})`;
}

/** The expression that a parameter in the path becomes. */
export function pathText(file: SourceFile, part: PathPartPlan, isRooted = false): string {
  const value = sourceText(part.source);
  const name = JSON.stringify(part.wireName);
  const type = part.type.kind === "nullable" ? part.type.of : part.type;
  if (isRooted && type.kind === "string") return `${file.helper("subpath")}(${name}, ${value})`;
  const isSimple =
    part.style === "simple" && !part.optional && type.kind !== "array" && type.kind !== "record";
  if (isSimple)
    return `${file.helper("segment")}(${name}, ${convertText(file, type, value, false)})`;
  const converted =
    type.kind === "array"
      ? listText(file, type, value, part.optional)
      : convertText(file, type, value, part.optional);
  const operator = { simple: "", reserved: "+", fragment: "#", label: ".", path: "/", matrix: ";" }[
    part.style
  ];
  return `${file.helper("expand")}(${JSON.stringify(operator)}, ${name}, ${converted}, ${part.explode})`;
}
