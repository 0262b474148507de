import type { Content } from "@acs-chat/codegen/contract";
import type { Shape } from "./contract.ts";
import { canonicalJson } from "./json.ts";
import type { TypeReader } from "./read-types.ts";

/** A body in all its media types. */
export interface Contents {
  /** Sorted. */
  readonly mediaTypes: readonly string[];
  /** What the body is in the first media type; undefined where nothing is said. */
  readonly shape?: Shape;
  /** What it is in the media types in which it is something else. */
  readonly otherShapes?: ReadonlyMap<string, Shape>;
}

/** Reads what a body is in each of its media types. `name` is for inline types. */
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
