import { assertNever } from "../assert-never.ts";
import type { TypePlan } from "../types/models.ts";
import type { Codec } from "../types/texts.ts";

/** A type whose values have no parts. */
export type LeafPlan = Extract<
  TypePlan,
  {
    kind:
      | "string"
      | "boolean"
      | "number"
      | "literal"
      | "date"
      | "bytes"
      | "text"
      | "duration"
      | "enum";
  }
>;

const containers: ReadonlySet<TypePlan["kind"]> = new Set([
  "array",
  "model",
  "nullable",
  "part",
  "record",
  "tuple",
  "union",
  "unknown",
] as const);

export function isLeaf(type: TypePlan): type is LeafPlan {
  return !containers.has(type.kind);
}

/** Returns how values of a type are written and read, at any place. */
export function codecOf(type: LeafPlan): Codec {
  switch (type.kind) {
    case "string":
    case "number":
    case "boolean":
      return type.kind;
    case "literal":
      return literalCodecs[typeof type.value as keyof typeof literalCodecs];
    case "enum":
      return type.numeric === true ? "number" : "string";
    case "date":
      return type.encode;
    case "bytes":
      // Where raw bytes are not possible, they are encoded as in JSON.
      return type.encode === "base64url" ? "base64url" : "base64";
    case "text":
      return `${type.of}Text`;
    case "duration":
      if (type.unit === "iso") return "string";
      if (type.text === true) return "numberText";
      return type.integer ? "whole" : "number";
    default:
      return assertNever(type);
  }
}

const literalCodecs = { string: "string", number: "number", boolean: "boolean" } as const;

/** Returns the JavaScript type that distinguishes values of a codec from those of others. */
export function valueKindOf(
  codec: Codec,
): "string" | "number" | "boolean" | "bigint" | "Date" | "Uint8Array" {
  switch (codec) {
    case "string":
    case "number":
    case "boolean":
      return codec;
    case "whole":
    case "numberText":
      return "number";
    case "bigintText":
      return "bigint";
    case "booleanText":
      return "boolean";
    case "rfc3339":
    case "rfc7231":
    case "unix":
      return "Date";
    case "base64":
    case "base64url":
      return "Uint8Array";
    default:
      return assertNever(codec);
  }
}
