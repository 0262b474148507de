import type { Contract, ObjectSchema, Operation, Schema } from "../contract.ts";
import { flatProperties, objectAt } from "./inheritance.ts";
import type { Scope } from "./scope.ts";
import { chooseContent } from "./contents.ts";
import { responsesOf } from "./statuses.ts";

/** Returns `@pageItems` and `@nextLink` for the properties that paged operations name, by the id of the property. */
export function pageMarks(scope: Scope): ReadonlyMap<string, string> {
  const marks = new Map<string, string>();
  for (const operation of scope.contract.operations) {
    const { pageable } = operation;
    const page = pageable && pageOf(scope, operation);
    if (pageable === undefined || page === undefined) continue;
    for (const property of flatProperties(scope, page)) {
      if (property.name === pageable.itemName) marks.set(property.at.id, "@pageItems");
      if (property.name === pageable.nextLinkName) marks.set(property.at.id, "@nextLink");
    }
  }
  return marks;
}

/** Returns the object that is a page; undefined if its items are not known. */
function pageOf(scope: Scope, operation: Operation): ObjectSchema | undefined {
  const success = operation.responses.find(
    ({ status }) => status.startsWith("2") || status === "default",
  );
  const content = success && chooseContent(scope, success.response.contents);
  const schema = content?.content.schema;
  const object = schema?.kind === "ref" ? objectAt(scope, schema.id)?.schema : schema;
  if (object?.kind !== "object") return undefined;
  const items = flatProperties(scope, object).find(
    ({ name }) => name === operation.pageable?.itemName,
  );
  return items === undefined ? undefined : object;
}

/** Returns the schemas that only error responses use, which can be marked as errors. */
export function errorSchemas(contract: Contract): ReadonlySet<string> {
  const failures = new Set<string>();
  const others = new Set<string>();
  const visit = (schema: Schema | undefined): void => {
    walk(schema, (id) => {
      if (others.has(id)) return;
      others.add(id);
      visit(contract.schemas.get(id)?.schema);
    });
  };
  for (const operation of contract.operations) {
    for (const { parameter } of operation.parameters) visit(parameter.schema);
    for (const { schema } of operation.body?.contents ?? []) visit(schema);
    for (const { status, response } of responsesOf(operation)) {
      const isFailure = status === "default" || /^[45]/.test(status);
      for (const { schema } of response.contents) {
        if (!isFailure) visit(schema);
        else if (
          schema?.kind === "ref" &&
          contract.schemas.get(schema.id)?.schema.kind === "object"
        )
          failures.add(schema.id);
      }
    }
  }
  // Schemas inside of errors are not errors themselves.
  for (const id of failures) {
    walk(contract.schemas.get(id)?.schema, (inner) => void others.add(inner));
  }
  return new Set([...failures].filter((id) => !others.has(id) && !isInherited(contract, id)));
}

function isInherited(contract: Contract, id: string): boolean {
  for (const { schema } of contract.schemas.values()) {
    if (schema.kind !== "object") continue;
    if (schema.parents.some((parent) => parent.id === id)) return true;
  }
  return false;
}

/** Calls `found` for each reference in a schema. The targets are not searched. */
function walk(schema: Schema | undefined, found: (id: string) => void): void {
  switch (schema?.kind) {
    case "ref":
      return found(schema.id);
    case "array":
      return walk(schema.items, found);
    case "union":
      return schema.variants.forEach((variant) => walk(variant, found));
    case "object":
      for (const property of schema.properties) walk(property.schema, found);
      for (const inner of [...schema.parents, ...schema.variants, schema.additional])
        walk(inner, found);
      return undefined;
    default:
      return undefined;
  }
}
