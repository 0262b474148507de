import type { Engine } from "./engine.ts";
import { ServiceError } from "./errors.ts";
import { LIMITS } from "./limits.ts";
import { METADATA_TOO_LARGE_STATUS } from "./unverified.ts";

type Metadata = Readonly<Record<string, string>>;

/** Changes of metadata. A key set to `""` or null is removed. */
export type MetadataPatch = Readonly<Record<string, string | null>>;

/** Checks the size of metadata: 1 KB for all keys and values. */
export function checkMetadata(engine: Engine, metadata: Metadata | undefined, of: string): void {
  if (engine.strictness === "loose" || metadata === undefined) return;
  let bytes = 0;
  for (const [key, value] of Object.entries(metadata)) {
    bytes += Buffer.byteLength(key) + Buffer.byteLength(value);
  }
  if (bytes > LIMITS.metadataBytes) {
    throw new ServiceError(
      METADATA_TOO_LARGE_STATUS,
      METADATA_TOO_LARGE_STATUS === 413 ? "RequestEntityTooLarge" : "BadRequest",
      `The metadata of a ${of} may have at most ${LIMITS.metadataBytes} bytes in total, but has ${bytes}.`,
    );
  }
}

/** Applies changes to metadata. */
export function mergeMetadata(
  metadata: Metadata | undefined,
  patch: MetadataPatch | null | undefined,
): Metadata | undefined {
  if (patch === undefined) return metadata;
  if (patch === null) return undefined;
  const merged = new Map(Object.entries(metadata ?? {}));
  for (const [key, value] of Object.entries(patch)) {
    if (value === "" || value === null) merged.delete(key);
    else merged.set(key, value);
  }
  return merged.size === 0 ? undefined : Object.fromEntries(merged);
}
