import { type Answer, type Body, type Contract, type Header, type Operation } from "./contract.ts";
import { type Parameter, parameterKey, type Paging } from "./contract.ts";
import { createResolver, type Located, type Resolver, type SourceDocument } from "./documents.ts";
import {
  canonicalJson,
  isObject,
  type JsonObject,
  objectOr,
  pointer,
  stringsOr,
  textOr,
} from "./json.ts";
import { createSchemaReader, type SchemaReader } from "./read-schemas.ts";
import { SpecError } from "./spec-error.ts";

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch"];

interface Reading {
  readonly document: SourceDocument;
  readonly resolver: Resolver;
  readonly schemas: SchemaReader;
  readonly consumes: readonly string[];
  readonly produces: readonly string[];
}

/**
 * The contract that an OpenAPI 2.0 document describes.
 *
 * @throws SpecError naming file and place if the document is not OpenAPI 2.0, or a reference is broken.
 */
export function readContract(document: SourceDocument): Contract {
  const { root, file } = document;
  if (root["swagger"] !== "2.0") {
    const found =
      root["openapi"] === undefined
        ? 'no "swagger": "2.0" in it'
        : `OpenAPI ${String(root["openapi"])}`;
    throw new SpecError(file, "#", `OpenAPI 2.0 is expected, but it is ${found}`);
  }
  if (!isObject(root["paths"])) throw new SpecError(file, "#/paths", "an object is expected");
  const resolver = createResolver();
  const schemas = createSchemaReader(resolver);
  const reading: Reading = {
    document,
    resolver,
    schemas,
    consumes: stringsOr(root["consumes"]),
    produces: stringsOr(root["produces"]),
  };
  const operations = new Map<string, Operation>();
  for (const section of ["paths", "x-ms-paths"]) {
    for (const [path, item] of Object.entries(objectOr(root[section]))) {
      for (const operation of readPath(reading, section, path, item))
        operations.set(operation.id, operation);
    }
  }
  for (const [name, schema] of Object.entries(objectOr(root["definitions"]))) {
    const place = pointer("definitions", name);
    if (!isObject(schema)) throw new SpecError(file, place, "a schema object is expected");
    schemas.definition(document, schema, place, name);
  }
  const info = objectOr(root["info"]);
  return {
    version: textOr(info["version"]),
    description: `${textOr(info["title"])}: ${textOr(info["description"])}`,
    host: hostOf(root),
    security: securityOf(root),
    operations,
    models: schemas.models,
    enums: schemas.enums,
  };
}

function readPath(reading: Reading, section: string, path: string, item: unknown): Operation[] {
  const at = pointer(section, path);
  if (!isObject(item)) throw new SpecError(reading.document.file, at, "an object is expected");
  return METHODS.filter((method) => item[method] !== undefined).map((method) => {
    const operation = item[method];
    const place = `${at}/${method}`;
    if (!isObject(operation))
      throw new SpecError(reading.document.file, place, "an object is expected");
    return readOperation(reading, method, path, operation, place, item["parameters"]);
  });
}

function readOperation(
  reading: Reading,
  method: string,
  path: string,
  operation: JsonObject,
  place: string,
  shared: unknown,
): Operation {
  const id = textOr(operation["operationId"]) || `${method.toUpperCase()} ${path}`;
  const consumes = Array.isArray(operation["consumes"])
    ? stringsOr(operation["consumes"])
    : reading.consumes;
  const produces = Array.isArray(operation["produces"])
    ? stringsOr(operation["produces"])
    : reading.produces;
  const parameters = new Map<string, Parameter>();
  let body: Body | undefined;
  const lists = [
    { list: shared, at: `${place.slice(0, place.lastIndexOf("/"))}/parameters` },
    { list: operation["parameters"], at: `${place}/parameters` },
  ];
  for (const { list, at } of lists) {
    for (const [index, raw] of (Array.isArray(list) ? list : []).entries()) {
      const found = deref(reading, raw, `${at}/${index}`);
      const { value } = found;
      const name = textOr(value["name"]);
      const where = textOr(value["in"]);
      if (name === "" || where === "") {
        throw new SpecError(found.document.file, found.place, 'a parameter needs "name" and "in"');
      }
      if (where === "body") {
        body = {
          required: value["required"] === true,
          mediaTypes: [...consumes].toSorted(),
          shape: reading.schemas.shape(
            found.document,
            value["schema"],
            `${found.place}/schema`,
            `${id}.${name}`,
          ),
          description: textOr(value["description"]),
        };
      } else {
        parameters.set(parameterKey(where, name), {
          name,
          place: where,
          required: value["required"] === true,
          shape: reading.schemas.shape(found.document, value, found.place, `${id}.${name}`),
          ...encodingOf(value),
          description: textOr(value["description"]),
        });
      }
    }
  }
  const paging = pagingOf(operation);
  return {
    id,
    method: method.toUpperCase(),
    path,
    description: textOr(`${textOr(operation["summary"])} ${textOr(operation["description"])}`),
    deprecated: operation["deprecated"] === true,
    parameters,
    ...(body && { body }),
    produces: [...produces].toSorted(),
    responses: readAnswers(reading, operation, place, id),
    ...(paging && { paging }),
    longRunning: operation["x-ms-long-running-operation"] === true,
    ...(Array.isArray(operation["security"]) && { security: canonicalJson(operation["security"]) }),
  };
}

function readAnswers(
  reading: Reading,
  operation: JsonObject,
  place: string,
  id: string,
): Map<string, Answer> {
  const answers = new Map<string, Answer>();
  if (!isObject(operation["responses"])) {
    throw new SpecError(reading.document.file, `${place}/responses`, "an object is expected");
  }
  for (const [status, raw] of Object.entries(operation["responses"])) {
    const found = deref(reading, raw, `${place}/responses/${status}`);
    const headers = new Map<string, Header>();
    for (const [name, header] of Object.entries(objectOr(found.value["headers"]))) {
      const at = `${found.place}/headers/${name}`;
      headers.set(name.toLowerCase(), {
        name,
        shape: reading.schemas.shape(found.document, header, at, `${id}.${status}.${name}`),
        description: textOr(objectOr(header)["description"]),
      });
    }
    const schema = found.value["schema"];
    answers.set(status, {
      status,
      error:
        found.value["x-ms-error-response"] === true ||
        status === "default" ||
        Number(status) >= 400,
      ...(schema !== undefined && {
        shape: reading.schemas.shape(
          found.document,
          schema,
          `${found.place}/schema`,
          `${id}.${status}`,
        ),
      }),
      headers,
      description: textOr(found.value["description"]),
    });
  }
  return answers;
}

/** Lists are written with commas, and everything is escaped, unless the parameter says otherwise. */
function encodingOf(parameter: JsonObject): Pick<Parameter, "encoding"> {
  const format = textOr(parameter["collectionFormat"]);
  const said = [
    ...(format === "" || format === "csv" ? [] : [format]),
    ...(parameter["x-ms-skip-url-encoding"] === true ? ["unescaped"] : []),
  ];
  return said.length === 0 ? {} : { encoding: said.join(", ") };
}

function deref(reading: Reading, raw: unknown, place: string): Located {
  if (!isObject(raw)) throw new SpecError(reading.document.file, place, "an object is expected");
  const ref = raw["$ref"];
  return typeof ref === "string"
    ? reading.resolver.resolve(reading.document, ref, place)
    : { document: reading.document, place, value: raw };
}

function pagingOf(operation: JsonObject): Paging | undefined {
  const hints = operation["x-ms-pageable"];
  if (!isObject(hints)) return undefined;
  const nextLink = hints["nextLinkName"];
  return {
    items: typeof hints["itemName"] === "string" ? hints["itemName"] : "value",
    ...(typeof nextLink === "string" && { nextLink }),
  };
}

function hostOf(root: JsonObject): string {
  const template = objectOr(root["x-ms-parameterized-host"])["hostTemplate"];
  const host = typeof template === "string" ? template : textOr(root["host"]);
  return `${host}${textOr(root["basePath"])}`.replace(/\/$/, "");
}

function securityOf(root: JsonObject): string {
  const schemes = Object.entries(objectOr(root["securityDefinitions"])).map(([name, scheme]) => {
    const { description: _description, ...rest } = objectOr(scheme);
    return [name, rest];
  });
  return canonicalJson({ schemes: Object.fromEntries(schemes), required: root["security"] ?? [] });
}
