/** One thing that has drifted. */
export interface Finding {
  /** Where to look: a file, with a line where there is one, or a package. */
  readonly where: string;
  /** What is wrong there. */
  readonly what: string;
  /** What to do about it. */
  readonly todo: string;
}

/** One row of the table. */
export interface Check {
  /** What the maintainer types to run this check alone. */
  readonly name: string;
  /** What holds when the check passes. */
  readonly holds: string;
  /**
   * Looks for drift in the repository at `root`.
   *
   * @throws NotReady when something that the check needs is missing.
   */
  readonly run: (root: string) => Promise<readonly Finding[]>;
}

/** A check that cannot be made, because something that it needs is missing; the message says what to do first. */
export class NotReady extends Error {
  override readonly name = "NotReady";
}
