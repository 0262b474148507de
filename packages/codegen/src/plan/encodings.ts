import type { SdkType } from "@azure-tools/typespec-client-generator-core";
import {
  getEncode,
  type EncodeData,
  type ModelProperty,
  type Scalar,
  type Type,
} from "@typespec/compiler";
import { reportDiagnostic } from "../lib.ts";
import { targetOf, type Planner } from "./planner.ts";
import type { TypePlan } from "./types.ts";

/** A place in the TypeSpec sources. */
export type Place = { readonly __raw?: unknown };

/** How the values of a type are represented on the wire. */
export interface Encoding {
  /** The name of the encoding; absent if the spec only sets the type on the wire. */
  readonly name?: string;
  readonly wire: "string" | "number" | "boolean";
}

/**
 * Returns the encoding of a type at a place: that of the property, or else that of the scalar or the scalars it extends.
 * TCGC does not have all of them, and replaces a scalar's encoding by the default of the place.
 */
export function encodingOf(
  planner: Planner,
  type: SdkType,
  place: Place | undefined,
): Encoding | undefined {
  const { program } = planner;
  const property = place?.__raw as Type | undefined;
  if (property?.kind === "ModelProperty" && isDeclaredBy(property, type)) {
    const own = getEncode(program, property);
    if (own !== undefined) return fromDecorator(own);
  }
  let scalar: Scalar | undefined = type.__raw?.kind === "Scalar" ? type.__raw : undefined;
  for (; scalar !== undefined; scalar = scalar.baseScalar) {
    const own = getEncode(program, scalar);
    if (own !== undefined) return fromDecorator(own);
  }
  return defaultOf(type);
}

/** Whether a property has this type, perhaps as one of several. TCGC can replace it, for example by an alternate type. */
function isDeclaredBy(property: ModelProperty, { __raw: raw }: SdkType): boolean {
  let declared: Type = property.type;
  while (declared.kind === "ModelProperty") declared = declared.type;
  if (declared === raw) return true;
  return (
    declared.kind === "Union" && [...declared.variants.values()].some(({ type }) => type === raw)
  );
}

function fromDecorator({ encoding, type }: EncodeData): Encoding {
  return { ...(encoding === undefined ? {} : { name: encoding }), wire: wireOf(type) };
}

/** Returns the JSON type of a scalar's values. */
function wireOf(scalar: Scalar): Encoding["wire"] {
  for (let at: Scalar | undefined = scalar; at !== undefined; at = at.baseScalar) {
    if (at.name === "numeric") return "number";
    if (at.name === "boolean") return "boolean";
  }
  return "string";
}

/** Returns the encoding that TCGC assigns to a type at its place. */
function defaultOf(type: SdkType): Encoding | undefined {
  if (!("encode" in type) || type.encode === undefined || type.encode === type.kind) {
    return undefined;
  }
  const { encode, wireType } = type;
  const raw = wireType?.__raw;
  return {
    ...(encode === "string" ? {} : { name: encode }),
    wire: raw?.kind === "Scalar" ? wireOf(raw) : "string",
  };
}

const dates = ["rfc3339", "rfc7231", "unixTimestamp", "unix-timestamp"];

/** The encodings that the client converts, by type. Others only have a type on the wire. */
const converted: Readonly<Record<string, readonly string[]>> = {
  utcDateTime: dates,
  offsetDateTime: dates,
  unixTimestamp32: dates,
  duration: ["ISO8601", "seconds", "milliseconds", "constant", "duration-constant"],
  bytes: ["base64", "base64url", "bytes"],
  array: ["comma", "space", "pipe", "newline"].map((name) => `ArrayEncoding.${name}Delimited`),
};

/** Types of TCGC without scalar values. */
const withoutEncoding: ReadonlySet<string> = new Set([
  "constant",
  "dict",
  "enum",
  "enumvalue",
  "model",
  "tuple",
  "union",
  "unknown",
] as const);

function isConverted({ kind }: SdkType, { name }: Encoding): boolean {
  if (withoutEncoding.has(kind)) return false;
  return name === undefined || (converted[kind]?.includes(name) ?? false);
}

/**
 * Plans a type whose encoding the client cannot convert: the caller passes and gets its values as they are on the wire.
 * Returns undefined for all others.
 */
export function planUnconverted(
  planner: Planner,
  type: SdkType,
  place: Place | undefined,
): Extract<TypePlan, { kind: Encoding["wire"] }> | undefined {
  if (type.kind === "nullable") return undefined;
  const encoding = encodingOf(planner, type, place);
  if (encoding === undefined || isConverted(type, encoding)) return undefined;
  const known = converted[type.kind];
  reportDiagnostic(planner.program, {
    code: "unsupported-encoding",
    messageId: known === undefined ? "default" : "known",
    format: {
      encoding: encoding.name ?? encoding.wire,
      type: type.kind,
      wire: encoding.wire,
      known: known?.filter((name) => name !== "unix-timestamp").join(", ") ?? "",
    },
    target: targetOf(place, type),
  });
  return { kind: encoding.wire };
}
