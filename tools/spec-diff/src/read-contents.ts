import type { Content } from "@acs-chat/codegen/contract";
import type { Shape } from "./contract.ts";
import { canonicalJson } from "./json.ts";
import type { TypeReader } from "./read-types.ts";

/** The shapes of a body by media type. */
export interface Contents {
  /** Sorted. */
  readonly mediaTypes: readonly string[];
  /** The shape in the first media type; absent if the document does not describe it. */
  readonly shape?: Shape;
  /** The shapes in media types for which the body has another shape. */
  readonly otherShapes?: ReadonlyMap<string, Shape>;
}

/** Reads the shape of a body in each of its media types. Inline types are named after `name`. */
export function readContents(
  types: TypeReader,
  contents: readonly Content[],
  name: string,
): Contents {
  const mediaTypes = contents.map(({ mediaType }) => mediaType).toSorted();
  const [first, ...others] = contents.filter(({ schema }) => schema !== undefined);
  if (first?.schema === undefined) return { mediaTypes };
  const shape = types.shape(first.schema, name);
  const otherShapes = new Map<string, Shape>();
  for (const { mediaType, schema } of others) {
    if (schema === undefined || canonicalJson(schema) === canonicalJson(first.schema)) continue;
    otherShapes.set(mediaType, types.shape(schema, `${name} as ${mediaType}`));
  }
  return { mediaTypes, shape, ...(otherShapes.size === 0 ? {} : { otherShapes }) };
}
