import type { Places } from "./places.ts";

/**
 * The content of an OpenAPI document of any version, in a form that can be compared part by part: references are
 * resolved, shared parameters are merged into operations, and inline enums and objects have names.
 */
export interface Contract {
  /** The API version (`info.version`). */
  readonly version: string;
  readonly description: string;
  /** The URLs of the servers, with the values of their variables. */
  readonly host: string;
  /** The security schemes that requests must satisfy, as canonical JSON. */
  readonly security: string;
  /** Operations by operation id. */
  readonly operations: ReadonlyMap<string, Operation>;
  /** Object types by name. */
  readonly models: ReadonlyMap<string, Model>;
  /** Enumerations by name. */
  readonly enums: ReadonlyMap<string, Enumeration>;
  /** Union types by name. */
  readonly unions: ReadonlyMap<string, Union>;
  /** The places of the parts in their document, by the `place` of a change; absent without a document. */
  readonly places?: Places;
}

/** Properties that parameters, properties and headers have in common. */
interface Marks {
  readonly deprecated?: boolean;
  /** The name in generated code, if it is not derived from the name on the wire. */
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
  /** All parameters except the body, by {@link parameterKey}. */
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly body?: Body;
  /** Media types of the responses, sorted. */
  readonly produces: readonly string[];
  /** Responses by status code or `default`. */
  readonly responses: ReadonlyMap<string, Answer>;
  /** Set for an operation that returns pages with next links. */
  readonly paging?: Paging;
  readonly longRunning: boolean;
  /** Where a long-running operation's result is, if the document names the place. */
  readonly finalState?: string;
  /** The server of this operation, if it is not that of the service. */
  readonly host?: string;
  /** The tags, sorted. */
  readonly tags?: string;
  /** The security that replaces that of the service, as canonical JSON. */
  readonly security?: string;
}

/** A parameter in the path, query, header or cookie. */
export interface Parameter extends Marks {
  /** The name on the wire. */
  readonly name: string;
  readonly place: string;
  readonly required: boolean;
  readonly shape: Shape;
  /** The serialization, if it is not the default for the place and type: `multi`, `unescaped`. */
  readonly encoding?: string;
  readonly description: string;
}

/** The body of a request. */
export interface Body {
  readonly required: boolean;
  /** Media types of the body, sorted. */
  readonly mediaTypes: readonly string[];
  readonly shape: Shape;
  /** The shapes of the body in media types for which it has another shape. */
  readonly otherShapes?: ReadonlyMap<string, Shape>;
  /** The media types of multipart parts, by property. */
  readonly partTypes?: ReadonlyMap<string, string>;
  /** The name of the argument in generated code, if the document has one. */
  readonly name?: string;
  readonly description: string;
}

/** A response of an operation. */
export interface Answer {
  readonly status: string;
  readonly error: boolean;
  readonly shape?: Shape;
  /** The shapes of the body in media types for which it has another shape. */
  readonly otherShapes?: ReadonlyMap<string, Shape>;
  /** Media types of the body, sorted; absent if they are not known for each status code. */
  readonly mediaTypes?: readonly string[];
  /** Headers by lower-case name. */
  readonly headers: ReadonlyMap<string, Header>;
  readonly description: string;
}

/** A header of a response. */
export interface Header extends Marks {
  readonly name: string;
  /** Whether the header is always present; undefined if that is not known. */
  readonly required?: boolean;
  readonly shape: Shape;
  readonly description: string;
}

/** The properties of a response that hold the items of a page and the link to the next page. */
export interface Paging {
  readonly items: string;
  readonly nextLink?: string;
}

/** An object type. */
export interface Model {
  readonly name: string;
  readonly description: string;
  readonly properties: ReadonlyMap<string, Property>;
  /** The shape of additional properties; absent if the document does not describe them. */
  readonly others?: Shape;
  /** The names of the base models. */
  readonly bases: readonly string[];
  /** The property whose value selects the derived model. */
  readonly discriminator?: string;
  /** The value of the discriminator that selects this model. */
  readonly discriminatorValue?: string;
  /** Inherited properties that only this model requires, sorted. */
  readonly requires?: readonly string[];
  /** The types of which a value is one, in addition to its own properties. */
  readonly alternatives?: readonly Shape[];
  readonly deprecated?: boolean;
  readonly xml?: string;
}

/** A union type. */
export interface Union {
  readonly name: string;
  readonly description: string;
  readonly variants: readonly Shape[];
  /** The property whose value selects the variant, with its values. */
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
  /** What the property means. The description of its type is not repeated. */
  readonly description: string;
}

/** An enumeration. */
export interface Enumeration {
  readonly name: string;
  readonly base: string;
  /** Whether other values than those listed are possible (`modelAsString`). */
  readonly open: boolean;
  /** Descriptions by value, with the value's name in generated code if that differs. */
  readonly values: ReadonlyMap<string, string>;
  readonly description: string;
}

/** Limits of a value, by the keyword of JSON Schema. */
export type Limits = Readonly<Record<string, number | string | boolean>>;

/** The type of a value, with its constraints. */
export type Shape = Plain & {
  /** Whether the value can be null. A property has a flag of its own. */
  readonly nullable?: boolean;
  /** The XML form of the value, as canonical JSON. */
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

/** Returns the key of a parameter. Header names are compared without regard to case. */
export function parameterKey(place: string, name: string): string {
  return `${place} ${place === "header" ? name.toLowerCase() : name}`;
}

/** Describes a shape in a few words: `array of ChatMessage`, `string (date-time)`. */
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
