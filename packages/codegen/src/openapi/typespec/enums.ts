import type { EnumSchema } from "../contract.ts";
import { literalText, memberNamesOf } from "./literals.ts";
import type { Scope } from "./scope.ts";
import { docText, externalDocsText, identifier, lines, summaryText } from "./text.ts";

/**
 * Declares an enumeration. It becomes a union with `string` if other values are possible, or a union of literals if the
 * values have different types.
 */
export function declareEnum(scope: Scope, name: string, schema: EnumSchema): void {
  const names = memberNamesOf(schema);
  const isUnion = schema.open || schema.base === "boolean" || schema.base === undefined;
  const members = schema.values.map(({ value, description }, index) =>
    lines(docText(description), `${identifier(names[index] ?? "")}: ${literalText(value)},`),
  );
  const openType =
    schema.base === "integer" ? "integer" : schema.base === "number" ? "float64" : "string";
  const text = lines(
    docText(schema.description),
    summaryText(schema.title, name),
    externalDocsText(schema.externalDocs),
    `${isUnion ? "union" : "enum"} ${identifier(name)} {`,
    schema.open ? `${openType},` : "",
    ...members,
    "}",
  );
  scope.declarations.push({ file: "models.tsp", name, text, at: schema.at });
}
