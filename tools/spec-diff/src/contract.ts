/**
 * What an OpenAPI 2.0 document promises, without the ways in which JSON can say the same thing twice: references are
 * resolved, shared parameters merged in, inline enums and objects named. Two contracts can be compared part by part.
 */
export interface Contract {
  /** The API version (`info.version`). */
  readonly version: string;
  /** Title and description of the service. */
  readonly description: string;
  /** Where requests go: scheme, host and base path, or the template of a parameterized host. */
  readonly host: string;
  /** The security schemes that requests must satisfy, as canonical JSON. */
  readonly security: string;
  /** Operations by operation id. */
  readonly operations: ReadonlyMap<string, Operation>;
  /** Object types by name. */
  readonly models: ReadonlyMap<string, Model>;
  /** Enumerations by name. */
  readonly enums: ReadonlyMap<string, Enumeration>;
}

/** One operation: a method on a path. */
export interface Operation {
  readonly id: string;
  /** Upper case. */
  readonly method: string;
  readonly path: string;
  readonly description: string;
  readonly deprecated: boolean;
  /** Parameters but the body, by {@link parameterKey}. */
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly body?: Body;
  /** Media types that an answer may have; sorted. */
  readonly produces: readonly string[];
  /** Answers by status code, or `default`. */
  readonly responses: ReadonlyMap<string, Answer>;
  /** Set if the operation is paged by next links. */
  readonly paging?: Paging;
  readonly longRunning: boolean;
  /** What requests must satisfy instead of what the service requires, as canonical JSON. */
  readonly security?: string;
}

/** A parameter in path, query, header or form. */
export interface Parameter {
  /** The name on the wire. */
  readonly name: string;
  readonly place: string;
  readonly required: boolean;
  readonly shape: Shape;
  /** How the value is written, where that is not said by its place and type: `multi`, `unescaped`. */
  readonly encoding?: string;
  readonly description: string;
}

/** The body of a request. */
export interface Body {
  readonly required: boolean;
  /** Media types that the body may have; sorted. */
  readonly mediaTypes: readonly string[];
  readonly shape: Shape;
  readonly description: string;
}

/** One answer of an operation. */
export interface Answer {
  readonly status: string;
  readonly error: boolean;
  readonly shape?: Shape;
  /** Headers by lower-case name. */
  readonly headers: ReadonlyMap<string, Header>;
  readonly description: string;
}

/** A header of an answer. */
export interface Header {
  readonly name: string;
  readonly shape: Shape;
  readonly description: string;
}

/** Which properties of an answer hold the items of a page and the link to the next one. */
export interface Paging {
  readonly items: string;
  readonly nextLink?: string;
}

/** An object type. */
export interface Model {
  readonly name: string;
  readonly description: string;
  readonly properties: ReadonlyMap<string, Property>;
  /** What properties that are not listed must look like; absent if nothing is said about them. */
  readonly others?: Shape;
  /** The names of the models that this one extends. */
  readonly bases: readonly string[];
  /** The property that tells derived models apart. */
  readonly discriminator?: string;
  /** The value of the discriminator that stands for this model. */
  readonly discriminatorValue?: string;
}

/** A property of an object type. */
export interface Property {
  /** The name on the wire. */
  readonly name: string;
  readonly required: boolean;
  readonly readOnly: boolean;
  readonly nullable: boolean;
  readonly shape: Shape;
  /** What the property means; the description of the type itself is not repeated here. */
  readonly description: string;
}

/** A set of values. */
export interface Enumeration {
  readonly name: string;
  readonly base: string;
  /** True if values that are not listed may come (`modelAsString`). */
  readonly open: boolean;
  /** Descriptions by value. */
  readonly values: ReadonlyMap<string, string>;
  readonly description: string;
}

/** Numbers and patterns that bound a value, by the keyword of JSON Schema. */
export type Limits = Readonly<Record<string, number | string | boolean>>;

/** What a value looks like. */
export type Shape =
  | {
      readonly kind: "value";
      /** `string`, `integer`, `number`, `boolean`, `file`, or `any`. */
      readonly type: string;
      readonly format?: string;
      readonly limits: Limits;
      /** The default, as JSON. */
      readonly fallback?: string;
    }
  | { readonly kind: "array"; readonly items: Shape; readonly limits: Limits }
  | { readonly kind: "map"; readonly values: Shape }
  | { readonly kind: "model"; readonly name: string }
  | { readonly kind: "enum"; readonly name: string };

/** The key of a parameter: header names do not tell upper from lower case. */
export function parameterKey(place: string, name: string): string {
  return `${place} ${place === "header" ? name.toLowerCase() : name}`;
}

/** A shape in a few words, for a person: `array of ChatMessage`, `string (date-time)`. */
export function describeShape(shape: Shape | undefined): string {
  if (shape === undefined) return "nothing";
  switch (shape.kind) {
    case "value":
      return shape.format === undefined ? shape.type : `${shape.type} (${shape.format})`;
    case "array":
      return `array of ${describeShape(shape.items)}`;
    case "map":
      return `map of ${describeShape(shape.values)}`;
    case "model":
    case "enum":
      return shape.name;
  }
}
