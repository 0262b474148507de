import type { Node } from "../node.ts";

/** Returns the decorators for a list whose items are joined into one text. */
export function delimiter(style: string, at: Node): readonly string[] {
  switch (style) {
    case "spaceDelimited":
      return ["@encode(ArrayEncoding.spaceDelimited)"];
    case "pipeDelimited":
      return ["@encode(ArrayEncoding.pipeDelimited)"];
    case "form":
      return ["@encode(ArrayEncoding.commaDelimited)"];
    case "tabDelimited":
      at.get("collectionFormat")?.lose(
        "TypeSpec has no tab-separated values; the client sends commas.",
      );
      return ["@encode(ArrayEncoding.commaDelimited)"];
    default:
      return [];
  }
}
