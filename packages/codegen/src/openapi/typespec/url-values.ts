import type { Parameter, Property, Schema } from "../contract.ts";
import { flatProperties } from "./inheritance.ts";
import { resolved, type Scope } from "./scope.ts";

/**
 * Returns a parameter such as `filter[name]` or `name` for each property of an object in the query. Returns undefined
 * for any other parameter.
 */
export function flattened(scope: Scope, parameter: Parameter): readonly Parameter[] | undefined {
  const { in: place, style, explode, schema } = parameter;
  if (place !== "query") return undefined;
  if (style === "deepObject") return flattenedDeep(scope, parameter);
  const plain = resolved(scope, schema);
  if (style !== "form" || !explode || plain.kind !== "object" || plain.variants.length > 0) {
    return undefined;
  }
  const properties = flatProperties(scope, plain);
  if (properties.length === 0) return undefined;
  return properties.map((property) => member(parameter, property, property.name));
}

function flattenedDeep(scope: Scope, parameter: Parameter): readonly Parameter[] | undefined {
  const found: Parameter[] = [];
  for (const option of optionsOf(scope, parameter.schema)) {
    const plain = resolved(scope, option);
    const properties = plain.kind === "object" ? flatProperties(scope, plain) : [];
    for (const property of properties) {
      found.push(member(parameter, property, `${parameter.name}[${property.name}]`));
    }
    if (plain.kind === "array") {
      const name = `${parameter.name}[]`;
      found.push({ ...parameter, style: "form", explode: true, name, schema: option });
    } else if (plain.kind !== "object" && plain.kind !== "any") {
      found.push({ ...parameter, style: "form", schema: option, required: false });
    } else if (properties.length === 0) {
      parameter.at.lose("An object without declared properties cannot be sent in a query.");
    }
  }
  if (found.length === 0 && parameter.required) return undefined;
  const byName = new Map(found.toReversed().map((one) => [one.name, one]));
  return [...byName.values()].toReversed();
}

function optionsOf(scope: Scope, schema: Schema): readonly Schema[] {
  const plain = resolved(scope, schema);
  return plain.kind === "union" ? plain.variants : [schema];
}

function member(parameter: Parameter, property: Property, name: string): Parameter {
  const { schema } = property;
  return {
    ...parameter,
    at: property.at,
    name,
    style: "form",
    explode: true,
    description: schema.description ?? "",
    required: property.required && parameter.required,
    schema,
  };
}

/**
 * Returns the schema of a parameter. Types that cannot be written in a URL, header or cookie become strings, which the
 * caller serializes. Of several types, the list or those that can be written remain.
 */
export function urlSchema(scope: Scope, { schema, at }: Parameter): Schema {
  if (isWritable(scope, schema)) return schema;
  const plain = resolved(scope, schema);
  const writable =
    plain.kind === "union" ? plain.variants.filter((one) => isWritable(scope, one)) : [];
  const list = writable.find((one) => resolved(scope, one).kind === "array");
  const place = at.get("schema") ?? at;
  if (list !== undefined) {
    place.note("The value is a list in the client, also if it is a single one.");
    return list;
  }
  if (writable.length > 0 && plain.kind === "union") {
    place.note(
      "Values that cannot be written in a URL, header or cookie are not in the client's type.",
    );
    return { ...plain, variants: writable };
  }
  place.note(
    "The value is a string in the client, because its type cannot be written in a URL, header or cookie.",
  );
  return { kind: "scalar", type: "string", limits: {}, at };
}

function isWritable(scope: Scope, schema: Schema): boolean {
  const plain = resolved(scope, schema);
  switch (plain.kind) {
    case "scalar":
    case "enum":
      return true;
    case "array":
      return isSingle(scope, plain.items);
    case "union":
      return plain.variants.every((variant) => isSingle(scope, variant));
    default:
      return false;
  }
}

/** Whether a value is a single text. */
function isSingle(scope: Scope, schema: Schema): boolean {
  const plain = resolved(scope, schema);
  if (plain.kind === "union") return plain.variants.every((variant) => isSingle(scope, variant));
  return plain.kind === "scalar" || plain.kind === "enum";
}
