/** A place in an OpenAPI document. */
export interface Place {
  /** Path of the file, absolute or relative to the working directory. */
  readonly file: string;
  /** JSON pointer in the file, such as `/paths/~1pets/get`. */
  readonly pointer: string;
}

/** An invalid OpenAPI document. The message contains the place and what to do. */
export class OpenApiError extends Error {
  override readonly name = "OpenApiError";
  readonly place: Place;

  constructor(place: Place, reason: string) {
    super(`${describePlace(place)}: ${reason}`);
    this.place = place;
  }
}

/** Formats a place for messages: `pets.yaml#/paths/~1pets/get`. */
export function describePlace({ file, pointer }: Place): string {
  return pointer === "" ? file : `${file}#${pointer}`;
}
