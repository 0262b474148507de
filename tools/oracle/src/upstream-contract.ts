import {
  type Answer,
  type Contract,
  type Header,
  type Model,
  type Operation,
  type Parameter,
  parameterKey,
  type Property,
} from "@acs-chat/spec-diff";
import { capitalized } from "./load-upstream.ts";
import { contractName } from "./names.ts";
import { createShapeReader, type ShapeReader } from "./upstream-shapes.ts";
import type {
  Mapper,
  NamedOperation,
  UpstreamClient,
  UpstreamParameter,
} from "./upstream-types.ts";

const NEXT_SUFFIX = "Next";

/**
 * Returns the contract that an official package's generated code implements. Descriptions, limits and security are
 * empty, because the code does not contain them.
 */
export function contractOfUpstream(client: UpstreamClient): Contract {
  const reader = createShapeReader(client.declarations);
  const models = readModels(client, reader);
  const operations = new Map<string, Operation>();
  const names = new Set(client.operations.map(({ name }) => name));
  for (const operation of client.operations) {
    // The operation that gets the next page by its link.
    if (
      operation.name.endsWith(NEXT_SUFFIX) &&
      names.has(operation.name.slice(0, -NEXT_SUFFIX.length))
    )
      continue;
    const next = client.operations.find(({ name }) => name === `${operation.name}${NEXT_SUFFIX}`);
    const read = readOperation(operation, next, models, reader);
    operations.set(read.id, read);
  }
  return {
    version: versionOf(client),
    description: "",
    host: client.host,
    security: "",
    operations,
    models,
    enums: reader.enums,
    unions: new Map(),
  };
}

function readOperation(
  { group, name, spec, argumentTypes }: NamedOperation,
  next: NamedOperation | undefined,
  models: ReadonlyMap<string, Model>,
  reader: ShapeReader,
): Operation {
  const parameters = new Map<string, Parameter>();
  const add = (place: string, list: readonly UpstreamParameter[] = []): void => {
    for (const parameter of list) {
      const wire = wireName(parameter);
      parameters.set(parameterKey(place, wire), {
        name: wire,
        place,
        required: isRequired(parameter),
        shape: reader.shape(variable(parameter.mapper), argumentTypes.get(argumentName(parameter))),
        description: "",
      });
    }
  };
  const headers = spec.headerParameters ?? [];
  const fixed = (header: string): string[] => {
    const found = headers.find((parameter) => wireName(parameter) === header)?.mapper.defaultValue;
    return typeof found === "string" ? found.split(", ").toSorted() : [];
  };
  add(
    "path",
    spec.urlParameters?.filter((parameter) => wireName(parameter) !== "endpoint"),
  );
  add("query", spec.queryParameters);
  add(
    "header",
    headers.filter((parameter) => !["Accept", "Content-Type"].includes(wireName(parameter))),
  );
  const body = spec.requestBody;
  const responses = readAnswers(spec.responses, reader);
  return {
    id: `${group}_${capitalized(name)}`,
    method: spec.httpMethod,
    path: spec.path,
    description: "",
    deprecated: false,
    parameters,
    ...(body && {
      body: {
        required: isRequired(body),
        mediaTypes: fixed("Content-Type"),
        shape: reader.shape(body.mapper),
        description: "",
      },
    }),
    produces: fixed("Accept"),
    responses,
    ...(next && { paging: { items: itemsOf(responses, models), nextLink: nextLinkOf(next) } }),
    longRunning: false,
  };
}

function readAnswers(
  responses: NamedOperation["spec"]["responses"],
  reader: ShapeReader,
): ReadonlyMap<string, Answer> {
  const answers = new Map<string, Answer>();
  for (const [status, { bodyMapper, headersMapper, isError }] of Object.entries(responses)) {
    const headers = new Map<string, Header>();
    for (const mapper of Object.values(headersMapper?.type.modelProperties ?? {})) {
      const name = mapper.serializedName ?? "";
      headers.set(name.toLowerCase(), { name, shape: reader.shape(mapper), description: "" });
    }
    answers.set(status, {
      status,
      error: isError === true || status === "default",
      ...(bodyMapper && { shape: reader.shape(bodyMapper) }),
      headers,
      description: "",
    });
  }
  return answers;
}

function readModels(
  { mappers, declarations }: UpstreamClient,
  reader: ShapeReader,
): ReadonlyMap<string, Model> {
  const models = new Map<string, Model>();
  for (const [className, mapper] of Object.entries(mappers)) {
    if (mapper.type?.name !== "Composite") continue;
    const { uberParent, polymorphicDiscriminator, modelProperties = {} } = mapper.type;
    const base = uberParent !== undefined && uberParent !== className ? uberParent : undefined;
    const inherited = base === undefined ? {} : (mappers[base]?.type.modelProperties ?? {});
    const members = declarations.interfaces.get(className);
    const properties = new Map<string, Property>();
    for (const [key, property] of Object.entries(modelProperties)) {
      if (key in inherited) continue;
      const member = members?.get(key);
      const wire = property.serializedName ?? key;
      properties.set(wire, {
        name: wire,
        // Mappers do not contain these two for a reference to another model, but the interfaces do.
        required: property.required === true || member?.required === true,
        readOnly: property.readOnly === true || member?.readOnly === true,
        nullable: property.nullable === true,
        shape: reader.shape(property, member?.type),
        description: "",
      });
    }
    const name = contractName(className);
    models.set(name, {
      name,
      description: "",
      properties,
      bases: base === undefined ? [] : [contractName(base)],
      ...(base === undefined &&
        polymorphicDiscriminator && { discriminator: polymorphicDiscriminator.serializedName }),
      ...(base !== undefined && { discriminatorValue: mapper.serializedName ?? className }),
    });
  }
  return models;
}

/** Returns the property with the items of a page: the only required array of the successful response. */
function itemsOf(
  responses: ReadonlyMap<string, Answer>,
  models: ReadonlyMap<string, Model>,
): string {
  const page = responses.get("200")?.shape;
  const model = page?.kind === "model" ? models.get(page.name) : undefined;
  const arrays = [...(model?.properties.values() ?? [])].filter(
    ({ shape, required }) => shape.kind === "array" && required,
  );
  return arrays.length === 1 ? (arrays[0]?.name ?? "") : "";
}

/** Returns the link parameter of an operation for the next page. The operation's path consists of that parameter. */
function nextLinkOf({ spec }: NamedOperation): string {
  return /^\{(\w+)\}$/.exec(spec.path)?.[1] ?? "";
}

function versionOf(client: UpstreamClient): string {
  const versions = client.operations.flatMap(({ spec }) =>
    (spec.queryParameters ?? [])
      .filter((parameter) => wireName(parameter) === "api-version")
      .map(({ mapper }) => String(mapper.defaultValue)),
  );
  return [...new Set(versions)].join(", ");
}

/** Converts a constant to a variable. Constants that the client sets, such as the API version, are not constants of the API. */
function variable(mapper: Mapper): Mapper {
  const { isConstant: _constant, defaultValue, ...rest } = mapper;
  return mapper.isConstant
    ? rest
    : { ...rest, ...(defaultValue !== undefined && { defaultValue }) };
}

function isRequired({ parameterPath, mapper }: UpstreamParameter): boolean {
  const optional = Array.isArray(parameterPath) && parameterPath[0] === "options";
  return (
    !optional &&
    (mapper.required === true || mapper.isConstant === true || mapper.type.name === "Composite")
  );
}

function wireName({ mapper }: UpstreamParameter): string {
  return mapper.serializedName ?? "";
}

function argumentName({ parameterPath }: UpstreamParameter): string {
  return typeof parameterPath === "string" ? parameterPath : (parameterPath.at(-1) ?? "");
}
