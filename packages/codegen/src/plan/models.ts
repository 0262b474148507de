import type {
  SdkEnumType,
  SdkModelPropertyType,
  SdkModelType,
  SdkUnionType,
  XmlSerializationOptions,
} from "@azure-tools/typespec-client-generator-core";
import {
  getClientOptions,
  isHttpMetadata,
  UsageFlags,
} from "@azure-tools/typespec-client-generator-core";
import { Visibility } from "@typespec/http";
import { planDoc } from "./docs.ts";
import { nameOf, type Planner } from "./planner.ts";
import { planFileDoc, planPartType } from "./parts.ts";
import { delimiterOf, planType } from "./types-of.ts";
import {
  planAbsence,
  planEarlierProperty,
  planEarlierValues,
  refuseChange,
} from "./versions/earlier.ts";
import { checkChoice } from "./wire/choices.ts";
import { planText } from "./wire/texts.ts";
import type {
  DiscriminatorPlan,
  EnumPlan,
  ModelPlan,
  PropertyPlan,
  TextPlan,
  TypePlan,
  UnionPlan,
  XmlPlan,
} from "./types.ts";

/** Plans a model. The shapes in which it is used are added later. */
export function planModel(planner: Planner, model: SdkModelType): ModelPlan {
  const doc = planFileDoc(planner, model.__raw) ?? planDoc(planner, model);
  const discriminator = planDiscriminator(planner, model);
  const xml = planXml(model.serializationOptions.xml);
  return {
    name: nameOf(planner, model),
    ...(doc === undefined ? {} : { doc }),
    internal: model.access === "internal",
    ...(model.baseModel === undefined ? {} : { base: nameOf(planner, model.baseModel) }),
    properties: model.properties
      .filter((property) => !isRepeatedDiscriminator(model, property))
      .map((property) => planProperty(planner, property)),
    ...(model.additionalProperties === undefined
      ? {}
      : { additional: planType(planner, model.additionalProperties) }),
    ...(discriminator === undefined ? {} : { discriminator }),
    ...(model.discriminatorValue === undefined
      ? {}
      : { discriminatorValue: model.discriminatorValue }),
    shapes: [],
    ...(xml === undefined ? {} : { xml }),
  };
}

/** Whether a subtype repeats the open discriminator of its base without narrowing it. The base's is kept then. */
function isRepeatedDiscriminator(model: SdkModelType, property: SdkModelPropertyType): boolean {
  if (!property.discriminator || model.discriminatorProperty === property) return false;
  return property.type.kind !== "constant" && property.type.kind !== "enumvalue";
}

function planDiscriminator(planner: Planner, model: SdkModelType): DiscriminatorPlan | undefined {
  const property = model.discriminatorProperty;
  const subtypes = Object.entries(model.discriminatedSubtypes ?? {});
  if (property === undefined || subtypes.length === 0) return undefined;
  return {
    property: property.name,
    wireName: wireNameOf(property),
    subtypes: subtypes.map(([value, subtype]) => ({ value, model: nameOf(planner, subtype) })),
  };
}

/** Returns the name of a property in JSON, or else in the format that it has. */
export function wireNameOf(property: SdkModelPropertyType): string {
  const { json, multipart } = property.serializationOptions;
  return json?.name ?? multipart?.name ?? property.serializationOptions.xml?.name ?? property.name;
}

const allPhases = [
  ["create", Visibility.Create],
  ["update", Visibility.Update],
  ["delete", Visibility.Delete],
  ["query", Visibility.Query],
] as const;

function planProperty(planner: Planner, property: SdkModelPropertyType): PropertyPlan {
  const doc = planFileDoc(planner, property.__raw) ?? planDoc(planner, property);
  const xml = planXml(property.serializationOptions.xml);
  const { visibility } = property;
  const readable = visibility === undefined || visibility.includes(Visibility.Read);
  const sent = allPhases
    .filter(([, phase]) => visibility?.includes(phase) === true)
    .map(([name]) => name);
  const writable = visibility === undefined || sent.length > 0;
  const wireName = wireNameOf(property);
  const earlier = planEarlierProperty(planner, property, wireName, (older) =>
    planPropertyType(planner, older),
  );
  const absentIn = planAbsence(planner, property);
  const needs = planner.past?.needs(property.__raw);
  return {
    name: property.name,
    wireName,
    type: planPropertyType(planner, property),
    optional: property.optional,
    ...(doc === undefined ? {} : { doc }),
    readable,
    writable,
    ...(writable && visibility !== undefined && sent.length < allPhases.length
      ? { phases: sent }
      : {}),
    ...(property.clientDefaultValue === undefined
      ? {}
      : { defaultValue: property.clientDefaultValue }),
    discriminator: property.discriminator,
    ...(xml === undefined ? {} : { xml }),
    ...(isHttpMetadata(planner.sdk, property) ? { metadata: true } : {}),
    ...(getClientOptions(property, "deserializeEmptyStringAsNull") === true
      ? { emptyAsNull: true }
      : {}),
    ...(earlier.length === 0 ? {} : { earlier }),
    ...(absentIn.length === 0 ? {} : { absentIn }),
    ...(needs === undefined || needs.strict.length === 0 ? {} : { lenientIn: needs.lenient }),
  };
}

/** Plans the type of a property, which can be sent as one text or as a part. */
export function planPropertyType(planner: Planner, property: SdkModelPropertyType): TypePlan {
  const file = planPartType(planner, property);
  if (file !== undefined) return file;
  const type = planType(planner, property.type, property);
  const separator = delimiterOf(property.encode);
  if (separator === undefined) return type;
  const { name } = property;
  const use = { place: "property", name, at: [property], separator } as const;
  return asOneText(type, planText(planner, property.type, use));
}

/** Returns a list type that is sent as one text. */
function asOneText(type: TypePlan, text: TextPlan): TypePlan {
  if (type.kind === "array") return { ...type, text };
  return type.kind === "nullable" ? { ...type, of: asOneText(type.of, text) } : type;
}

function planXml(options: XmlSerializationOptions | undefined): XmlPlan | undefined {
  if (options === undefined) return undefined;
  const { ns, itemsNs } = options;
  return {
    name: options.name,
    attribute: options.attribute ?? false,
    unwrapped: options.unwrapped ?? false,
    ...(options.itemsName === undefined ? {} : { itemsName: options.itemsName }),
    ...(ns === undefined ? {} : { namespace: { uri: ns.namespace, prefix: ns.prefix } }),
    ...(itemsNs === undefined
      ? {}
      : { itemsNamespace: { uri: itemsNs.namespace, prefix: itemsNs.prefix } }),
  };
}

export function planEnum(planner: Planner, type: SdkEnumType): EnumPlan {
  const doc = planDoc(planner, type);
  return {
    name: nameOf(planner, type),
    ...(doc === undefined ? {} : { doc }),
    open: !type.isFixed,
    numeric: type.valueType.kind !== "string",
    values: type.values.map((value) => {
      const valueDoc = planDoc(planner, value);
      const earlier = planEarlierValues(planner, value.__raw, value.value);
      return {
        value: value.value,
        ...(valueDoc === undefined ? {} : { doc: valueDoc }),
        ...(earlier.length === 0 ? {} : { earlier }),
      };
    }),
  };
}

export function planUnion(planner: Planner, type: SdkUnionType): UnionPlan {
  const doc = planDoc(planner, type);
  const options = type.discriminatedOptions;
  if ((type.usage & (UsageFlags.Json | UsageFlags.Xml)) !== 0) checkChoice(planner, type);
  return {
    name: nameOf(planner, type),
    ...(doc === undefined ? {} : { doc }),
    variants: type.variantTypes.map((variant) => planType(planner, variant)),
    ...(options === undefined
      ? {}
      : {
          discriminated: {
            property: options.discriminatorPropertyName,
            ...(options.envelope === "object" && options.envelopePropertyName !== undefined
              ? { envelope: options.envelopePropertyName }
              : {}),
            kinds: kindsOf(planner, type),
          },
        }),
  };
}

/** Returns the discriminator values of a union's variants, which are the names of the variants in TypeSpec. */
function kindsOf(planner: Planner, type: SdkUnionType): readonly string[] {
  const raw = type.__raw;
  if (raw?.kind !== "Union") return [];
  for (const variant of raw.variants.values()) {
    refuseChange(
      planner,
      variant,
      "the discriminator value of a variant",
      "Mark the old one with @removed, and add the new one with @added.",
    );
  }
  return [...raw.variants.keys()].map((name) => (typeof name === "symbol" ? "" : name));
}
