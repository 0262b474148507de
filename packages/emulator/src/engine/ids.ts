import { randomBytes } from "node:crypto";

/** A source of random bytes for ids, injected so that tests are repeatable. */
export type RandomBytes = (size: number) => Buffer;

/**
 * The forms of thread ids: 44 characters between `19:` and `@thread.v2`, the last one a `1`. Since
 * 2025, `acsV1_` comes before them.
 */
export type ThreadIdForm = "plain" | "acsV1";

/** Generates ids in the shapes of the service. */
export interface IdSource {
  /** Generates a thread id in one of the recorded forms. */
  threadId(form?: ThreadIdForm): string;
  /** Generates a UUID, version 4. */
  uuid(): string;
  imageId(): string;
  /** Generates a value of the MS-CV header: 22 base64 characters and `.0`. */
  correlationVector(): string;
}

/** Returns random bytes of the operating system. They are drawn in blocks, because a request needs few. */
export function pooledRandomBytes(): RandomBytes {
  const blockSize = 4096;
  let block = Buffer.alloc(0);
  let used = 0;
  return (size) => {
    if (used + size > block.length) {
      block = randomBytes(blockSize);
      used = 0;
    }
    used += size;
    return block.subarray(used - size, used);
  };
}

/** Creates a generator of ids from a source of random bytes. */
export function createIdSource(random: RandomBytes = pooledRandomBytes()): IdSource {
  return {
    threadId: (form = "acsV1") => {
      const characters = `${random(32).toString("base64url")}1`;
      return `19:${form === "acsV1" ? "acsV1_" : ""}${characters}@thread.v2`;
    },
    uuid() {
      const bytes = Buffer.from(random(16));
      bytes[6] = (bytes[6]! & 0x0f) | 0x40;
      bytes[8] = (bytes[8]! & 0x3f) | 0x80;
      const hex = bytes.toString("hex");
      return [
        hex.slice(0, 8),
        hex.slice(8, 12),
        hex.slice(12, 16),
        hex.slice(16, 20),
        hex.slice(20),
      ].join("-");
    },
    imageId: () => `0-emu-${random(16).toString("hex")}`,
    correlationVector: () => `${random(16).toString("base64").slice(0, 22)}.0`,
  };
}
