/** A place in an OpenAPI document. */
export interface Place {
  /** Path of the file. */
  readonly file: string;
  /** JSON pointer inside the file, such as `/paths/~1pets/get`. */
  readonly pointer: string;
}

/** An OpenAPI document that cannot be read. The message names the place and what to do. */
export class OpenApiError extends Error {
  override readonly name = "OpenApiError";
  readonly place: Place;

  constructor(place: Place, reason: string) {
    super(`${describePlace(place)}: ${reason}`);
    this.place = place;
  }
}

/** `pets.yaml#/paths/~1pets/get`: how a place stands in messages. */
export function describePlace({ file, pointer }: Place): string {
  return pointer === "" ? file : `${file}#${pointer}`;
}
