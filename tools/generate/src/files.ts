/** Files by path relative to the repository. */
export type Files = Map<string, string>;

/** A specification that cannot be generated from; the message holds the generator's own diagnostics. */
export class SpecError extends Error {
  override readonly name = "SpecError";
}
