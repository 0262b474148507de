import type {
  Body as DescribedBody,
  Operation as Described,
  Parameter as DescribedParameter,
  Schema,
} from "@acs-chat/codegen/contract";
import { type Body, type Parameter, parameterKey } from "./contract.ts";
import { readContents } from "./read-contents.ts";
import type { TypeReader } from "./read-types.ts";
import { clientNameOf, inOneLine } from "./texts.ts";

/** Reads the parameters of an operation except for the body, by key. */
export function readParameters(
  types: TypeReader,
  operation: Described,
  id: string,
): ReadonlyMap<string, Parameter> {
  const parameters = new Map<string, Parameter>();
  for (const { parameter } of operation.parameters) {
    const { at, name, in: place, required, clientName, deprecated, schema } = parameter;
    const key = parameterKey(place, name);
    const encoding = encodingOf(types, parameter);
    types.places.set(`${id} ${key}`, at);
    parameters.set(key, {
      name,
      place,
      required,
      shape: types.shape(withDescription(schema, parameter.description), `${id}.${name}`),
      ...(encoding === "" ? {} : { encoding }),
      ...clientNameOf(name, clientName),
      ...(deprecated ? { deprecated } : {}),
      description: inOneLine(parameter.description) || types.words(schema),
    });
  }
  return parameters;
}

/** Gives an inline type the description of its parameter. */
function withDescription(schema: Schema, description: string | undefined): Schema {
  return schema.kind === "enum" && description !== undefined ? { description, ...schema } : schema;
}

const words: Readonly<Record<string, string>> = {
  spaceDelimited: "ssv",
  pipeDelimited: "pipes",
  tabDelimited: "tsv",
  form: "",
  simple: "",
};

/**
 * Returns the serialization of a parameter, if it is not the default for its place and type. A single value has none.
 */
function encodingOf(
  types: TypeReader,
  { in: place, style, explode, reserved, schema }: DescribedParameter,
): string {
  const isSingle = isSingleValue(types, schema);
  const exploded = place === "query" || place === "cookie" ? "multi" : "exploded";
  const word = words[style] ?? style;
  return [
    isSingle && (word === "ssv" || word === "pipes" || word === "tsv") ? "" : word,
    explode && !isSingle && style !== "deepObject" ? exploded : "",
    reserved ? "unescaped" : "",
  ]
    .filter((one) => one !== "")
    .join(", ");
}

function isSingleValue(types: TypeReader, schema: Schema): boolean {
  if (schema.kind === "scalar" || schema.kind === "enum") return true;
  if (schema.kind !== "ref") return false;
  const { kind } = types.shape(schema, "");
  return kind === "value" || kind === "enum";
}

/** Reads the request body of an operation. */
export function readBody(types: TypeReader, body: DescribedBody, id: string): Body {
  const name = `${id}.${body.name ?? "body"}`;
  const { shape, otherShapes, mediaTypes } = readContents(types, body.contents, name);
  const partTypes = new Map(body.contents.flatMap((one) => [...one.partTypes]));
  types.places.set(`${id} body`, body.at);
  return {
    required: body.required,
    mediaTypes,
    shape: shape ?? { kind: "value", type: "any", limits: {} },
    ...(otherShapes === undefined ? {} : { otherShapes }),
    ...(partTypes.size === 0 ? {} : { partTypes }),
    ...(body.name === undefined ? {} : { name: body.name }),
    description: inOneLine(body.description),
  };
}
