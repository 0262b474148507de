import type {
  SdkBuiltInType,
  SdkDateTimeType,
  SdkDurationType,
  SdkType,
} from "@azure-tools/typespec-client-generator-core";
import { reportDiagnostic } from "../lib.ts";
import { assertNever } from "./assert-never.ts";
import { encodingOf } from "./encodings.ts";
import { nameOf, targetOf, type Planner } from "./planner.ts";
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

/** A place in the TypeSpec sources, for diagnostics. */
type Place = { readonly __raw?: unknown };

const giveValue = "Give the member the value that goes over the wire.";

/** Plans a type at one place, which is used for diagnostics. */
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
        ...(type.valueType.kind === "string" ? {} : { numeric: true }),
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
      throw new Error(`A type of kind ${type.kind} is not a type of values`);
    default:
      return planScalar(planner, type, place);
  }
}

function planScalar(planner: Planner, type: SdkBuiltInType, place?: Place): TypePlan {
  // Not in TCGC's declarations, but in its model.
  if (`${type.kind}` === "unixTimestamp32") return { kind: "date", encode: "unix" };
  switch (type.kind) {
    case "boolean":
      return type.encode === "string" ? { kind: "text", of: "boolean" } : { kind: "boolean" };
    case "bytes":
      return planBytes(planner, type, place);
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
      return isText(type) ? { kind: "string" } : { kind: "number" };
    // As text, these could be too large for a number.
    case "int64":
    case "uint64":
    case "integer":
      return isText(type) ? { kind: "text", of: "bigint" } : { kind: "number" };
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
      return isText(type) ? { kind: "text", of: "number" } : { kind: "number" };
    default:
      return assertNever(type.kind);
  }
}

/** True for a number that is text on the wire. */
function isText(type: SdkBuiltInType): boolean {
  return type.encode === "string" || type.wireType?.kind === "string";
}

function planBytes(planner: Planner, type: SdkBuiltInType, place?: Place): TypePlan {
  const encode = encodingOf(planner, type, place);
  switch (encode) {
    case undefined:
    case "bytes":
      return { kind: "bytes", encode: "raw" };
    case "base64":
    case "base64url":
      return { kind: "bytes", encode };
    default:
      return unsupportedEncoding(planner, type, place, "base64 or base64url", { kind: "string" });
  }
}

function planDate(planner: Planner, type: SdkDateTimeType, place?: Place): TypePlan {
  switch (encodingOf(planner, type, place)) {
    case "rfc3339":
      // The offset is part of the value, and a Date would lose it.
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
        integer: !wire.startsWith("float") && !wire.startsWith("decimal") && wire !== "numeric",
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
