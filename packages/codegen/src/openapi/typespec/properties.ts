import type { Property, Schema } from "../contract.ts";
import { defaultText } from "./defaults.ts";
import { delimiter } from "./delimiters.ts";
import { resolved, type Scope, typeName } from "./scope.ts";
import { docText, externalDocsText, identifier, lines, quoted, summaryText } from "./text.ts";
import { typeDecorators, typeText } from "./types.ts";
import { withItemName, xmlOfProperty } from "./xml.ts";

/** Writes a property of a model, without the semicolon. */
export function printProperty(scope: Scope, property: Property, model: string): string {
  const { name } = property;
  const schema = withItemName(scope, property.schema, name);
  const type = typeText(scope, schema, `${model}${typeName(name)}`, true);
  const mark = scope.pageMarks.get(property.at.id) ?? "";
  return lines(
    docText(schema.description),
    summaryText(schema.title, name),
    externalDocsText(schema.externalDocs),
    schema.deprecated === true ? '#deprecated "Deprecated by the service."' : "",
    ...typeDecorators(schema),
    ...(property.style === undefined ? [] : delimiter(property.style, property.at)),
    visibility(schema),
    ...xmlOfProperty(scope, schema, name),
    mark,
    clientName(scope, schema.clientName),
    `${identifier(name)}${property.required ? "" : "?"}: ${type}${defaultOf(scope, schema, property.required)}`,
  );
}

/** Writes `@clientName` if something has another name in clients. */
export function clientName(scope: Scope, name: string | undefined): string {
  if (name === undefined) return "";
  scope.uses.add("tcgc");
  return `@Azure.ClientGenerator.Core.clientName(${quoted(name)})`;
}

function visibility(schema: Schema): string {
  if (schema.readOnly === true && schema.writeOnly !== true) return "@visibility(Lifecycle.Read)";
  if (schema.writeOnly === true && schema.readOnly !== true) {
    return "@visibility(Lifecycle.Create, Lifecycle.Update)";
  }
  return "";
}

/**
 * Writes a default such as ` = 20`. Defaults of required properties, and those that TypeSpec cannot express, are
 * recorded as losses.
 */
export function defaultOf(scope: Scope, schema: Schema, required: boolean): string {
  const given =
    schema.default ?? (schema.kind === "ref" ? resolved(scope, schema).default : undefined);
  if (given === undefined) return "";
  const text = required ? undefined : defaultText(scope, schema, given.value);
  if (text !== undefined) return ` = ${text}`;
  if (schema.default !== undefined) {
    const why = required
      ? "A required value has no default."
      : "TypeSpec cannot express this default.";
    schema.at.get("default")?.lose(why);
  }
  return "";
}
