import type { FieldsText, RecordText, Shape, TextPlan } from "../plan/types.ts";
import { jsonText } from "./json.ts";
import type { SourceFile } from "./source-file.ts";
import { itemTexts, wholeText } from "./texts.ts";
import { propertyKey } from "./type-text.ts";
import type { WriteContext } from "./write-context.ts";

/** The source of a form's values. */
export interface FormSource {
  readonly shape: Shape;
  /** The expression for the whole form. */
  readonly whole: string;
  /** Returns the expression for a property. */
  readonly member: (name: string) => { readonly text: string; readonly optional: boolean };
}

/** Writes an object literal with the fields of a form, by wire name. */
export function formFields(
  context: WriteContext,
  file: SourceFile,
  form: FieldsText | RecordText,
  { shape, whole, member }: FormSource,
): string {
  const write = (text: TextPlan, value: string, optional: boolean): string =>
    fieldText(context, file, text, shape, value, optional);
  if (form.kind === "record") return entries(file, write(form.of, "value", false), whole);
  const fields = form.fields.map(({ name, wireName, optional, text }) => {
    const found = member(name);
    const written = write(text, found.text, optional || found.optional);
    return written === wireName ? written : `${propertyKey(wireName)}: ${written}`;
  });
  if (form.others === undefined) return `{ ${fields.join(", ")} }`;
  const known = form.fields.map(({ name }) => JSON.stringify(name)).join(", ");
  const type = context.types.text(file, form.others.type, shape);
  const others = `${file.helper("otherFields")}<${type}>(${whole}, [${known}])`;
  return `{ ...${entries(file, write(form.others.text, "value", false), others)}, ${fields.join(", ")} }`;
}

/** The values of a record, each written. */
function entries(file: SourceFile, written: string, values: string): string {
  return written === "value"
    ? values
    : `${file.helper("writeRecord")}(${values}, (value) => ${written})`;
}

/** Writes the text of one field, or a list of texts. */
function fieldText(
  context: WriteContext,
  file: SourceFile,
  text: TextPlan,
  shape: Shape,
  value: string,
  optional: boolean,
): string {
  const mayBeMissing = optional || text.nullable === true;
  if (text.kind === "json") {
    const write = (one: string): string =>
      jsonText(context, file, { type: text.type, shape }, one, false);
    return mayBeMissing
      ? `${file.helper("maybe")}(${value}, (value) => ${write("value")})`
      : write(value);
  }
  if (text.kind !== "list" || text.separator !== undefined) {
    return wholeText(file, text, value, mayBeMissing);
  }
  if (text.of.kind === "one") return itemTexts(file, text, value, mayBeMissing);
  const item = jsonText(context, file, { type: text.of.type, shape }, "item", false);
  return `${value}${mayBeMissing ? "?" : ""}.map((item) => ${item})`;
}
