/** A specification that cannot be used: says in which file, at which place, and what is wrong. One line. */
export class SpecError extends Error {
  /** The file, as the user named it. */
  readonly file: string;
  /** A JSON pointer into the file; empty for the file as a whole. */
  readonly place: string;

  constructor(file: string, place: string, what: string) {
    super(`${file}${place === "" ? "" : ` at ${place}`}: ${what}`);
    this.name = "SpecError";
    this.file = file;
    this.place = place;
  }
}
