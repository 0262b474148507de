import type { Schema } from "../contract.ts";
import { declareEnum } from "./enums.ts";
import { literalText } from "./literals.ts";
import { declareModel } from "./models.ts";
import { limitDecorators, scalarText } from "./scalars.ts";
import { namedSchema, type Scope } from "./scope.ts";
import { docText, identifier, lines } from "./text.ts";
import { bareTypeText, listText } from "./types.ts";
import { declareUnion } from "./unions.ts";

/** Declares the inline schemas that were given names, including those inside of them. */
export function declarePending(scope: Scope): void {
  for (let next = scope.pending.shift(); next !== undefined; next = scope.pending.shift()) {
    const { name, schema } = next;
    if (schema.kind === "object") declareModel(scope, name, schema);
    else if (schema.kind === "union") declareUnion(scope, name, schema);
    else declareEnum(scope, name, schema);
  }
}

/** Declares a named schema of the document. */
export function declareSchema(scope: Scope, id: string): void {
  const { schema, at } = namedSchema(scope, id);
  const name = scope.schemaNames.get(id) ?? "";
  const own = identifier(name);
  const push = (text: string): void => {
    scope.declarations.push({ file: "models.tsp", name, text, at });
  };
  switch (schema.kind) {
    case "object":
      return declareModel(scope, name, schema, id);
    case "enum":
      if (schema.values.length === 1 && !schema.open)
        return push(`alias ${own} = ${literalText(schema.values[0]!.value)};`);
      return declareEnum(scope, name, schema);
    case "union":
      return declareUnion(scope, name, schema);
    case "scalar": {
      const { type, decorators } = scalarText(schema);
      const head = lines(docText(schema.description), ...decorators, ...limitDecorators(schema));
      return push(lines(head, `scalar ${own} extends ${type};`));
    }
    case "array": {
      if (isEndless(scope, id)) {
        at.lose("The items of a list that contains only itself are unknown.");
        return push(`model ${own} is unknown[];`);
      }
      return push(
        lines(
          docText(schema.description),
          ...limitDecorators(schema),
          `model ${own} is ${listText(scope, schema, name)};`,
        ),
      );
    }
    default:
      return push(`alias ${own} = ${bareTypeText(scope, schema, name)};`);
  }
}

/** Whether a list contains only itself, directly or through other lists and unions. */
function isEndless(scope: Scope, id: string): boolean {
  const seen = new Set<string>();
  const visit = (schema: Schema): boolean => {
    if (schema.kind === "ref") {
      if (schema.id === id) return true;
      if (seen.has(schema.id)) return false;
      seen.add(schema.id);
      return visit(namedSchema(scope, schema.id).schema);
    }
    return schema.kind === "array" && visit(schema.items);
  };
  const { schema } = namedSchema(scope, id);
  return schema.kind === "array" && visit(schema.items);
}
