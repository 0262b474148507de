import type {
  Contract,
  EnumSchema,
  NamedSchema,
  ObjectSchema,
  Operation,
  ParameterUse,
  Schema,
} from "@acs-chat/codegen/contract";

/**
 * Completes a document with facts that its dialect cannot express. For example, only some dialects have extensions for
 * paging, long-running operations, and names in generated code. If one of two documents in different dialects has no
 * such facts at all, they are taken from the other one, so that they are not reported as changes.
 */
export function withUnsaid(contract: Contract, other: Contract): Contract {
  if (contract.dialect === other.dialect) return contract;
  const { operations, schemas } = contract;
  const known = new Map(other.operations.map((one) => [routeOf(one), one]));
  const named = new Map([...other.schemas.values()].map(({ name, schema }) => [name, schema]));
  const says = {
    paging: operations.some(({ pageable }) => pageable !== undefined),
    running: operations.some(({ longRunning }) => longRunning !== undefined),
    values: [...schemas.values()].some(({ schema }) => isDescribed(schema)),
  };
  const completed = (one: NamedSchema): NamedSchema => {
    const before = named.get(one.name);
    return before === undefined
      ? one
      : { ...one, schema: completeSchema(one.schema, before, says.values) };
  };
  return {
    ...contract,
    operations: operations.map((one) => {
      const before = known.get(routeOf(one));
      return before === undefined ? one : completeOperation(one, before, says);
    }),
    schemas: new Map([...schemas].map(([id, one]) => [id, completed(one)])),
  };
}

function routeOf({ method, path }: Operation): string {
  return `${method} ${path}`;
}

function completeOperation(
  operation: Operation,
  { pageable, longRunning, body, parameters }: Operation,
  says: { readonly paging: boolean; readonly running: boolean },
): Operation {
  const own = operation.body;
  return {
    ...operation,
    ...(says.paging || pageable === undefined ? {} : { pageable }),
    ...(says.running || longRunning === undefined ? {} : { longRunning }),
    parameters: operation.parameters.map((use) => completeParameter(use, parameters)),
    ...(own === undefined || own.name !== undefined || body?.name === undefined
      ? {}
      : { body: { ...own, name: body.name } }),
  };
}

function completeParameter(use: ParameterUse, others: readonly ParameterUse[]): ParameterUse {
  const { parameter } = use;
  const other = others.find(
    (one) => one.parameter.name === parameter.name && one.parameter.in === parameter.in,
  );
  const clientName = parameter.clientName ?? other?.parameter.clientName;
  return clientName === undefined ? use : { ...use, parameter: { ...parameter, clientName } };
}

function isDescribed(schema: Schema): boolean {
  return (
    schema.kind === "enum" && schema.values.some(({ description }) => description !== undefined)
  );
}

function completeSchema(schema: Schema, other: Schema, saysValues: boolean): Schema {
  if (schema.kind === "enum" && other.kind === "enum" && !saysValues)
    return completeEnum(schema, other);
  return schema.kind === "object" && other.kind === "object"
    ? completeObject(schema, other)
    : schema;
}

function completeEnum(schema: EnumSchema, other: EnumSchema): EnumSchema {
  const known = new Map(other.values.map((one) => [one.value, one]));
  return {
    ...schema,
    ...(schema.name === undefined && other.name !== undefined ? { name: other.name } : {}),
    values: schema.values.map((one) => ({ ...known.get(one.value), ...one })),
  };
}

function completeObject(schema: ObjectSchema, other: ObjectSchema): ObjectSchema {
  const known = new Map(other.properties.map((one) => [one.name, one.schema.clientName]));
  return {
    ...schema,
    properties: schema.properties.map((property) => {
      const clientName = property.schema.clientName ?? known.get(property.name);
      return clientName === undefined
        ? property
        : { ...property, schema: { ...property.schema, clientName } };
    }),
  };
}
