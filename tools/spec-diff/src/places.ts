import type { Place } from "@acs-chat/codegen/contract";

/** The places of the parts of a contract in its document, by the `place` of a change. */
export type Places = ReadonlyMap<string, Place>;

/** Returns the place of a changed part in the document, or that of the nearest part around it. */
export function placeIn(places: Places, place: string): Place | undefined {
  for (let name = place; name !== ""; name = around(name)) {
    const found = places.get(name);
    if (found !== undefined) return found;
  }
  return places.get("service");
}

/** Returns the name of the enclosing part: `Thread_List 200` for `Thread_List 200 header etag`. */
function around(name: string): string {
  const shorter = name.replace(/(\[\]|\{\}|\.[^. ]*| [^ ]*)$/, "");
  return shorter === name ? "" : shorter;
}
