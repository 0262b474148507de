/** An invalid specification. The message is one line with the file, the place and the problem. */
export class SpecError extends Error {
  /** The file as the user named it. */
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
