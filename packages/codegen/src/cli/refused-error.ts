/** A request that cannot be carried out. The message says why, and how to correct it. */
export class RefusedError extends Error {
  override readonly name = "RefusedError";
}
