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

/**
 * Completes discriminated hierarchies: TCGC knows the kinds that extend the base directly, but not those below a model
 * in between that has no value of the discriminator itself. Such a model becomes a base of its kinds, too.
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
    // Those that say which kind they are, TCGC has found.
    if (!child.properties.has(discriminator)) {
      descend(sdk, base, property, child, discriminator);
    }
  }
}

/** Adds the kinds below a model in between to it, and to the base. */
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

/** TCGC knows the names on the wire of those models only that it has found in operations. */
export function nameOnWire(sdk: Sdk, model: SdkModelType): void {
  for (const property of model.properties) {
    if (property.__raw?.kind !== "ModelProperty" || property.serializationOptions.json) continue;
    const name = resolveEncodedName(sdk.program, property.__raw, "application/json");
    property.serializationOptions = { ...property.serializationOptions, json: { name } };
  }
}
