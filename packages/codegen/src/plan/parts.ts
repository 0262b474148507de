import type {
  SdkModelPropertyType,
  SdkModelType,
} from "@azure-tools/typespec-client-generator-core";
import type { Planner } from "./planner.ts";
import { planType } from "./types-of.ts";
import type { PartPlan } from "./types.ts";

/** Plans the parts of a multipart body from the model that stands for it. */
export function planParts(planner: Planner, model: SdkModelType): readonly PartPlan[] {
  const parts: PartPlan[] = [];
  for (let at: SdkModelType | undefined = model; at !== undefined; at = at.baseModel) {
    for (const property of at.properties) {
      const part = planPart(planner, property);
      if (part !== undefined) parts.push(part);
    }
  }
  return parts;
}

function planPart(planner: Planner, property: SdkModelPropertyType): PartPlan | undefined {
  const options = property.serializationOptions.multipart;
  if (options === undefined) return undefined;
  const type =
    options.isMulti && property.type.kind === "array" ? property.type.valueType : property.type;
  const [contentType] = options.defaultContentTypes;
  return {
    property: property.name,
    wireName: options.name,
    multiple: options.isMulti,
    optional: property.optional,
    file: options.isFilePart,
    type: planType(planner, type),
    ...(contentType === undefined || contentType === "*/*" ? {} : { contentType }),
    filenameRequired: options.filename !== undefined && !options.filename.optional,
    contentTypeRequired: options.contentType !== undefined && !options.contentType.optional,
    headers: options.headers.map((header) => ({
      property: header.name,
      wireName: header.serializedName,
    })),
  };
}
