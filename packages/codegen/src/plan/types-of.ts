import type {
  SdkBuiltInType,
  SdkDateTimeType,
  SdkDurationType,
  SdkType,
} from "@azure-tools/typespec-client-generator-core";
import { assertNever } from "./assert-never.ts";
import { encodingOf, planUnconverted, type Encoding, type Place } from "./encodings.ts";
import { nameOf, type Planner } from "./planner.ts";
import type { TypePlan } from "./types.ts";
import { planEarlierValues, refuseChange } from "./versions/earlier.ts";

const delimiters = {
  commaDelimited: ",",
  spaceDelimited: " ",
  pipeDelimited: "|",
  newlineDelimited: "\n",
} as const;

/** Returns the delimiter of an array encoding of TypeSpec. */
export function delimiterOf(encode: string | undefined): string | undefined {
  return encode === undefined ? undefined : delimiters[encode as keyof typeof delimiters];
}

const giveValue = "Set the member's value on the wire.";

/** Plans a type at one place, which can set its encoding. */
export function planType(planner: Planner, type: SdkType, place?: Place): TypePlan {
  const unconverted = planUnconverted(planner, type, place);
  if (unconverted !== undefined) return unconverted;
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
        ...(type.valueType.kind === "string" ? {} : { numeric: true }),
        ...(isVersioned ? { versioned: true } : {}),
      };
    }
    case "enumvalue":
      if (planEarlierValues(planner, type.__raw, type.value).length > 0) {
        refuseChange(planner, type.__raw, "an enum member that is used as a type", giveValue);
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
      return planDate(type, encodingOf(planner, type, place));
    case "duration":
      return planDuration(type, encodingOf(planner, type, place));
    case "endpoint":
    case "credential":
      throw new Error(`A type of kind ${type.kind} is not a type of values`);
    default:
      return planScalar(type, encodingOf(planner, type, place));
  }
}

function planScalar(type: SdkBuiltInType, encoding: Encoding | undefined): TypePlan {
  // Not in TCGC's declarations, but in its model.
  if (`${type.kind}` === "unixTimestamp32") return { kind: "date", encode: "unix" };
  const isText = encoding?.wire === "string";
  switch (type.kind) {
    case "boolean":
      return isText ? { kind: "text", of: "boolean" } : { kind: "boolean" };
    case "bytes":
      return planBytes(encoding);
    case "unknown":
      return { kind: "unknown" };
    case "string":
    case "url":
    case "plainDate":
    case "plainTime":
      return { kind: "string" };
    // As text, these could have more digits than a number.
    case "decimal":
    case "decimal128":
    case "numeric":
      return isText ? { kind: "string" } : { kind: "number" };
    // As text, these could be too large for a number.
    case "int64":
    case "uint64":
    case "integer":
      return isText ? { kind: "text", of: "bigint" } : { kind: "number" };
    case "safeint":
    case "int8":
    case "int16":
    case "int32":
    case "uint8":
    case "uint16":
    case "uint32":
    case "float":
    case "float32":
    case "float64":
      return isText ? { kind: "text", of: "number" } : { kind: "number" };
    default:
      return assertNever(type.kind);
  }
}

function planBytes(encoding: Encoding | undefined): TypePlan {
  const encode = encoding?.name;
  return {
    kind: "bytes",
    encode: encode === "base64" || encode === "base64url" ? encode : "raw",
  };
}

function planDate(type: SdkDateTimeType, encoding: Encoding | undefined): TypePlan {
  switch (encoding?.name) {
    case "rfc7231":
      return { kind: "date", encode: "rfc7231" };
    case "unixTimestamp":
    case "unix-timestamp":
      return { kind: "date", encode: "unix" };
    default:
      // The offset is part of the value, and a Date would lose it.
      return type.kind === "offsetDateTime"
        ? { kind: "string" }
        : { kind: "date", encode: "rfc3339" };
  }
}

function planDuration(type: SdkDurationType, encoding: Encoding | undefined): TypePlan {
  const unit = encoding?.name;
  if (unit !== "seconds" && unit !== "milliseconds") {
    return { kind: "duration", unit: "iso", integer: false };
  }
  const wire = type.wireType.kind;
  return {
    kind: "duration",
    unit,
    integer: !wire.startsWith("float") && !wire.startsWith("decimal") && wire !== "numeric",
    ...(wire === "string" || type.wireType.encode === "string" ? { text: true } : {}),
  };
}
