import type {
  SdkBuiltInType,
  SdkDateTimeType,
  SdkDurationType,
  SdkType,
} from "@azure-tools/typespec-client-generator-core";
import { reportDiagnostic } from "../lib.ts";
import { nameOf, targetOf, type Planner } from "./planner.ts";
import type { TypePlan } from "./types.ts";
import { planEarlierValues, refuseChange } from "./versions/earlier.ts";

const numberKinds = new Set([
  "numeric",
  "integer",
  "safeint",
  "int8",
  "int16",
  "int32",
  "uint8",
  "uint16",
  "uint32",
  "float",
  "float32",
  "float64",
  "decimal",
  "decimal128",
  "int64",
  "uint64",
]);

/** Kinds whose values may be too large for a number when they travel as text. */
const bigKinds = new Set(["int64", "uint64", "integer"]);

/** Kinds whose digits a number would lose when they travel as text. */
const decimalKinds = new Set(["decimal", "decimal128", "numeric"]);

const delimiters = {
  commaDelimited: ",",
  spaceDelimited: " ",
  pipeDelimited: "|",
  newlineDelimited: "\n",
} as const;

/** The delimiter that an array encoding of TypeSpec stands for. */
export function delimiterOf(encode: string | undefined): string | undefined {
  return encode === undefined ? undefined : delimiters[encode as keyof typeof delimiters];
}

/** Something in the TypeSpec sources to point at. */
type Place = { readonly __raw?: unknown };

const giveValue = "Give the member the value that goes over the wire.";

/** Plans a type as it is used at one place, which diagnostics point at. */
export function planType(planner: Planner, type: SdkType, place?: Place): TypePlan {
  switch (type.kind) {
    case "model":
    case "union":
      return { kind: type.kind, ref: nameOf(planner, type) };
    case "enum": {
      const isVersioned = type.values.some(
        ({ __raw: raw, value }) => planEarlierValues(planner, raw, value).length > 0,
      );
      return {
        kind: "enum",
        ref: nameOf(planner, type),
        ...(isVersioned ? { versioned: true } : {}),
      };
    }
    case "enumvalue":
      if (planEarlierValues(planner, type.__raw, type.value).length > 0) {
        refuseChange(planner, type.__raw, "a value that is a type by itself", giveValue);
      }
      return { kind: "literal", value: type.value };
    case "constant":
      return { kind: "literal", value: type.value };
    case "nullable":
      return { kind: "nullable", of: planType(planner, type.type, place) };
    case "array":
      return { kind: "array", of: planType(planner, type.valueType, place) };
    case "dict":
      return { kind: "record", of: planType(planner, type.valueType, place) };
    case "tuple":
      return { kind: "tuple", of: type.valueTypes.map((value) => planType(planner, value, place)) };
    case "utcDateTime":
    case "offsetDateTime":
      return planDate(planner, type, place);
    case "duration":
      return planDuration(planner, type, place);
    case "endpoint":
    case "credential":
      throw new Error(`A type of kind ${type.kind} is no type of a value`);
    default:
      return planScalar(planner, type, place);
  }
}

function planScalar(planner: Planner, type: SdkBuiltInType, place?: Place): TypePlan {
  if (type.kind === "boolean") {
    return type.encode === "string" ? { kind: "text", of: "boolean" } : { kind: "boolean" };
  }
  if (type.kind === "bytes") {
    switch (type.encode) {
      case undefined:
      case "bytes":
        return { kind: "bytes", encode: "raw" };
      case "base64":
      case "base64url":
        return { kind: "bytes", encode: type.encode };
      default:
        return unsupportedEncoding(planner, type, place, "base64 or base64url", { kind: "string" });
    }
  }
  if (type.kind === "unknown") return { kind: "unknown" };
  if (numberKinds.has(type.kind)) {
    if (type.encode !== "string" && type.wireType?.kind !== "string") return { kind: "number" };
    if (decimalKinds.has(type.kind)) return { kind: "string" };
    return { kind: "text", of: bigKinds.has(type.kind) ? "bigint" : "number" };
  }
  return { kind: "string" };
}

function planDate(planner: Planner, type: SdkDateTimeType, place?: Place): TypePlan {
  switch (type.encode) {
    case "rfc3339":
      // The offset is part of the value and a Date would lose it.
      return type.kind === "offsetDateTime"
        ? { kind: "string" }
        : { kind: "date", encode: "rfc3339" };
    case "rfc7231":
      return { kind: "date", encode: "rfc7231" };
    case "unixTimestamp":
    case "unix-timestamp":
      return { kind: "date", encode: "unix" };
    default:
      return unsupportedEncoding(planner, type, place, "rfc3339, rfc7231 or unixTimestamp", {
        kind: "string",
      });
  }
}

function planDuration(planner: Planner, type: SdkDurationType, place?: Place): TypePlan {
  switch (type.encode) {
    case "seconds":
    case "milliseconds": {
      const wire = type.wireType.kind;
      return {
        kind: "duration",
        unit: type.encode,
        integer: !wire.startsWith("float") && !decimalKinds.has(wire),
        ...(wire === "string" || type.wireType.encode === "string" ? { text: true } : {}),
      };
    }
    case "ISO8601":
    case "constant":
    case "duration-constant":
      return { kind: "duration", unit: "iso", integer: false };
    default:
      return unsupportedEncoding(planner, type, place, "ISO8601, seconds or milliseconds", {
        kind: "string",
      });
  }
}

function unsupportedEncoding(
  planner: Planner,
  type: SdkBuiltInType | SdkDateTimeType | SdkDurationType,
  place: Place | undefined,
  known: string,
  instead: TypePlan,
): TypePlan {
  reportDiagnostic(planner.program, {
    code: "unsupported-encoding",
    format: { encoding: type.encode ?? "", type: type.kind, known },
    target: targetOf(place, type),
  });
  return instead;
}

/** Reports a parameter whose values are no text, so that a URL or header could not hold them. */
export function checkIsText(
  planner: Planner,
  type: TypePlan,
  parameter: {
    readonly kind: string;
    readonly serializedName: string;
    readonly __raw?: unknown;
    readonly methodParameterSegments: readonly (readonly { readonly __raw?: unknown }[])[];
  },
): void {
  const leaf = leafOf(type);
  if (leaf.kind !== "model" && leaf.kind !== "record" && leaf.kind !== "tuple") return;
  reportDiagnostic(planner.program, {
    code: "unsupported-type",
    format: { place: parameter.kind, name: parameter.serializedName, kind: leaf.kind },
    target: targetOf(parameter, ...(parameter.methodParameterSegments[0] ?? [])),
  });
}

function leafOf(type: TypePlan): TypePlan {
  return type.kind === "array" || type.kind === "nullable" ? leafOf(type.of) : type;
}
