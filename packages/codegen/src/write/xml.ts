import { camelCase } from "../plan/names.ts";
import type { ModelPlan, OperationPlan, PropertyPlan, TypePlan, XmlPlan } from "../plan/types.ts";
import { isLeaf } from "../plan/wire/codecs.ts";
import { jsonTypeOf } from "./codecs.ts";
import type { UsedType } from "./json.ts";
import { SourceFile } from "./source-file.ts";
import type { WriteContext } from "./write-context.ts";

/** The file with the descriptions of models in XML. */
const xmlPath = "xml.ts";

/** Returns the name of the description of a model in XML, which is emitted then. */
function xmlShape(context: WriteContext, file: SourceFile, model: string): string {
  context.xmlModels.add(model);
  return file.value(xmlPath, shapeName(model));
}

/** Writes a value as an XML document. */
export function xmlText(
  context: WriteContext,
  file: SourceFile,
  used: UsedType,
  value: string,
  optional: boolean,
): string {
  const type = used.type.kind === "nullable" ? used.type.of : used.type;
  if (type.kind !== "model")
    throw new Error(`A value of kind ${type.kind} cannot be an XML document`);
  const writer = context.converters.writer(file, type, used.shape);
  const shape = xmlShape(context, file, type.ref);
  const write = (text: string): string =>
    `${file.helper("toXml")}(${writer === undefined ? text : `${writer}(${text})`}, ${shape})`;
  return optional ? `${file.helper("maybe")}(${value}, (body) => ${write("body")})` : write(value);
}

/** Writes the reader of an XML response: it converts to a plain object and reads that like JSON. */
export function xmlReader(
  context: WriteContext,
  file: SourceFile,
  type: TypePlan,
  reader: string,
): string {
  if (type.kind !== "model") return reader;
  return `${file.helper("xmlOf")}(${xmlShape(context, file, type.ref)}, ${reader})`;
}

/** Writes the member of a request that parses errors in XML. */
export function errorParser(
  context: WriteContext,
  file: SourceFile,
  { errors }: OperationPlan,
): readonly string[] {
  const error = errors.find(({ format }) => format === "xml");
  if (error?.type?.kind !== "model") return [];
  return [`parseError: ${file.helper("xmlErrors")}(${xmlShape(context, file, error.type.ref)})`];
}

/** Writes the descriptions that are used, and those that they refer to. */
export function writeXmlShapes(context: WriteContext): SourceFile {
  const file = new SourceFile(xmlPath, context.runtime);
  // The set grows during the iteration.
  for (const name of context.xmlModels) {
    const model = context.analysis.model(name);
    if (model !== undefined) file.add(writeShape(context, file, model));
  }
  return file;
}

function shapeName(model: string): string {
  return `${camelCase(model)}Xml`;
}

function writeShape(context: WriteContext, file: SourceFile, model: ModelPlan): string {
  const fields = [
    `name: ${JSON.stringify(model.xml?.name ?? model.name)}`,
    ...namespaceOf(model.xml),
    `properties: [${allProperties(context, model)
      .map((property) => writeProperty(context, property))
      .join(", ")}]`,
  ];
  return `/** How {@link ${file.type("models.ts", model.name)}} is represented in XML. */
export const ${shapeName(model.name)}: ${file.helperType("XmlShape")} = { ${fields.join(", ")} };`;
}

/** Returns the properties of a model and of all its kinds. */
function allProperties(context: WriteContext, model: ModelPlan): readonly PropertyPlan[] {
  const properties = new Map<string, PropertyPlan>();
  const kinds = (model.discriminator?.subtypes ?? []).flatMap((subtype) => {
    const kind = context.analysis.model(subtype.model);
    return kind === undefined ? [] : [kind];
  });
  for (const kind of [model, ...kinds]) {
    for (const property of context.analysis.allProperties(kind)) {
      if (property.metadata !== true && !properties.has(property.wireName)) {
        properties.set(property.wireName, property);
      }
    }
  }
  return [...properties.values()];
}

function writeProperty(context: WriteContext, property: PropertyPlan): string {
  const { xml } = property;
  const name = xml?.name ?? property.wireName;
  const type = property.type.kind === "nullable" ? property.type.of : property.type;
  const isList = type.kind === "array" && type.text === undefined;
  const value = writeValue(context, isList ? type.of : type);
  const fields = [
    `key: ${JSON.stringify(property.wireName)}`,
    `name: ${JSON.stringify(name)}`,
    `value: ${value}`,
  ];
  if (xml?.attribute === true) fields.push(`at: "attribute"`);
  else if (xml?.unwrapped === true && !isList) fields.push(`at: "text"`);
  if (isList) fields.push(`items: ${JSON.stringify(xml?.itemsName ?? name)}`);
  if (isList && xml?.unwrapped === true) {
    fields.push("unwrapped: true");
    if (property.optional) fields.push("optional: true");
  }
  fields.push(...namespaceOf(xml));
  return `{ ${fields.join(", ")} }`;
}

function writeValue(context: WriteContext, type: TypePlan): string {
  switch (type.kind) {
    case "model":
      context.xmlModels.add(type.ref);
      return `() => ${shapeName(type.ref)}`;
    case "record":
      return `{ record: ${writeValue(context, type.of)} }`;
    case "nullable":
      return writeValue(context, type.of);
    default:
      return JSON.stringify(isLeaf(type) ? jsonTypeOf(type) : "string");
  }
}

function namespaceOf(xml: XmlPlan | undefined): readonly string[] {
  if (xml?.namespace === undefined) return [];
  const { prefix, uri } = xml.namespace;
  return [`namespace: [${JSON.stringify(prefix)}, ${JSON.stringify(uri)}]`];
}
