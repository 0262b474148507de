import type { ImageRecord } from "../../engine/records.ts";
import type { Store } from "../store.ts";
import { parseRecord, type Queries } from "./queries.ts";

/** Stores images in the table `images`. */
export function createImageStore(queries: Queries): Pick<
  Store,
  "getImage" | "putImage" | "deleteImage"
> & {
  /** Lists the images of all threads in the order of upload. */
  listImages(): ImageRecord[];
} {
  return {
    getImage(threadId, id) {
      const row = queries
        .prepare("SELECT record, bytes FROM images WHERE thread_id = ? AND id = ?")
        .get(threadId, id);
      return row === undefined ? undefined : toImage(row);
    },
    putImage({ bytes, ...image }) {
      const record = JSON.stringify(image);
      queries.run(
        "REPLACE INTO images VALUES (?, ?, ?, ?)",
        image.threadId,
        image.id,
        record,
        bytes,
      );
    },
    deleteImage: (threadId, id) =>
      queries.run("DELETE FROM images WHERE thread_id = ? AND id = ?", threadId, id),
    listImages: () =>
      queries.prepare("SELECT record, bytes FROM images ORDER BY rowid").all().map(toImage),
  };
}

function toImage(row: Record<string, unknown>): ImageRecord {
  const { bytes } = row;
  const image = parseRecord<Omit<ImageRecord, "bytes">>(row);
  return { ...image, bytes: bytes instanceof Uint8Array ? bytes : new Uint8Array() };
}
