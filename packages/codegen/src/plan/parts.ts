import type {
  MultipartOptions,
  SdkModelPropertyType,
  SdkModelType,
  SdkType,
} from "@azure-tools/typespec-client-generator-core";
import type { Type } from "@typespec/compiler";
import { isHttpFile, isOrExtendsHttpFile } from "@typespec/http";
import { isJson, isXml } from "./formats.ts";
import { camelCase } from "./names.ts";
import type { Planner } from "./planner.ts";
import { delimiterOf, planType } from "./types-of.ts";
import type { DocPlan, PartContentPlan, PartPlan, TypePlan } from "./types.ts";
import { planParameterText } from "./wire/parameters.ts";
import { planText } from "./wire/texts.ts";
import { checkXml } from "./xml.ts";
import { refuseChange } from "./versions/earlier.ts";

/** Plans the parts of a multipart body from the model that describes it. */
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
  const isFile = isFilePart(planner, property);
  // Each file of a list is a separate part, because no single part can contain several files.
  const multiple = property.type.kind === "array" && (options.isMulti || isFile);
  const type = multiple ? itemOf(property.type) : property.type;
  const contentType = contentTypeOf(options, isFile);
  return {
    property: property.name,
    wireName: options.name,
    multiple,
    optional: property.optional,
    // A file is sent unchanged, independent of its encoding in JSON.
    type:
      isFile && type.kind === "bytes"
        ? { kind: "bytes", encode: "raw" }
        : planType(planner, type, property),
    content: isFile ? { kind: "file" } : planContent(planner, property, type),
    ...(contentType === undefined ? {} : { contentType }),
    headers: options.headers.map((header) => ({
      name: headerName(header),
      wireName: header.serializedName,
      optional: header.optional,
      text: planParameterText(planner, header),
      ...(header.type.kind === "constant" ? { constant: `${header.type.value}` } : {}),
    })),
  };
}

/** Names of the properties next to the headers of a part. */
const takenNames: ReadonlySet<string> = new Set(["body", "contents", "contentType", "filename"]);

function headerName({ name }: { readonly name: string }): string {
  const wanted = camelCase(name);
  return takenNames.has(wanted) ? `${wanted}Header` : wanted;
}

/** Returns the content type to send: that of a file, or the one in the spec. */
function contentTypeOf(options: MultipartOptions, isFile: boolean): string | undefined {
  const [contentType] = options.defaultContentTypes;
  if (contentType === undefined || contentType === "*/*") return undefined;
  if (isFile) return contentType === "application/json" ? undefined : contentType;
  return options.contentType === undefined ? undefined : contentType;
}

function planContent(
  planner: Planner,
  property: SdkModelPropertyType,
  type: SdkType,
): PartContentPlan {
  const { contentType, defaultContentTypes } = property.serializationOptions.multipart ?? {};
  const [declaredType = ""] = contentType === undefined ? [] : (defaultContentTypes ?? []);
  if (isXml(declaredType) && type.kind === "model") {
    checkXml(planner, type);
    return { kind: "xml" };
  }
  const separator = delimiterOf(property.encode);
  const use = { place: "part", name: property.name, at: [property], separator } as const;
  const text = planText(planner, type, use);
  const isJsonText = text.kind === "json" || text.nullable === true || isJson(declaredType);
  return isJsonText ? { kind: "json" } : { kind: "text", text };
}

/** True for bytes and files, and for lists of them unless they are bytes in a single part, which are JSON. */
function isFilePart(
  planner: Planner,
  { serializationOptions, type }: SdkModelPropertyType,
): boolean {
  const { multipart } = serializationOptions;
  if (multipart?.isFilePart !== true) return false;
  return type.kind !== "array" || multipart.isMulti || isFileType(planner, type.valueType);
}

function isFileType(planner: Planner, { __raw: raw }: SdkType): boolean {
  return raw?.kind === "Model" && isOrExtendsHttpFile(planner.program, raw);
}

function itemOf(type: SdkType): SdkType {
  return type.kind === "array" ? type.valueType : type;
}

const fileDocs: Readonly<Record<string, string>> = {
  contentType: "The content type of the file.",
  filename: "The name of the file.",
  contents: "The contents of the file.",
};

/** Documents the properties of a file. The docs of the HTTP library address authors of specs. */
export function planFileDoc(planner: Planner, raw: Type | undefined): DocPlan | undefined {
  if (raw?.kind === "Model") {
    return isHttpFile(planner.program, raw) ? { text: "A file." } : undefined;
  }
  if (raw?.kind !== "ModelProperty" || raw.model === undefined) return undefined;
  const text = isHttpFile(planner.program, raw.model) ? fileDocs[raw.name] : undefined;
  return text === undefined ? undefined : { text };
}

/** Plans the type of a property that is a part of a form, or the contents of a file; undefined for other properties. */
export function planPartType(
  planner: Planner,
  property: SdkModelPropertyType,
): TypePlan | undefined {
  const holder = property.__raw?.kind === "ModelProperty" ? property.__raw.model : undefined;
  if (property.name === "contents" && holder !== undefined) {
    if (isOrExtendsHttpFile(planner.program, holder)) return { kind: "bytes", encode: "raw" };
  }
  const { multipart } = property.serializationOptions;
  if (multipart === undefined) return undefined;
  const isFile = isFilePart(planner, property);
  if (property.type.kind !== "array") return planOnePart(planner, property, property.type, isFile);
  const item = property.type.valueType;
  if (multipart.isMulti || isFile) {
    return { kind: "array", of: planOnePart(planner, property, item, isFile) };
  }
  return item.kind === "bytes"
    ? { kind: "array", of: { kind: "bytes", encode: "base64" } }
    : planType(planner, property.type, property);
}

function planOnePart(
  planner: Planner,
  property: SdkModelPropertyType,
  type: SdkType,
  isFile: boolean,
): TypePlan {
  const headers = (property.serializationOptions.multipart?.headers ?? [])
    .filter((header) => header.type.kind !== "constant")
    .map((header) => ({
      name: headerName(header),
      type: planType(planner, header.type, header),
      optional: header.optional,
    }));
  const of: TypePlan =
    isFile && type.kind === "bytes"
      ? { kind: "bytes", encode: "raw", upload: true }
      : planType(planner, type, property);
  return headers.length === 0 ? of : { kind: "part", of, isFile, headers };
}
