import type { Body, Content, Property } from "../contract.ts";
import type { Node } from "../node.ts";
import { textOf } from "./annotations.ts";
import { readFieldStyle } from "./parameters.ts";
import type { Reader } from "./reader.ts";
import { readSchema } from "./schemas.ts";

/** Reads `content` of 3.x: the body in each media type. */
export function readContents(reader: Reader, node: Node): readonly Content[] {
  return node.entries("content").map(([mediaType, at]) => {
    const schema = at.get("schema");
    const partTypes = new Map<string, string>();
    const fieldStyles = new Map<string, string>();
    for (const [property, encoding] of at.entries("encoding")) {
      const type = encoding.string("contentType");
      if (type !== undefined) partTypes.set(property, type);
      const style = readEncodingStyle(encoding);
      if (style !== undefined) fieldStyles.set(property, style);
    }
    return {
      at,
      mediaType: mediaType.trim(),
      ...(schema === undefined ? {} : { schema: readSchema(reader, schema) }),
      partTypes,
      fieldStyles,
    };
  });
}

/** Returns the style of a list that is joined into one text. Other styles count as unread. */
function readEncodingStyle(encoding: Node): string | undefined {
  const style = encoding.peek("style") ?? "form";
  const isExploded = encoding.peek("explode") ?? style === "form";
  if (style === "form") {
    encoding.string("style");
    encoding.boolean("explode");
    return isExploded === true ? undefined : "form";
  }
  if (style !== "spaceDelimited" && style !== "pipeDelimited") return undefined;
  encoding.boolean("explode");
  return encoding.string("style");
}

/** Reads `requestBody` of 3.x. */
export function readRequestBody(reader: Reader, node: Node): Body | undefined {
  const target = node.target();
  const description = textOf(target, "description");
  const name = target.string("x-ms-client-name") ?? target.string("x-ms-requestBody-name");
  const contents = readContents(reader, target);
  if (contents.length === 0) return undefined;
  return {
    at: target,
    ...(name === undefined ? {} : { name }),
    required: target.boolean("required") ?? false,
    ...(description === undefined ? {} : { description }),
    contents,
  };
}

/** Reads the body of 2.0: one parameter in `body`, or several in `formData`. */
export function readBodyParameters(
  reader: Reader,
  nodes: readonly Node[],
  consumes: readonly string[],
): Body | undefined {
  const targets = nodes.map((node) => node.target());
  const [body, ...others] = targets.filter((target) => target.peek("in") === "body");
  for (const other of others) {
    if (other.id !== body?.id)
      other.lose("The parameter is left out, because a request has only one body.");
  }
  if (body !== undefined) return readBodyParameter(reader, body, consumes);
  const fields = targets.filter((target) => target.peek("in") === "formData");
  return fields.length === 0 ? undefined : readForm(reader, fields, consumes);
}

function readBodyParameter(reader: Reader, at: Node, consumes: readonly string[]): Body {
  at.string("in");
  at.string("x-ms-parameter-location");
  // Read in any case, so that it is not listed as unread.
  const ownName = at.string("name");
  const name = at.string("x-ms-client-name") ?? ownName;
  const description = textOf(at, "description");
  const node = at.get("schema");
  const schema = node === undefined ? undefined : readSchema(reader, node);
  const types = consumes.length > 0 ? consumes : ["application/json"];
  return {
    at,
    ...(name === undefined ? {} : { name }),
    required: at.boolean("required") ?? false,
    ...(description === undefined ? {} : { description }),
    contents: types.map((mediaType) => ({
      at,
      mediaType,
      ...(schema === undefined ? {} : { schema }),
      partTypes: new Map(),
    })),
  };
}

function readForm(reader: Reader, fields: readonly Node[], consumes: readonly string[]): Body {
  const [first] = fields as readonly [Node, ...Node[]];
  const properties = fields.map((field): Property => {
    field.string("in");
    const style = readFieldStyle(field);
    const required = field.boolean("required") ?? false;
    return {
      at: field,
      name: field.string("name") ?? "",
      required,
      ...(style === undefined ? {} : { style }),
      schema: readSchema(reader, field),
    };
  });
  const hasFile = properties.some(
    ({ schema }) => schema.kind === "scalar" && schema.type === "binary",
  );
  const isMultipart = hasFile || consumes.includes("multipart/form-data");
  const mediaType = isMultipart ? "multipart/form-data" : "application/x-www-form-urlencoded";
  return {
    at: first,
    required: properties.some(({ required }) => required),
    contents: [
      {
        at: first,
        mediaType,
        schema: {
          kind: "object",
          at: first,
          properties,
          required: [],
          parents: [],
          variants: [],
        },
        partTypes: new Map(),
      },
    ],
  };
}
