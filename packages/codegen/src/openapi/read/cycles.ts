import type { NamedSchema, Schema } from "../contract.ts";

/**
 * Refuses schemas that consist of themselves.
 *
 * @throws OpenApiError at the first schema that inherits from itself, or is nothing but a reference to itself.
 */
export function refuseCycles(schemas: ReadonlyMap<string, NamedSchema>): void {
  const settled = new Set<string>();
  const visit = (id: string, path: ReadonlySet<string>): void => {
    const named = schemas.get(id);
    if (named === undefined || settled.has(id)) return;
    const { at, schema } = named;
    if (path.has(id)) {
      throw at.error(
        schema.kind === "object"
          ? "The schema inherits from itself by allOf. Break the cycle."
          : "The schema leads back to itself. Let one of its links be a definition.",
      );
    }
    const below = new Set([...path, id]);
    for (const next of linksOf(schema)) visit(next, below);
    settled.add(id);
  };
  for (const id of schemas.keys()) visit(id, new Set());
}

/** The schemas that one is made of: its parents, or the one that it only refers to. */
function linksOf(schema: Schema): readonly string[] {
  if (schema.kind === "ref") return [schema.id];
  return schema.kind === "object" ? schema.parents.map((parent) => parent.id) : [];
}
