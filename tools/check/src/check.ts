/** A difference that a check has found. */
export interface Finding {
  /** Where to look: a file, with a line if there is one, or a package. */
  readonly where: string;
  /** What is wrong there. */
  readonly what: string;
  /** How to correct it. */
  readonly todo: string;
}

/** A check of the repository. */
export interface Check {
  /** The argument that runs this check alone. */
  readonly name: string;
  /** What is true when the check passes. */
  readonly holds: string;
  /**
   * Looks for drift in the repository at `root`.
   *
   * @throws NotReady if something that the check needs is missing.
   */
  readonly run: (root: string) => Promise<readonly Finding[]>;
}

/** Thrown if a check cannot run because something is missing. The message says what to do first. */
export class NotReady extends Error {
  override readonly name = "NotReady";
}
