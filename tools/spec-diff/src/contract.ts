import type { Places } from "./places.ts";

/**
 * What an OpenAPI document of any version describes, in a form that can be compared part by part: references are
 * resolved, shared parameters merged in, inline enums and objects named.
 */
export interface Contract {
  /** The API version (`info.version`). */
  readonly version: string;
  /** Title and description of the service. */
  readonly description: string;
  /** Where requests go: the URLs of the servers, with what their variables can be. */
  readonly host: string;
  /** The security schemes that requests must satisfy, as canonical JSON. */
  readonly security: string;
  /** Operations by operation id. */
  readonly operations: ReadonlyMap<string, Operation>;
  /** Object types by name. */
  readonly models: ReadonlyMap<string, Model>;
  /** Enumerations by name. */
  readonly enums: ReadonlyMap<string, Enumeration>;
  /** Values of one of several types, by name. */
  readonly unions: ReadonlyMap<string, Union>;
  /** Where the parts stand in their document, by the places that changes name; absent if there is no document. */
  readonly places?: Places;
}

/** What can be said of a parameter, a property and a header alike. */
interface Marks {
  readonly deprecated?: boolean;
  /** The name in generated code, where it is not made from the one on the wire. */
  readonly clientName?: string;
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
  /** Where a long-running operation's result is found, if the document says so. */
  readonly finalState?: string;
  /** Where this operation is, if it is elsewhere than the service. */
  readonly host?: string;
  /** The tags, which group operations; sorted. */
  readonly tags?: string;
  /** What requests must satisfy instead of what the service requires, as canonical JSON. */
  readonly security?: string;
}

/** A parameter in path, query, header or cookie. */
export interface Parameter extends Marks {
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
  /** The shapes in media types in which the body has another one. */
  readonly otherShapes?: ReadonlyMap<string, Shape>;
  /** The media types of parts, by property. */
  readonly partTypes?: ReadonlyMap<string, string>;
  /** The name of the argument in generated code, if the document has one. */
  readonly name?: string;
  readonly description: string;
}

/** One answer of an operation. */
export interface Answer {
  readonly status: string;
  readonly error: boolean;
  readonly shape?: Shape;
  /** The shapes in media types in which the body has another one. */
  readonly otherShapes?: ReadonlyMap<string, Shape>;
  /** Media types of the body, if they are known for each status; sorted. */
  readonly mediaTypes?: readonly string[];
  /** Headers by lower-case name. */
  readonly headers: ReadonlyMap<string, Header>;
  readonly description: string;
}

/** A header of an answer. */
export interface Header extends Marks {
  readonly name: string;
  /** Whether it is always there; undefined if that is not known. */
  readonly required?: boolean;
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
  /** Inherited properties that are required here only; sorted. */
  readonly requires?: readonly string[];
  /** The types of which a value has one besides its own properties. */
  readonly alternatives?: readonly Shape[];
  readonly deprecated?: boolean;
  readonly xml?: string;
}

/** A value of one of several types. */
export interface Union {
  readonly name: string;
  readonly description: string;
  readonly variants: readonly Shape[];
  /** The property that tells the variants apart, with the values that stand for them. */
  readonly discriminator?: string;
}

/** A property of an object type. */
export interface Property extends Marks {
  /** The name on the wire. */
  readonly name: string;
  readonly required: boolean;
  readonly readOnly: boolean;
  readonly writeOnly?: boolean;
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
  /** Descriptions by value, with the value's name in generated code where that is another. */
  readonly values: ReadonlyMap<string, string>;
  readonly description: string;
}

/** Numbers and patterns that bound a value, by the keyword of JSON Schema. */
export type Limits = Readonly<Record<string, number | string | boolean>>;

/** What a value looks like. */
export type Shape = Plain & {
  /** Whether the value can be null. Said of a property itself by the property. */
  readonly nullable?: boolean;
  /** How the value stands in XML, as canonical JSON. */
  readonly xml?: string;
  /** The default, as JSON. */
  readonly fallback?: string;
};

type Plain =
  | {
      readonly kind: "value";
      /** `string`, `integer`, `number`, `boolean`, `file`, `object`, `any`, `null`, or `never`. */
      readonly type: string;
      readonly format?: string;
      readonly limits: Limits;
    }
  | { readonly kind: "array"; readonly items: Shape; readonly limits: Limits }
  | { readonly kind: "map"; readonly values: Shape }
  | { readonly kind: "model"; readonly name: string }
  | { readonly kind: "union"; readonly name: string }
  | { readonly kind: "either"; readonly variants: readonly Shape[] }
  | { readonly kind: "enum"; readonly name: string };

/** The key of a parameter: header names do not tell upper from lower case. */
export function parameterKey(place: string, name: string): string {
  return `${place} ${place === "header" ? name.toLowerCase() : name}`;
}

/** A shape in a few words, for a person: `array of ChatMessage`, `string (date-time)`. */
export function describeShape(shape: Shape | undefined): string {
  if (shape === undefined) return "nothing";
  return `${describePlain(shape)}${shape.nullable === true ? " or null" : ""}`;
}

function describePlain(shape: Plain): string {
  switch (shape.kind) {
    case "value":
      return shape.format === undefined ? shape.type : `${shape.type} (${shape.format})`;
    case "array":
      return `array of ${describeShape(shape.items)}`;
    case "map":
      return `map of ${describeShape(shape.values)}`;
    case "either":
      return shape.variants.map(describeShape).join(" or ");
    case "model":
    case "enum":
    case "union":
      return shape.name;
  }
}
