import type {
  Header,
  Operation,
  Response,
  ResponseUse,
  Schema,
  SharedResponse,
} from "../contract.ts";
import { type Chosen, chooseContent, mediaTypeText, plainBodyType } from "./contents.ts";
import { isNullable } from "./types.ts";
import { responsesOf } from "./statuses.ts";
import { Names, type Scope, typeName, valueName } from "./scope.ts";
import { docText, identifier, lines, quoted } from "./text.ts";
import { headerDecorators, typeDecorators, typeText } from "./types.ts";

/** The return type of an operation: a union of its responses, and decorators that describe them. */
export interface PrintedResponses {
  readonly type: string;
  readonly decorators: readonly string[];
}

export function printResponses(scope: Scope, operation: Operation, hint: string): PrintedResponses {
  const isHead = operation.method === "head";
  const texts: string[] = [];
  for (const use of alike(scope, responsesOf(operation))) {
    // A response to HEAD has no body, also if other operations share it.
    const isOwn = use.shared === undefined || (isHead && use.response.contents.length > 0);
    const shared = isOwn ? undefined : scope.responseNames.get(use.shared ?? "");
    const text =
      shared === undefined
        ? printOwn(scope, use, `${hint}Response`, isHead)
        : printShared(scope, use, shared);
    if (text !== undefined) texts.push(text);
  }
  const success = responsesOf(operation).find(({ status }) => status.startsWith("2"));
  const description = success?.response.description ?? "";
  const isTold = success !== undefined && description !== "" && !isPlain(description);
  return {
    type: [...new Set(texts)].join(" | ") || "void",
    decorators: isTold ? [`@returnsDoc(${quoted(description.replaceAll(/\s+/g, " "))})`] : [],
  };
}

/** Status codes of responses without a body. */
const bodiless = new Set(["204", "205", "304"]);

/**
 * Removes the bodies of success responses whose format differs from that of the first one, because a function reads a
 * single format.
 */
function alike(scope: Scope, uses: readonly ResponseUse[]): readonly ResponseUse[] {
  let wanted: string | undefined;
  return uses.map((use) => {
    if (bodiless.has(use.status))
      return withoutBody(use, `A response with the status code ${use.status} has no body.`);
    const isSuccess = use.status.startsWith("2");
    const family = isSuccess ? responseContent(scope, use.response)?.family : undefined;
    wanted ??= family;
    if (family === undefined || family === wanted) return use;
    return withoutBody(use, "Another success response has a body in another format.");
  });
}

function withoutBody(use: ResponseUse, reason: string): ResponseUse {
  const { status, response } = use;
  if (response.contents.length === 0) return use;
  response.at.loseMember("content", reason);
  response.at.loseMember("schema", reason);
  return { status, response: { ...response, contents: [] } };
}

function isPlain(description: string): boolean {
  return /^(ok|success|successful|success(ful)? (operation|response)|created|accepted|no content|default response|response)\.?$/i.test(
    description,
  );
}

/** Declares a shared response: with its status code if there is one, or as an error if that is `default`. */
export function declareResponse(scope: Scope, id: string, { response }: SharedResponse): void {
  const name = scope.responseNames.get(id);
  if (name === undefined) return;
  const status = scope.responseStatuses.get(id);
  const own = status === undefined || status === "default" ? [] : [statusText(status)];
  const members = [...own, ...printResponseMembers(scope, response, name)];
  const text = lines(
    docText(response.description),
    status === "default" ? "@error" : "",
    `model ${identifier(name)} {\n${members.map((member) => `${member};`).join("\n\n")}\n}`,
  );
  scope.declarations.push({ file: "responses.tsp", name, text, at: response.at });
}

function printShared(
  scope: Scope,
  { status, shared, response }: ResponseUse,
  name: string,
): string {
  if (shared !== undefined && scope.responseStatuses.get(shared) === status)
    return identifier(name);
  if (status === "default")
    return failureText(scope, response, name) ?? `${scope.failureNames.json}<void>`;
  return `{ ${statusText(status)}; ...${identifier(name)} }`;
}

/** Writes the members of a response as a model, without its status code. */
function printResponseMembers(
  scope: Scope,
  response: Response,
  hint: string,
  isHead = false,
): readonly string[] {
  const names = new Names();
  const headers = response.headers.map((header) => printHeader(scope, header, names, hint));
  const chosen = isHead ? undefined : responseContent(scope, response);
  if (chosen === undefined) return headers;
  const mediaType = mediaTypeText(scope, chosen);
  const type = bodyTypeOf(scope, response, hint) ?? "unknown";
  return [
    ...headers,
    ...(mediaType === undefined ? [] : [`@header contentType: ${mediaType}`]),
    `@body ${names.claim("body")}: ${type}`,
  ];
}

/**
 * Returns the format in which a response is read. A multipart body is returned as bytes, because its parts are not
 * parsed.
 */
function responseContent(scope: Scope, { contents }: Response): Chosen | undefined {
  const plain = contents.filter(({ mediaType }) => !mediaType.startsWith("multipart/"));
  if (plain.length > 0 || contents.length === 0) return chooseContent(scope, plain);
  const [first] = contents;
  first?.at.lose("The parts of a multipart response are not parsed.");
  return first && { family: "binary", mediaTypes: ["application/octet-stream"], content: first };
}

function bodyTypeOf(scope: Scope, response: Response, hint: string): string | undefined {
  const chosen = responseContent(scope, response);
  if (chosen === undefined) return undefined;
  const { schema } = chosen.content;
  return (
    plainBodyType(scope, chosen) ??
    (schema === undefined ? "unknown" : typeText(scope, schema, hint))
  );
}

function printOwn(
  scope: Scope,
  { status, response }: ResponseUse,
  hint: string,
  isHead: boolean,
): string | undefined {
  const suffix = status === "default" ? "Default" : status;
  const own = status.startsWith("2") ? hint : `${hint}${suffix}`;
  if (status === "default") {
    return isErrorModel(scope, response)
      ? bodyTypeOf(scope, response, own)
      : failureText(scope, response, own);
  }
  const members = printResponseMembers(scope, response, own, isHead);
  const [only = "", ...others] = members;
  if (status === "200" && others.length === 0 && only.startsWith("@body body: ")) {
    const type = only.slice("@body body: ".length);
    if (isPlainModel(scope, response)) return type;
  }
  return `{ ${[statusText(status), ...members].map((member) => `${member};`).join("\n")} }`;
}

/** Writes the `default` response, in an envelope that is marked as an error. */
function failureText(scope: Scope, response: Response, hint: string): string | undefined {
  const chosen = responseContent(scope, response);
  if (chosen === undefined) return undefined;
  const type = bodyTypeOf(scope, response, hint) ?? "unknown";
  const mediaType = mediaTypeText(scope, chosen);
  const { json, typed } = scope.failureNames;
  return mediaType === undefined ? `${json}<${type}>` : `${typed}<${mediaType}, ${type}>`;
}

/** Whether a model can be returned without an envelope, because TypeSpec treats it as the body. */
function isPlainModel(scope: Scope, response: Response): boolean {
  const schema = response.contents[0]?.schema;
  if (schema === undefined || isNullable(scope, schema)) return false;
  return schema.kind === "ref" || schema.kind === "array" || schema.kind === "scalar";
}

function isErrorModel(scope: Scope, response: Response): boolean {
  const chosen = chooseContent(scope, response.contents);
  const schema: Schema | undefined = chosen?.content.schema;
  return (
    response.headers.length === 0 &&
    schema?.kind === "ref" &&
    scope.errorSchemas.has(schema.id) &&
    chosen !== undefined &&
    mediaTypeText(scope, chosen) === undefined
  );
}

function statusText(status: string): string {
  if (!status.endsWith("XX")) return `@statusCode _: ${status}`;
  const start = Number(status[0]) * 100;
  return `@minValue(${start}) @maxValue(${start + 99}) @statusCode _: int32`;
}

/** Response headers whose dates are HTTP dates by RFC 9110, also if a document says `date-time`. */
const httpDates: ReadonlySet<string> = new Set(["date", "expires", "last-modified"]);

function printHeader(scope: Scope, header: Header, names: Names, hint: string): string {
  const name = names.claim(valueName(header.name));
  const { schema } = header;
  const type = typeText(scope, schema, `${hint}${typeName(header.name)}`, true);
  return lines(
    docText(header.description ?? schema.description),
    header.deprecated ? '#deprecated "Deprecated by the service."' : "",
    ...(httpDates.has(header.name.toLowerCase())
      ? typeDecorators(schema)
      : headerDecorators(scope, schema)),
    `@header(${quoted(header.name)}) ${identifier(name)}${header.required ? "" : "?"}: ${type}`,
  );
}
