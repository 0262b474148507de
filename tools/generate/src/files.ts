/** The contents of files by path relative to the repository. */
export type Files = Map<string, string>;

/** Thrown for a specification that code cannot be generated from. The message contains the generator's diagnostics. */
export class SpecError extends Error {
  override readonly name = "SpecError";
}
