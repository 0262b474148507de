import type { EnumSchema, Schema } from "../contract.ts";
import { literalText, memberNamesOf } from "./literals.ts";
import { scalarText } from "./scalars.ts";
import { resolved, type Scope } from "./scope.ts";
import { identifier, quoted } from "./text.ts";
import { isNullable } from "./types.ts";

/** Writes the default of a schema as a value expression; undefined if TypeSpec cannot express it. */
export function defaultText(scope: Scope, schema: Schema, value: unknown): string | undefined {
  if (value === null) return isNullable(scope, schema) ? "null" : undefined;
  switch (schema.kind) {
    case "ref": {
      const target = resolved(scope, schema);
      if (target.kind !== "enum")
        return target.kind === "union" || target.kind === "object"
          ? undefined
          : defaultText(scope, target, value);
      return enumDefault(target, scope.schemaNames.get(schema.id), value);
    }
    case "enum":
      return enumDefault(schema, undefined, value);
    case "array": {
      if (!Array.isArray(value)) return undefined;
      const items = value.map((item) => defaultText(scope, schema.items, item));
      return items.includes(undefined) ? undefined : `#[${items.join(", ")}]`;
    }
    case "scalar":
      return scalarDefault(schema, value);
    case "union":
      return schema.variants
        .filter(({ kind }) => kind === "scalar" || kind === "enum")
        .map((variant) => defaultText(scope, variant, value))
        .find((text) => text !== undefined);
    default:
      return undefined;
  }
}

function enumDefault(
  schema: EnumSchema,
  name: string | undefined,
  value: unknown,
): string | undefined {
  const index = schema.values.findIndex((one) => one.value === value);
  if (index === -1) return undefined;
  const isTold =
    schema.name !== undefined || schema.values.some(({ description }) => description !== undefined);
  if (name === undefined && isTold) return undefined;
  if (name === undefined || schema.values.length === 1 || schema.open)
    return literalText(value as string);
  const [member] = memberNamesOf(schema).slice(index);
  return member === undefined ? undefined : `${identifier(name)}.${identifier(member)}`;
}

function scalarDefault(schema: Schema & { kind: "scalar" }, value: unknown): string | undefined {
  const { type } = scalarText(schema);
  switch (typeof value) {
    case "string":
      if (type === "string" || type === "url") return quoted(value);
      return undefined;
    case "boolean":
      return type === "boolean" ? String(value) : undefined;
    case "number":
      if (schema.type !== "integer" && schema.type !== "number") return undefined;
      if (type === "utcDateTime" || (schema.type === "integer" && !Number.isSafeInteger(value)))
        return undefined;
      return type === "int32" && Math.abs(value) > 2 ** 31 - 1 ? undefined : String(value);
    default:
      return undefined;
  }
}
