import type { Parameter, ParameterUse, Schema } from "../contract.ts";
import type { Node } from "../node.ts";
import { textOf } from "./annotations.ts";
import type { Reader } from "./reader.ts";
import { readSchema } from "./schemas.ts";

/** Headers that follow from the content types of an operation. Parameters with these names must be ignored. */
const impliedHeaders = new Set(["accept", "content-type"]);

/**
 * Reads the parameters of an operation and its path that are not part of the body. The operation's own have precedence.
 * If the operation `isAuthorized`, its credential sets the header `Authorization`.
 */
export function readParameters(
  reader: Reader,
  nodes: readonly Node[],
  isAuthorized: boolean,
): readonly ParameterUse[] {
  const uses = new Map<string, ParameterUse>();
  for (const node of nodes) {
    const target = node.target();
    const place = target.peek("in");
    if (place === "body" || place === "formData") {
      if (reader.dialect !== "2.0")
        target.lose(`OpenAPI 3 has no parameters in "${place}". Use "requestBody".`);
      continue;
    }
    const name = String(target.peek("name"));
    const key = `${String(place)} ${place === "header" ? name.toLowerCase() : name}`;
    if (uses.has(key)) continue;
    if (isAuthorized && key === "header authorization") {
      // Operations can share the parameter, which is listed once.
      if (!reader.root.reading.settled.has(target.value as object))
        target.lose("The credential of the context sets this header.");
      continue;
    }
    const use = readUse(reader, node, target);
    if (use !== undefined) uses.set(key, use);
  }
  return [...uses.values()];
}

function readUse(reader: Reader, node: Node, target: Node): ParameterUse | undefined {
  const known = reader.parameters.get(target.id);
  if (known !== undefined) return { shared: target.id, parameter: known.parameter };
  const parameter = readParameter(reader, target);
  if (parameter === undefined) return undefined;
  if (node.peek("$ref") === undefined) return { parameter };
  const name = target.pointer.split("/").at(-1) ?? parameter.name;
  reader.parameters.set(target.id, { name, parameter });
  return { shared: target.id, parameter };
}

/** Reads one parameter. Returns undefined if it is incomplete, or OpenAPI ignores it. */
function readParameter(reader: Reader, node: Node): Parameter | undefined {
  const name = node.string("name");
  const place = node.string("in");
  if (name === undefined || place === undefined) {
    node.lose('The parameter is left out, because it has no "name" or no "in".');
    return undefined;
  }
  if (place !== "path" && place !== "query" && place !== "header" && place !== "cookie") {
    node.lose(
      `The parameter is left out, because a parameter cannot be in ${JSON.stringify(place)}.`,
    );
    return undefined;
  }
  if (place === "header" && impliedHeaders.has(name.toLowerCase())) {
    node.settle();
    return undefined;
  }
  const clientName = node.string("x-ms-client-name");
  const description = textOf(node, "description");
  node.boolean("allowEmptyValue");
  node.string("x-ms-parameter-location");
  const schema = readParameterSchema(reader, node);
  return {
    at: node,
    name,
    ...(clientName === undefined ? {} : { clientName }),
    in: place,
    required: (node.boolean("required") ?? false) || place === "path",
    ...(description === undefined ? {} : { description }),
    deprecated: node.boolean("deprecated") === true || node.boolean("x-deprecated") === true,
    ...readStyle(node, place, schema),
    reserved:
      (node.boolean("allowReserved") ?? false) || (node.boolean("x-ms-skip-url-encoding") ?? false),
    schema,
  };
}

/** Reads the schema of a parameter or header: the node itself in 2.0, its `schema` or `content` since 3.0. */
export function readParameterSchema(reader: Reader, node: Node): Schema {
  const schema = node.get("schema");
  if (schema !== undefined) return readSchema(reader, schema);
  const [content] = node.entries("content");
  if (content !== undefined) {
    content[1].lose(
      `The value is a string in the client; the caller serializes it as ${content[0]}.`,
    );
    return { kind: "scalar", type: "string", limits: {}, at: node };
  }
  if (reader.dialect === "2.0") {
    const { description: _, ...read } = readSchema(reader, node);
    return read;
  }
  return { kind: "scalar", type: "string", limits: {}, at: node };
}

/** Returns the style of a list in a form of 2.0; undefined if each item is a separate field. */
export function readFieldStyle(field: Node): string | undefined {
  if (field.peek("type") !== "array") return undefined;
  const { style, explode } = formats[field.string("collectionFormat") ?? "csv"] ?? formats["csv"]!;
  return explode ? undefined : style;
}

const formats: Readonly<Record<string, { readonly style: string; readonly explode: boolean }>> = {
  multi: { style: "form", explode: true },
  csv: { style: "form", explode: false },
  ssv: { style: "spaceDelimited", explode: false },
  pipes: { style: "pipeDelimited", explode: false },
  tsv: { style: "tabDelimited", explode: false },
};

function readStyle(
  node: Node,
  place: Parameter["in"],
  schema: Schema,
): { readonly style: string; readonly explode: boolean } {
  const format = node.string("collectionFormat");
  const simple = place === "path" || place === "header" ? "simple" : "form";
  if (format !== undefined || (schema.kind === "array" && node.peek("schema") === undefined)) {
    const known = formats[format ?? "csv"] ?? formats["csv"]!;
    return { ...known, style: known.style === "form" ? simple : known.style };
  }
  const style = node.string("style") ?? simple;
  return {
    style,
    explode: node.boolean("explode") ?? (style === "form" || style === "deepObject"),
  };
}
