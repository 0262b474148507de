import type { NamedSchema, Schema } from "../contract.ts";

/**
 * Rejects schemas that inherit from themselves or only reference themselves.
 *
 * @throws OpenApiError at the first such schema.
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
          : "The schema refers to itself, directly or through others. Replace one of the references by a definition.",
      );
    }
    const below = new Set([...path, id]);
    for (const next of linksOf(schema)) visit(next, below);
    settled.add(id);
  };
  for (const id of schemas.keys()) visit(id, new Set());
}

/** Returns the schemas that a schema consists of: its parents, or the target of its reference. */
function linksOf(schema: Schema): readonly string[] {
  if (schema.kind === "ref") return [schema.id];
  return schema.kind === "object" ? schema.parents.map((parent) => parent.id) : [];
}
