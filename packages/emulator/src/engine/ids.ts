import { randomBytes } from "node:crypto";

/** Source of randomness for ids, injected so that a test can repeat a run. */
export type RandomBytes = (size: number) => Buffer;

/** Ids in the shapes the service gives them. */
export interface IdSource {
  /** `19:` + 43 base64url characters + `@thread.v2`. */
  threadId(): string;
  /** A UUID, version 4. */
  uuid(): string;
  imageId(): string;
  /** Value of the MS-CV header: 22 base64 characters and `.0`. */
  correlationVector(): string;
}

/** Random bytes of the operating system, drawn in larger blocks: a request needs only a few. */
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

/** Makes ids from a source of random bytes. */
export function createIdSource(random: RandomBytes = pooledRandomBytes()): IdSource {
  return {
    threadId: () => `19:${random(32).toString("base64url")}@thread.v2`,
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
