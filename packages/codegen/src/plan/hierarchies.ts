import { getSdkModel } from "@azure-tools/typespec-client-generator-core";
import type {
  SdkContext,
  SdkHttpOperation,
  SdkModelPropertyType,
  SdkModelType,
} from "@azure-tools/typespec-client-generator-core";
import {
  getDiscriminator,
  isTemplateDeclaration,
  resolveEncodedName,
  type Model,
} from "@typespec/compiler";

type Sdk = SdkContext<Record<string, unknown>, SdkHttpOperation>;

// Why no member for unknown kinds: docs/decisions/0023-unions-narrow-and-unknown-kinds-pass.md
/**
 * Completes discriminated hierarchies. TCGC finds the kinds that extend the base directly, but not those below an
 * intermediate model without a discriminator value. Such a model becomes a base of its kinds as well.
 */
export function completeHierarchies(sdk: Sdk): void {
  const seen = new Set<SdkModelType>();
  const visit = (model: SdkModelType): void => {
    if (seen.has(model)) return;
    seen.add(model);
    const raw = model.__raw;
    if (raw?.kind === "Model" && getDiscriminator(sdk.program, raw) !== undefined) {
      complete(sdk, model, raw);
    }
    for (const subtype of Object.values(model.discriminatedSubtypes ?? {})) visit(subtype);
  };
  for (const model of sdk.sdkPackage.models) visit(model);
}

function complete(sdk: Sdk, base: SdkModelType, raw: Model): void {
  const discriminator = getDiscriminator(sdk.program, raw)?.propertyName;
  const property = base.discriminatorProperty;
  if (discriminator === undefined || property === undefined) return;
  for (const child of raw.derivedModels) {
    if (isTemplateDeclaration(child)) continue;
    // TCGC has found those with a discriminator value.
    if (!child.properties.has(discriminator)) {
      descend(sdk, base, property, child, discriminator);
    }
  }
}

/** Adds the kinds below an intermediate model to this model and to the base. */
function descend(
  sdk: Sdk,
  base: SdkModelType,
  discriminatorProperty: SdkModelPropertyType,
  raw: Model,
  discriminator: string,
): Readonly<Record<string, SdkModelType>> {
  const between = getSdkModel(sdk, raw);
  between.access = base.access;
  const kinds: Record<string, SdkModelType> = {};
  for (const child of raw.derivedModels) {
    if (isTemplateDeclaration(child)) continue;
    if (!child.properties.has(discriminator)) {
      Object.assign(kinds, descend(sdk, base, discriminatorProperty, child, discriminator));
      continue;
    }
    const kind = getSdkModel(sdk, child);
    kind.access = base.access;
    nameOnWire(sdk, kind);
    const own = kind.properties.find((property) => property.__raw?.name === discriminator);
    const type = own?.type;
    if (own === undefined || (type?.kind !== "constant" && type?.kind !== "enumvalue")) continue;
    own.discriminator = true;
    kind.discriminatorValue = String(type.value);
    kinds[kind.discriminatorValue] = kind;
  }
  nameOnWire(sdk, between);
  if (Object.keys(kinds).length > 0) {
    between.discriminatorProperty ??= discriminatorProperty;
    between.discriminatedSubtypes = { ...between.discriminatedSubtypes, ...kinds };
    base.discriminatedSubtypes = { ...base.discriminatedSubtypes, ...kinds };
  }
  return kinds;
}

/** Sets the wire names of a model that TCGC has not found in operations, and therefore left without. */
export function nameOnWire(sdk: Sdk, model: SdkModelType): void {
  for (const property of model.properties) {
    if (property.__raw?.kind !== "ModelProperty" || property.serializationOptions.json) continue;
    const name = resolveEncodedName(sdk.program, property.__raw, "application/json");
    property.serializationOptions = { ...property.serializationOptions, json: { name } };
  }
}
