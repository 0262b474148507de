import type { Place } from "@acs-chat/codegen/contract";

/** Where the parts of a contract stand in its document, by the places that changes name. */
export type Places = ReadonlyMap<string, Place>;

/** Where a change is to be looked up in a document: at the part that it names, or at the next part around it. */
export function placeIn(places: Places, place: string): Place | undefined {
  for (let name = place; name !== ""; name = around(name)) {
    const found = places.get(name);
    if (found !== undefined) return found;
  }
  return places.get("service");
}

/** The name of the part around one: `Thread_List 200` for `Thread_List 200 header etag`. */
function around(name: string): string {
  const shorter = name.replace(/(\[\]|\{\}|\.[^. ]*| [^ ]*)$/, "");
  return shorter === name ? "" : shorter;
}
