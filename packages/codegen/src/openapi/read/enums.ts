import type { Annotations, EnumSchema, EnumValue, Literal, Schema } from "../contract.ts";
import type { Node } from "../node.ts";
import { typesOf } from "./annotations.ts";

/** Reads `enum` or `const`, with extensions that describe the values. */
export function readEnum(node: Node, annotations: Annotations): Schema {
  const isConstant = node.peek("const") !== undefined;
  const listed = isConstant ? [node.get("const")!] : node.list("enum");
  const type = typesOf(node).find((one) => one !== "null");
  const nullable = annotations.nullable === true || listed.some(({ value }) => value === null);
  const outer = { ...annotations, ...(nullable ? { nullable } : {}) };
  const extension = node.get("x-ms-enum");
  const described = extension === undefined ? varNames(node) : extensionValues(extension);
  const values = new Map<Literal, EnumValue>();
  for (const [index, item] of listed.entries()) {
    const value = literalOf(item.value, type);
    if (value === undefined) {
      if (item.value !== null) item.lose("The value is not a string, number or boolean.");
      continue;
    }
    values.set(value, { value, ...described(value, index) });
  }
  node.string("format");
  if (values.size === 0) return { ...outer, kind: listed.length > 0 ? "null" : "any" };
  const base = baseOf(node, [...values.keys()], type);
  const name = extension?.string("name");
  return {
    ...outer,
    kind: "enum",
    ...(base === undefined ? {} : { base }),
    ...(name === undefined ? {} : { name }),
    open: extension?.boolean("modelAsString") ?? node.get("x-extensible-enum") !== undefined,
    values: [...values.values()],
  };
}

function baseOf(
  node: Node,
  values: readonly Literal[],
  type: string | undefined,
): EnumSchema["base"] {
  const [kind, ...others] = new Set(values.map((value) => typeof value));
  if (others.length > 0) return undefined;
  if (kind === "string" || kind === "boolean") {
    if (type !== undefined && type !== kind)
      node.get("type")?.lose("The values of the enum have another type.");
    return kind;
  }
  return values.every((value) => Number.isInteger(value)) && type !== "number"
    ? "integer"
    : "number";
}

/** Returns a value as a literal. In YAML, an unquoted number is text if the type is string. */
function literalOf(value: unknown, type: string | undefined): Literal | undefined {
  if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") {
    return undefined;
  }
  if (type === "string" && typeof value !== "string") return String(value);
  if ((type === "integer" || type === "number") && typeof value === "string") {
    return value.trim() !== "" && Number.isFinite(Number(value)) ? Number(value) : value;
  }
  return value;
}

type Described = (value: Literal, index: number) => { name?: string; description?: string };

function extensionValues(extension: Node): Described {
  const known = new Map(
    extension.list("values").map((entry) => {
      const value = entry.get("value")?.value as Literal;
      const name = entry.string("name");
      const description = entry.string("description");
      return [
        value,
        {
          ...(name === undefined ? {} : { name }),
          ...(description === undefined ? {} : { description }),
        },
      ] as const;
    }),
  );
  return (value) => known.get(value) ?? {};
}

function varNames(node: Node): Described {
  const names = [...node.strings("x-enum-varnames"), ...node.strings("x-enumNames")];
  const descriptions = node.strings("x-enum-descriptions");
  return (_, index) => ({
    ...(names[index] === undefined ? {} : { name: names[index] }),
    ...(descriptions[index] === undefined ? {} : { description: descriptions[index] }),
  });
}
