import type {
  SdkArrayType,
  SdkModelPropertyType,
  SdkModelType,
  SdkType,
  SdkUnionType,
} from "@azure-tools/typespec-client-generator-core";
import { resolveEncodedName } from "@typespec/compiler";
import { reportDiagnostic } from "../../lib.ts";
import { planUnconverted } from "../encodings.ts";
import { targetOf, type Planner } from "../planner.ts";
import { delimiterOf, planType } from "../types-of.ts";
import { codecOf, isLeaf, valueKindOf } from "./codecs.ts";
import { rules } from "./rules.ts";
import type {
  Codec,
  FieldsText,
  FieldText,
  JsonText,
  ListText,
  OneText,
  Place,
  TextPlan,
} from "../types/texts.ts";

/** A value that is sent or received as text. */
export interface TextUse {
  readonly place: Place;
  /** The name in diagnostics. */
  readonly name: string;
  /** The place for diagnostics: the first of these that is in the sources. */
  readonly at: readonly ({ readonly __raw?: unknown } | undefined)[];
  /** The separator of list items; undefined if each item is written separately. */
  readonly separator?: string | undefined;
}

/** The reason why a type has no text at a place, as the id of a diagnostic's message. */
type Problem = "default" | "nested" | "ambiguous" | "commas";

/**
 * Decides how the values of a type are converted to text at one place. Types without a rule are reported.
 */
export function planText(planner: Planner, type: SdkType, use: TextUse): TextPlan {
  const plan = findText(planner, type, use);
  if (typeof plan !== "string") return plan;
  const bare = type.kind === "nullable" ? type.type : type;
  reportDiagnostic(planner.program, {
    code: "unsupported-type",
    messageId: plan,
    format: { place: use.place, name: use.name, kind: bare.kind },
    target: targetOf(...use.at),
  });
  return { kind: "one", codecs: ["string"] };
}

function findText(planner: Planner, type: SdkType, use: TextUse): TextPlan | Problem {
  const unconverted = planUnconverted(planner, type, use.at[0]);
  if (unconverted !== undefined) return { kind: "one", codecs: [codecOf(unconverted)] };
  const rule = rules[use.place];
  const json = (kind: "record" | "model" | "other"): JsonText | Problem =>
    rule[kind] === "json"
      ? { kind: "json", type: planType(planner, type) }
      : use.place === "list item"
        ? "nested"
        : "default";
  switch (type.kind) {
    case "nullable": {
      const plan = findText(planner, type.type, use);
      return typeof plan === "string" ? plan : { ...plan, nullable: true };
    }
    case "array":
      return findList(planner, type, use);
    case "dict": {
      if (rule.record !== "entries") return json("record");
      const of = findText(planner, type.valueType, { ...use, place: "list item" });
      if (typeof of === "string") return of;
      return of.kind === "one" ? { kind: "record", of } : "nested";
    }
    case "model":
      return rule.model === "entries" ? findFields(planner, type) : json("model");
    case "union":
      return findChoice(planner, type, use);
    case "tuple":
    case "unknown":
      return json("other");
    default: {
      const plan = planType(planner, type, use.at[0]);
      if (!isLeaf(plan)) return "default";
      const isVersioned = plan.kind === "enum" && plan.versioned === true;
      return {
        kind: "one",
        codecs: [codecOf(plan)],
        ...(isVersioned ? { versioned: plan.ref } : {}),
      };
    }
  }
}

function findList(
  planner: Planner,
  type: SdkArrayType,
  use: TextUse,
): ListText | JsonText | Problem {
  const { place, separator } = use;
  const { list } = rules[place];
  if (separator === undefined && list === "json") {
    return { kind: "json", type: planType(planner, type) };
  }
  if (separator === undefined && list === "refused") {
    return place === "property" || place === "list item" ? "nested" : "default";
  }
  const inner = separator === undefined ? place : "list item";
  const of = findText(planner, type.valueType, { ...use, place: inner, separator: undefined });
  if (typeof of === "string") return of;
  if (of.kind !== "one" && of.kind !== "json") return "nested";
  if ((place === "header" || place === "cookie") && separator === "," && hasCommas(of))
    return "commas";
  return { kind: "list", of, ...(separator === undefined ? {} : { separator }) };
}

/** True if the text always contains a comma. */
function hasCommas(text: OneText | JsonText): boolean {
  return text.kind === "one" && text.codecs.includes("rfc7231");
}

/** Plans the values of several types, which must have different JavaScript types. */
function findChoice(planner: Planner, type: SdkUnionType, use: TextUse): TextPlan | Problem {
  const plans = type.variantTypes.map((variant) => findText(planner, variant, use));
  // A part declares that it is JSON, so texts among the variants can be JSON as well.
  if (plans.every(isJson) || (use.place === "part" && plans.some(isJson))) {
    return { kind: "json", type: planType(planner, type) };
  }
  const codecs: Codec[] = [];
  let list: ListText | undefined;
  let nullable = false;
  for (const plan of plans) {
    if (typeof plan === "string") return plan;
    nullable ||= plan.nullable === true;
    if (plan.kind === "list") list ??= plan;
    const one = plan.kind === "list" ? plan.of : plan;
    if (one.kind !== "one") return "default";
    if (one.versioned !== undefined) return "ambiguous";
    codecs.push(...one.codecs);
  }
  const distinctCodecs = distinct(codecs);
  if (distinctCodecs === undefined) return "ambiguous";
  const orNull = nullable ? { nullable: true as const } : {};
  if (list === undefined) return { kind: "one", codecs: distinctCodecs, ...orNull };
  const isMixed = plans.some((plan) => typeof plan !== "string" && plan.kind === "one");
  return {
    ...list,
    of: { kind: "one", codecs: distinctCodecs },
    ...orNull,
    ...(isMixed ? { orOne: true } : {}),
  };
}

function isJson(plan: TextPlan | Problem): boolean {
  return typeof plan !== "string" && plan.kind === "json";
}

/** Removes duplicate codecs; undefined if two of them write values of one JavaScript type differently. */
function distinct(codecs: readonly Codec[]): readonly Codec[] | undefined {
  const byKind = new Map<string, Codec>();
  for (const codec of codecs) {
    const kind = valueKindOf(codec);
    // As text, a number looks the same with and without quotes in JSON.
    const same = codec === "numberText" || codec === "booleanText" ? kind : codec;
    if ((byKind.get(kind) ?? same) !== same) return undefined;
    byKind.set(kind, same as Codec);
  }
  return [...byKind.values()];
}

/** Finds the fields of a model, those of its base first. */
function findFields(planner: Planner, model: SdkModelType): FieldsText | Problem {
  const fields: FieldText[] = [];
  for (let at: SdkModelType | undefined = model; at !== undefined; at = at.baseModel) {
    // Properties of kinds, and additional ones, would be lost.
    if (at.discriminatedSubtypes !== undefined || at.additionalProperties !== undefined) {
      return "default";
    }
    fields.unshift(...at.properties.map((property) => planField(planner, property, "property")));
  }
  return { kind: "fields", fields };
}

/** The media type of forms without files. */
const formType = "application/x-www-form-urlencoded";

/** Plans a property as a field of a form, or as one of the names and values of a parameter. */
export function planField(
  planner: Planner,
  property: SdkModelPropertyType,
  place: "form field" | "property",
): FieldText {
  const raw = property.__raw;
  const plain = raw === undefined ? property.name : String(raw.name);
  const wireName =
    raw !== undefined && place === "form field"
      ? resolveEncodedName(planner.program, raw, formType)
      : plain;
  return {
    name: property.name,
    wireName,
    optional: property.optional,
    text: planText(planner, property.type, {
      place,
      name: plain,
      at: [property],
      separator: delimiterOf(property.encode),
    }),
  };
}
