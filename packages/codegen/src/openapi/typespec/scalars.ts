import type { ScalarSchema, Schema } from "../contract.ts";
import { quoted } from "./text.ts";

/** A scalar with its decorators. */
export interface ScalarText {
  readonly type: string;
  readonly decorators: readonly string[];
}

const strings: Readonly<Record<string, ScalarText>> = {
  "date-time": { type: "utcDateTime", decorators: [] },
  "date-time-rfc1123": { type: "utcDateTime", decorators: ['@encode("rfc7231")'] },
  date: { type: "plainDate", decorators: [] },
  time: { type: "plainTime", decorators: [] },
  duration: { type: "duration", decorators: [] },
  byte: { type: "bytes", decorators: [] },
  base64url: { type: "bytes", decorators: ['@encode("base64url")'] },
  uri: { type: "url", decorators: [] },
  url: { type: "url", decorators: [] },
  password: { type: "string", decorators: ["@secret"] },
};

const numbers: Readonly<Record<string, string>> = {
  int8: "int8",
  int16: "int16",
  int32: "int32",
  int64: "int64",
  uint8: "uint8",
  uint16: "uint16",
  uint32: "uint32",
  uint64: "uint64",
  float: "float32",
  double: "float64",
  decimal: "decimal",
  decimal128: "decimal128",
};

/** Returns the scalar for a type and format. A number format that TypeSpec does not have is recorded as a loss. */
export function scalarText({ type, format, at }: ScalarSchema): ScalarText {
  if (type === "boolean") return { type: "boolean", decorators: [] };
  if (type === "binary") return { type: "bytes", decorators: [] };
  if (type === "string") {
    if (format === undefined) return { type: "string", decorators: [] };
    return strings[format] ?? { type: "string", decorators: [`@format(${quoted(format)})`] };
  }
  if (format === "unixtime")
    return { type: "utcDateTime", decorators: ['@encode("unixTimestamp", int64)'] };
  const known = format === undefined ? undefined : numbers[format];
  if (known !== undefined && (type === "number" || !/^(float|decimal)/.test(known))) {
    return { type: known, decorators: [] };
  }
  if (format !== undefined)
    at.get("format")?.lose(`TypeSpec has no ${type} with the format ${JSON.stringify(format)}.`);
  return { type: type === "integer" ? "integer" : "float64", decorators: [] };
}

const stringLimits = { minLength: "minLength", maxLength: "maxLength", pattern: "pattern" };
const numberLimits = {
  minimum: "minValue",
  maximum: "maxValue",
  exclusiveMinimum: "minValueExclusive",
  exclusiveMaximum: "maxValueExclusive",
};
const arrayLimits = { minItems: "minItems", maxItems: "maxItems" };

/**
 * Returns the decorators for the constraints of a schema. Those that do not apply to its type are recorded as losses.
 */
export function limitDecorators(schema: Schema): readonly string[] {
  if (!("limits" in schema)) return [];
  const kind = schema.kind === "array" ? "array" : kindOf(schema);
  const known: Readonly<Record<string, string>> =
    kind === "array"
      ? arrayLimits
      : kind === "string"
        ? stringLimits
        : kind === "number"
          ? numberLimits
          : {};
  const { limits } = schema;
  return Object.entries(limits).flatMap(([keyword, value]) => {
    const decorator = known[keyword];
    if (decorator === undefined || !isSound(limits, keyword, kind)) {
      const reason =
        known[keyword] === undefined && isUnknown(keyword)
          ? "is not converted"
          : "does not apply to the type";
      schema.at.get(keyword)?.lose(`"${keyword}" ${reason}.`);
      return [];
    }
    return [
      `@${decorator}(${typeof value === "string" ? quoted(value) : numberText(Number(value))})`,
    ];
  });
}

/** Whether TypeSpec has no decorator for a constraint. */
function isUnknown(keyword: string): boolean {
  return keyword === "multipleOf" || keyword === "uniqueItems";
}

function kindOf(schema: ScalarSchema): "string" | "number" | "other" {
  const { type } = scalarText(schema);
  if (type === "string" || type === "url") return "string";
  return schema.type === "integer" || schema.type === "number"
    ? type === "utcDateTime"
      ? "other"
      : "number"
    : "other";
}

/**
 * Returns false for a limit that TypeSpec rejects: one that contradicts another, or a count that is not a whole number.
 */
function isSound(
  limits: Readonly<Record<string, unknown>>,
  keyword: string,
  kind: string,
): boolean {
  const value = limits[keyword];
  if (keyword === "pattern") return true;
  if (typeof value === "number" && !Number.isSafeInteger(value) && Number.isInteger(value))
    return false;
  if (kind !== "number" && (!Number.isInteger(value) || Number(value) < 0)) return false;
  const other = limits[keyword.replace(/^(min|max)/, (bound) => (bound === "min" ? "max" : "min"))];
  if (typeof other !== "number" || typeof value !== "number") return true;
  return keyword.startsWith("min") ? value <= other : value >= other;
}

/** Writes a number without an exponent, because TypeSpec accepts exponents for few digits only. */
function numberText(value: number): string {
  const text = String(value);
  return /e\+/.test(text) ? BigInt(value).toString() : text;
}
