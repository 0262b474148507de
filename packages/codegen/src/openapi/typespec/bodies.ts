import type { Body, Property, Schema } from "../contract.ts";
import {
  type Chosen,
  chooseContent,
  isBinarySchema,
  mediaTypeText,
  plainBodyType,
} from "./contents.ts";
import { formSchema } from "./forms.ts";
import { flatProperties } from "./inheritance.ts";
import { type Names, resolved, type Scope, typeName, valueName } from "./scope.ts";
import { docText, identifier, lines, quoted } from "./text.ts";
import { bareTypeText, typeText } from "./types.ts";

/** Writes the parameters of an operation that form its body. */
export function printBody(scope: Scope, body: Body, names: Names, hint: string): readonly string[] {
  const chosen = chooseContent(scope, body.contents, true);
  if (chosen === undefined) return [];
  const mediaType = mediaTypeText(scope, chosen, true);
  const optional = body.required ? "" : "?";
  const contentType = mediaType === undefined ? [] : [contentTypeText(chosen, mediaType)];
  if (mediaType !== undefined) names.claim("contentType");
  if (chosen.family === "multipart") {
    return [...contentType, printMultipart(scope, body, chosen, names, hint)];
  }
  if (
    chosen.family === "binary" &&
    chosen.mediaTypes.some((type) => type.startsWith("multipart/"))
  ) {
    chosen.content.at.lose(
      "The client does not write the parts of this content type. The caller passes the whole body, and its content type with the boundary.",
    );
  }
  const schema =
    chosen.family === "form" ? formSchema(scope, chosen.content) : chosen.content.schema;
  const type =
    plainBodyType(scope, chosen) ??
    (schema === undefined ? "unknown" : typeText(scope, schema, `${hint}Request`));
  const name = names.claim(bodyName(scope, body, schema));
  return [
    ...contentType,
    lines(
      docText(body.description ?? inlineDoc(schema)),
      `@body ${identifier(name)}${optional}: ${type}`,
    ),
  ];
}

/**
 * Writes the parameter for the content type. If JSON is one of several, the parameter is optional and JSON is its
 * default.
 */
function contentTypeText({ family, mediaTypes }: Chosen, type: string): string {
  const [first = ""] = mediaTypes;
  return family === "json" && mediaTypes.length > 1
    ? `@header contentType?: ${type} = ${quoted(first)}`
    : `@header contentType: ${type}`;
}

function inlineDoc(schema: Schema | undefined): string | undefined {
  return schema === undefined || schema.kind === "object" ? undefined : schema.description;
}

function bodyName(scope: Scope, body: Body, schema: Schema | undefined): string {
  if (body.name !== undefined) return valueName(body.name);
  const name = schema?.kind === "ref" ? scope.schemaNames.get(schema.id) : undefined;
  return name === undefined ? "body" : valueName(name);
}

function printMultipart(
  scope: Scope,
  body: Body,
  chosen: Chosen,
  names: Names,
  hint: string,
): string {
  const { schema, partTypes, at } = chosen.content;
  const plain = schema === undefined ? undefined : resolved(scope, schema);
  const properties = plain?.kind === "object" ? flatProperties(scope, plain) : [];
  const name = names.claim(body.name === undefined ? "body" : valueName(body.name));
  const parameter = `@multipartBody ${identifier(name)}${body.required ? "" : "?"}`;
  if (properties.length === 0) {
    at.lose("A multipart body without listed parts is sent as one file.");
    return `${parameter}: { file: HttpPart<File> }`;
  }
  const parts = properties.map(
    (property) => `${printPart(scope, property, partTypes.get(property.name), hint)};`,
  );
  return lines(docText(body.description), `${parameter}: {\n${parts.join("\n\n")}\n}`);
}

function printPart(
  scope: Scope,
  property: Property,
  mediaType: string | undefined,
  hint: string,
): string {
  const { name, required, schema } = property;
  const plain = resolved(scope, schema);
  const isList = plain.kind === "array";
  const item = isList ? plain.items : schema;
  const type = partType(scope, item, mediaType, `${hint}${typeName(name)}`);
  return lines(
    docText(schema.description),
    `${identifier(name)}${required ? "" : "?"}: HttpPart<${type}>${isList ? "[]" : ""}`,
  );
}

function partType(
  scope: Scope,
  schema: Schema,
  mediaType: string | undefined,
  hint: string,
): string {
  if (isBinarySchema(scope, schema)) return "File";
  const type = bareTypeText(scope, schema, hint);
  const [single, ...others] = (mediaType ?? "").split(",").map((one) => one.trim());
  if (single === undefined || single === "" || others.length > 0 || single.includes("*"))
    return type;
  return `{ @header contentType: ${quoted(single)}; @body body: ${type} }`;
}
