import { basename } from "node:path";
import type { Discriminator } from "../contract.ts";
import type { Node } from "../node.ts";
import type { Reader } from "./reader.ts";

/** Reads the target schema of a reference, and returns its id. */
export function nameSchema(reader: Reader, target: Node): string {
  const { id } = target;
  if (!reader.schemas.has(id) && !reader.pending.has(id)) {
    reader.pending.add(id);
    const schema = reader.readSchema(target);
    reader.schemas.set(id, { at: target, name: nameAt(target), schema });
    reader.pending.delete(id);
  }
  return id;
}

/** Returns the name for a place: `Pet` for `#/components/schemas/Pet`, or else a name made of the whole pointer. */
function nameAt({ file, pointer }: Node): string {
  const steps = pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  const named = steps.findLastIndex((step) =>
    /^(schemas|definitions|\$defs|parameters|responses)$/.test(step),
  );
  const own = steps
    .slice(named + 1)
    .filter((step) => !/^(properties|schema|items|content|allOf|anyOf|oneOf)$/.test(step));
  if (own.length > 0) return own.join(" ");
  return steps.join(" ") || basename(file).replace(/\.[^.]*$/, "");
}

/** Reads the discriminator: a name in 2.0, an object with a mapping since 3.0. */
export function readDiscriminator(reader: Reader, node: Node): Discriminator | undefined {
  const name = node.string("discriminator");
  const at = node.get("discriminator");
  if (at === undefined) return undefined;
  if (name !== undefined) return { at, property: name, mapping: [] };
  const property = at.string("propertyName");
  if (property === undefined) return undefined;
  const mapping = at.entries("mapping").flatMap(([value, entry]) => {
    if (typeof entry.value !== "string") return [];
    const target = mappedSchema(entry, entry.value);
    if (target === undefined) {
      entry.lose("The value does not refer to a schema of the document.");
      return [];
    }
    return [{ value, id: nameSchema(reader, target.target()) }];
  });
  return { at, property, mapping };
}

/** Returns the schemas that the mapping of a discriminator names, each once. */
export function mappedTargets(node: Node): readonly Node[] {
  const mapping = node.get("discriminator")?.get("mapping");
  const found = (mapping?.members() ?? []).flatMap(([, entry]) => {
    const target = typeof entry.value === "string" ? mappedSchema(entry, entry.value) : undefined;
    return target === undefined ? [] : [target.target()];
  });
  return [...new Map(found.map((target) => [target.id, target])).values()];
}

/** The schema that an entry of a discriminator's mapping names, by a reference or by its name. */
function mappedSchema(at: Node, value: string): Node | undefined {
  return at.find(/[#/.]/.test(value) ? value : `#/components/schemas/${value}`);
}

/**
 * Whether a schema is a kind of a discriminated base: one that the base's mapping contains, or in OpenAPI 2.0, which has
 * no mapping, every definition that inherits from the base.
 */
export function isKind(node: Node, ancestor: Node = node, seen = new Set<string>()): boolean {
  if (seen.has(ancestor.id)) return false;
  seen.add(ancestor.id);
  const discriminator = ancestor.get("discriminator");
  if (typeof discriminator?.value === "string") {
    return ancestor.id !== node.id && /^\/definitions\/[^/]+$/.test(node.pointer);
  }
  return (
    Object.values(discriminator?.get("mapping")?.value ?? {}).some(
      (value) => typeof value === "string" && mappedSchema(ancestor, value)?.id === node.id,
    ) || ancestor.list("allOf").some((part) => isKind(node, part.target(), seen))
  );
}
