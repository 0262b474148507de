import type { Content, Header, Response, ResponseUse } from "../contract.ts";
import { essenceOf, isJsonType, isXmlType } from "../media-types.ts";
import type { Node } from "../node.ts";
import { textOf } from "./annotations.ts";
import { readContents } from "./bodies.ts";
import { readParameterSchema } from "./parameters.ts";
import type { Reader } from "./reader.ts";
import { readSchema } from "./schemas.ts";

/** Reads the responses of an operation. */
export function readResponses(
  reader: Reader,
  operation: Node,
  produces: readonly string[],
): readonly ResponseUse[] {
  const uses = operation.entries("responses").flatMap(([key, node]): readonly ResponseUse[] => {
    if (key.startsWith("x-")) {
      node.lose(`The extension ${key} is not converted.`);
      return [];
    }
    const status = key.toUpperCase();
    const isRange = /^[2-5]XX$/.test(status);
    if (status !== "DEFAULT" && !isRange && !/^[2-5]\d\d$/.test(status)) {
      const why = /^1(XX|\d\d)$/.test(status)
        ? "The response is not the final one of a request, so a client does not see it."
        : `${JSON.stringify(key)} is not a status code.`;
      node.lose(why);
      return [];
    }
    return [readUse(reader, status === "DEFAULT" ? "default" : status, node, produces)];
  });
  if (declaresSuccess(uses)) return uses;
  const at = operation.get("responses") ?? operation;
  at.note(
    "No success response is declared, so the client accepts each status code of 2xx and ignores the body.",
  );
  return [...uses, { status: "2XX", response: { at, description: "", headers: [], contents: [] } }];
}

/** Whether a response describes a success: one with a status code of 2xx, or else `default`. */
function declaresSuccess(uses: readonly ResponseUse[]): boolean {
  const has = (pattern: RegExp) => uses.some(({ status }) => pattern.test(status));
  return has(/^2/) || (has(/^default$/) && !has(/^3/));
}

function readUse(
  reader: Reader,
  status: string,
  node: Node,
  produces: readonly string[],
): ResponseUse {
  const target = node.target();
  const known = reader.responses.get(target.id);
  if (known !== undefined) return { status, shared: target.id, response: known.response };
  const response = readResponse(reader, target, produces);
  if (node.peek("$ref") === undefined) return { status, response };
  const name = target.pointer.split("/").at(-1) ?? "Response";
  reader.responses.set(target.id, { name, response });
  return { status, shared: target.id, response };
}

/** Reads one response of any OpenAPI version. */
function readResponse(reader: Reader, node: Node, produces: readonly string[]): Response {
  const isError = node.boolean("x-ms-error-response");
  return {
    at: node,
    ...(isError === undefined ? {} : { isError }),
    description: textOf(node, "description") ?? "",
    headers: node.entries("headers").flatMap(([name, header]) => readHeader(reader, name, header)),
    contents:
      reader.dialect === "2.0" ? readBody(reader, node, produces) : readContents(reader, node),
  };
}

function readBody(reader: Reader, node: Node, produces: readonly string[]): readonly Content[] {
  const at = node.get("schema");
  if (at === undefined) return [];
  const schema = readSchema(reader, at);
  const isFile = schema.kind === "scalar" && schema.type === "binary";
  const types =
    produces.length > 0 ? produces : [isFile ? "application/octet-stream" : "application/json"];
  return fitting(types, isFile).map((mediaType) => ({
    at: node,
    mediaType,
    schema,
    partTypes: new Map(),
  }));
}

/**
 * Returns the media types that fit a response. In 2.0, the media types of an operation apply to all its responses, both
 * files and errors.
 */
function fitting(types: readonly string[], isFile: boolean): readonly string[] {
  const found = types.filter((type) => {
    const isDocument = isJsonType(type) || isXmlType(type);
    return isFile ? !isDocument : isDocument || essenceOf(type).startsWith("text/");
  });
  return found.length > 0 ? found : types;
}

function readHeader(reader: Reader, name: string, node: Node): readonly Header[] {
  if (name.toLowerCase() === "content-type") {
    node.settle();
    return [];
  }
  const at = node.target();
  const description = textOf(at, "description");
  at.string("collectionFormat");
  at.string("style");
  at.boolean("explode");
  return [
    {
      at,
      name,
      required: at.boolean("required") ?? false,
      ...(description === undefined ? {} : { description }),
      deprecated: at.boolean("deprecated") === true,
      schema: readParameterSchema(reader, at),
    },
  ];
}
