import type { Annotations, RefSchema, UnionSchema } from "../contract.ts";
import type { Node } from "../node.ts";
import { typesOf } from "./annotations.ts";
import type { Reader } from "./reader.ts";
import { mappedTargets, nameSchema, readDiscriminator } from "./references.ts";

/**
 * Reads a base whose discriminator maps values to schemas that do not inherit from it. It is the union of these schemas,
 * like `oneOf`, if they declare its properties. Returns undefined for other schemas.
 */
export function readMappedUnion(
  reader: Reader,
  node: Node,
  annotations: Annotations,
): UnionSchema | undefined {
  const targets = mappedTargets(node);
  const names = Object.keys((node.peek("properties") ?? {}) as object);
  const isUnion =
    targets.length > 0 &&
    targets.every((one) => !inheritsFrom(one, node) && names.every((name) => declares(one, name)));
  if (!isUnion) return undefined;
  node.get("properties")?.settle();
  node.strings("required");
  typesOf(node);
  const discriminator = readDiscriminator(reader, node);
  return {
    ...annotations,
    kind: "union",
    variants: targets.map((at): RefSchema => ({ kind: "ref", at, id: nameSchema(reader, at) })),
    ...(discriminator === undefined ? {} : { discriminator }),
  };
}

/** Whether a schema is another one, or inherits from it. */
function inheritsFrom(node: Node, base: Node, seen = new Set<string>()): boolean {
  if (node.id === base.id) return true;
  if (seen.has(node.id)) return false;
  seen.add(node.id);
  return node.list("allOf").some((part) => inheritsFrom(part.target(), base, seen));
}

/** Whether an object declares a property, itself or in a member of `allOf`. */
function declares(node: Node, name: string, seen = new Set<string>()): boolean {
  if (seen.has(node.id)) return false;
  seen.add(node.id);
  return (
    Object.hasOwn((node.peek("properties") ?? {}) as object, name) ||
    node.list("allOf").some((part) => declares(part.target(), name, seen))
  );
}
