import type {
  SdkModelPropertyType,
  SdkModelType,
} from "@azure-tools/typespec-client-generator-core";
import type { Type } from "@typespec/compiler";
import { isHttpFile, isOrExtendsHttpFile } from "@typespec/http";
import type { Planner } from "./planner.ts";
import { planType } from "./types-of.ts";
import type { DocPlan, PartPlan, TypePlan } from "./types.ts";
import { refuseChange } from "./versions/earlier.ts";

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
  refuseChange(
    planner,
    property.__raw,
    "a part of a multipart body",
    "Describe the old body with @typeChangedFrom on the parameter that is the body.",
    options.name,
  );
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
    headers: options.headers.map((header) => ({
      property: header.name,
      wireName: header.serializedName,
    })),
  };
}

const fileDocs: Readonly<Record<string, string>> = {
  contentType: "What is in the file, as a media type.",
  filename: "What the file is called.",
  contents: "What is in the file.",
};

/** What the HTTP library says of files is for those who write specs; callers get a few words of ours. */
export function planFileDoc(planner: Planner, raw: Type | undefined): DocPlan | undefined {
  if (raw?.kind === "Model") {
    return isHttpFile(planner.program, raw) ? { text: "A file." } : undefined;
  }
  if (raw?.kind !== "ModelProperty" || raw.model === undefined) return undefined;
  const text = isHttpFile(planner.program, raw.model) ? fileDocs[raw.name] : undefined;
  return text === undefined ? undefined : { text };
}

/** The type of a property that is a file in a form, or what is in a file; nothing for other properties. */
export function planFileType(
  planner: Planner,
  property: SdkModelPropertyType,
): TypePlan | undefined {
  const holder = property.__raw?.kind === "ModelProperty" ? property.__raw.model : undefined;
  if (property.name === "contents" && holder !== undefined) {
    if (isOrExtendsHttpFile(planner.program, holder)) return { kind: "bytes", encode: "raw" };
  }
  if (property.serializationOptions.multipart?.isFilePart !== true) return undefined;
  const upload: TypePlan = { kind: "bytes", encode: "raw", upload: true };
  if (property.type.kind === "bytes") return upload;
  const isList = property.type.kind === "array" && property.type.valueType.kind === "bytes";
  return isList ? { kind: "array", of: upload } : undefined;
}
