import type { OperationPlan, PathPartPlan } from "../plan/types.ts";
import { writeBodyParts } from "./bodies.ts";
import { pathText, sourceText } from "./expressions.ts";
import type { SourceFile } from "./source-file.ts";
import { entriesText, itemTexts, oneText, stringText, wholeText } from "./texts.ts";
import { access, grouped, propertyKey } from "./type-text.ts";
import type { WriteContext } from "./write-context.ts";
import { errorParser } from "./xml.ts";

/** Writes statements that create the URL in a variable `url`. */
export function writeUrl(
  file: SourceFile,
  operation: OperationPlan,
  replaced: ReadonlyMap<string, string> = new Map(),
): string {
  const fragments = operation.path.flatMap((part) =>
    typeof part !== "string" && part.style === "fragment"
      ? [`url += ${pathText(file, part)};`]
      : [],
  );
  const path = operation.path
    .map((part, index) => {
      if (typeof part !== "string") {
        if (part.style === "fragment") return "";
        const isRooted = isRootedPart(operation, index);
        return `\${${pathText(file, withPathDefault(operation, part), isRooted)}}`;
      }
      return escapeTemplate(isRootedPart(operation, index + 1) ? part.slice(0, -1) : part);
    })
    .join("");
  const parts = operation.query.map((parameter) => queryPart(file, operation, parameter, replaced));
  const text =
    /\$\{/.test(path) || path.includes("`") ? `\`${path}\`` : JSON.stringify(path || "/");
  const url = withQuery(file, text, parts);
  // The fragment comes after the query, regardless of its place in the template.
  return [`${fragments.length === 0 ? "const" : "let"} url = ${url};`, ...fragments].join("\n  ");
}

/** A query parameter: an entry of an object for one value, or a call around the URL for several. */
type QueryPart =
  | { readonly name: string; readonly entry: string }
  | { readonly around: (url: string) => string };

function queryPart(
  file: SourceFile,
  operation: OperationPlan,
  parameter: OperationPlan["query"][number],
  replaced: ReadonlyMap<string, string>,
): QueryPart {
  const wireName = encodeURIComponent(parameter.wireName).replace(/%24/g, "$");
  const name = JSON.stringify(wireName);
  const { explode, text } = parameter;
  const optional = parameter.optional || text.nullable === true;
  const source = sourceText(parameter.source);
  const value = replaced.get(source) ?? withDefault(operation, parameter, source);
  switch (text.kind) {
    case "one": {
      const written = oneText(file, text, value, optional);
      const entry = written === wireName ? written : `${propertyKey(wireName)}: ${written}`;
      return { name: wireName, entry };
    }
    case "list": {
      const list = itemTexts(file, text, value, optional);
      if (text.separator === undefined) {
        return { around: (url) => `${file.helper("queryEach")}(${url}, ${name}, ${list})` };
      }
      const separator = JSON.stringify(text.separator);
      return {
        around: (url) => `${file.helper("queryList")}(${url}, ${name}, ${list}, ${separator})`,
      };
    }
    default: {
      const entries = entriesText(file, text, value, optional);
      return {
        around: (url) => `${file.helper("queryRecord")}(${url}, ${name}, ${entries}, ${explode})`,
      };
    }
  }
}

/** Writes the expression for the URL with its query. Parameters keep the order of the spec. */
function withQuery(file: SourceFile, path: string, parts: readonly QueryPart[]): string {
  let url = path;
  let entries = new Map<string, string>();
  const flush = (): void => {
    if (entries.size > 0)
      url = `${file.helper("query")}(${url}, { ${[...entries.values()].join(", ")} })`;
    entries = new Map();
  };
  for (const part of parts) {
    if ("entry" in part) {
      // Parameters can have the same name, for example one and a property of another that is exploded.
      if (entries.has(part.name)) flush();
      entries.set(part.name, part.entry);
    } else {
      flush();
      url = part.around(url);
    }
  }
  flush();
  return url;
}

function withDefault(
  operation: OperationPlan,
  parameter: OperationPlan["query"][number],
  value: string,
): string {
  if (parameter.source.from !== "option" || parameter.source.path.length !== 1) return value;
  const [name] = parameter.source.path;
  const option = operation.options.find((candidate) => candidate.name === name);
  return option?.defaultValue === undefined
    ? value
    : `${value} ?? ${JSON.stringify(option.defaultValue)}`;
}

/** True for a parameter that is a whole path and may be empty. The slash before it is part of its value. */
function isRootedPart(operation: OperationPlan, index: number): boolean {
  const [before, part, after] = [-1, 0, 1].map((offset) => operation.path[index + offset]);
  return (
    part !== undefined &&
    typeof part !== "string" &&
    part.style === "reserved" &&
    typeof before === "string" &&
    before.endsWith("/") &&
    typeof after === "string" &&
    after.startsWith("/")
  );
}

/** Adds the default of an optional part of the path. */
function withPathDefault(operation: OperationPlan, part: PathPartPlan): PathPartPlan {
  if (part.source.from !== "option") return part;
  const [name = ""] = part.source.path;
  const option = operation.options.find((candidate) => candidate.name === name);
  if (option?.defaultValue === undefined) return part;
  const text = `(${access("options", name)} ?? ${JSON.stringify(option.defaultValue)})`;
  return { ...part, optional: false, source: { from: "argument", path: [text], optionalAt: [] } };
}

function escapeTemplate(text: string): string {
  return text.replace(/[`\\]|\$\{/g, (match) => `\\${match}`);
}

/** Differences from an operation's usual request. */
export interface RequestVariant {
  /** The expression for the URL. Default: the variable `url`. */
  readonly url?: string;
  /** The method as an expression. */
  readonly method?: string;
  /** Expressions that replace others. */
  readonly replaced?: ReadonlyMap<string, string>;
  readonly withBody?: boolean;
}

/** Writes the description of the request as an object literal. */
export function writeRequest(
  context: WriteContext,
  file: SourceFile,
  operation: OperationPlan,
  { url = "url", method, replaced = new Map(), withBody = true }: RequestVariant = {},
): string {
  const headers: string[] = [];
  if (operation.accept !== undefined && operation.accept !== "application/json")
    headers.push(`accept: ${JSON.stringify(operation.accept)}`);
  for (const header of operation.headers) {
    const value = headerText(file, operation, header, replaced);
    headers.push(`${propertyKey(header.wireName.toLowerCase())}: ${value}`);
  }
  if (operation.cookies.length > 0) {
    const values = operation.cookies.map(({ optional, source, text, wireName }) => {
      const value = wholeText(file, text, sourceText(source), optional);
      return `${JSON.stringify(wireName)}: ${value}`;
    });
    headers.push(`cookie: ${file.helper("cookies")}({ ${values.join(", ")} })`);
  }
  const body = withBody
    ? writeBodyParts(context, file, operation, replaced)
    : { headers: [], properties: [] };
  headers.push(...body.headers);
  const lines = [
    `operation: ${JSON.stringify(operation.functionName)}`,
    `method: ${method ?? JSON.stringify(operation.method)}`,
    url === "url" ? "url" : `url: ${url}`,
    ...authText(operation),
    ...(headers.length === 0 ? [] : [`headers: { ${headers.join(", ")} }`]),
    ...body.properties,
    ...errorParser(context, file, operation),
  ];
  return `{ ${lines.join(", ")} }`;
}

/** Writes the credentials of a request, if they differ from those of most operations. */
export function authText({ auth }: OperationPlan): readonly string[] {
  return auth === undefined ? [] : [`auth: ${JSON.stringify(auth)}`];
}

function headerText(
  file: SourceFile,
  operation: OperationPlan,
  header: OperationPlan["headers"][number],
  replaced: ReadonlyMap<string, string>,
): string {
  if (header.auto !== undefined) {
    const value = sourceText(header.source);
    return header.auto === "uuid"
      ? `${value} ?? crypto.randomUUID()`
      : `${file.helper("writeHttpDate")}(${value} ?? new Date())`;
  }
  const source = sourceText(header.source);
  const value = replaced.get(source) ?? withDefault(operation, header, source);
  const isBig = header.text.kind === "one" && header.text.codecs.includes("bigintText");
  const text = (isBig ? stringText : wholeText)(file, header.text, value, header.optional);
  return header.text.nullable === true ? `${grouped(text)} ?? undefined` : text;
}
