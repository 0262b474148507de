import type { Node } from "./node.ts";

/** What a service offers, read from an OpenAPI document of any dialect: plain data in one form. */
export interface Contract {
  readonly dialect: "2.0" | "3.0" | "3.1";
  readonly at: Node;
  readonly info: Info;
  readonly servers: readonly Server[];
  readonly schemes: ReadonlyMap<string, SecurityScheme>;
  /** What operations want that do not say it themselves. */
  readonly security?: Security;
  readonly tags: readonly Tag[];
  readonly operations: readonly Operation[];
  /** Schemas that are referred to, by the id of their place. */
  readonly schemas: ReadonlyMap<string, NamedSchema>;
  readonly parameters: ReadonlyMap<string, SharedParameter>;
  readonly responses: ReadonlyMap<string, SharedResponse>;
}

export interface Info {
  readonly title: string;
  readonly version: string;
  readonly description?: string;
  readonly termsOfService?: string;
  readonly contact?: Readonly<Record<string, string>>;
  readonly license?: Readonly<Record<string, string>>;
  readonly externalDocs?: ExternalDocs;
}

export interface ExternalDocs {
  readonly url: string;
  readonly description?: string;
}

export interface Tag {
  readonly name: string;
  readonly description?: string;
  readonly externalDocs?: ExternalDocs;
}

export interface Server {
  readonly url: string;
  readonly description?: string;
  readonly variables: readonly ServerVariable[];
}

export interface ServerVariable {
  readonly name: string;
  readonly description?: string;
  readonly type: "string" | "url";
  readonly values: readonly string[];
  readonly default?: string;
}

export type SecurityScheme = { readonly at: Node; readonly description?: string } & (
  | { readonly kind: "apiKey"; readonly in: "header" | "query" | "cookie"; readonly name: string }
  | { readonly kind: "http"; readonly scheme: string }
  | { readonly kind: "oauth2"; readonly flows: readonly OAuthFlow[] }
  | { readonly kind: "openIdConnect"; readonly url: string }
);

export interface OAuthFlow {
  readonly type: "implicit" | "password" | "clientCredentials" | "authorizationCode";
  readonly authorizationUrl?: string;
  readonly tokenUrl?: string;
  readonly refreshUrl?: string;
  readonly scopes: readonly string[];
}

/** Alternatives; each is a list of schemes that are needed together, an empty one for none. */
export type Security = readonly (readonly SchemeUse[])[];

export interface SchemeUse {
  readonly name: string;
  readonly scopes: readonly string[];
}

export interface Operation {
  readonly at: Node;
  readonly id?: string;
  readonly method: string;
  readonly path: string;
  readonly tags: readonly string[];
  readonly summary?: string;
  readonly description?: string;
  readonly deprecated: boolean;
  readonly externalDocs?: ExternalDocs;
  readonly parameters: readonly ParameterUse[];
  readonly body?: Body;
  readonly responses: readonly ResponseUse[];
  readonly security?: Security;
  /** Where this operation is, if it or its path says so, with the place that does. */
  readonly servers?: readonly Server[];
  readonly serversAt?: Node;
  readonly pageable?: { readonly itemName: string; readonly nextLinkName?: string };
  readonly longRunning?: { readonly finalStateVia?: string };
}

export interface ParameterUse {
  /** Id of the shared parameter that is referred to. */
  readonly shared?: string;
  readonly parameter: Parameter;
}

export interface SharedParameter {
  readonly name: string;
  readonly parameter: Parameter;
}

export interface Parameter {
  readonly at: Node;
  readonly name: string;
  readonly clientName?: string;
  readonly in: "path" | "query" | "header" | "cookie";
  readonly required: boolean;
  readonly description?: string;
  readonly deprecated: boolean;
  readonly style: string;
  readonly explode: boolean;
  /** Whether reserved characters stay as they are. */
  readonly reserved: boolean;
  readonly schema: Schema;
}

export interface Body {
  readonly at: Node;
  /** What the document calls the argument. */
  readonly name?: string;
  readonly required: boolean;
  readonly description?: string;
  readonly contents: readonly Content[];
}

export interface Content {
  readonly at: Node;
  readonly mediaType: string;
  readonly schema?: Schema;
  /** Media types of the parts of a multipart body, by property. */
  readonly partTypes: ReadonlyMap<string, string>;
  /** Styles of the fields of a form whose items are sent as one text, by property. */
  readonly fieldStyles?: ReadonlyMap<string, string>;
}

export interface ResponseUse {
  /** `200`, `4XX` or `default`. */
  readonly status: string;
  readonly shared?: string;
  readonly response: Response;
}

export interface SharedResponse {
  readonly name: string;
  readonly response: Response;
}

export interface Response {
  readonly at: Node;
  readonly description: string;
  readonly headers: readonly Header[];
  readonly contents: readonly Content[];
  /** Whether the document calls it an error, whatever its status is. */
  readonly isError?: boolean;
}

export interface Header {
  readonly at: Node;
  readonly name: string;
  readonly required: boolean;
  readonly description?: string;
  readonly deprecated: boolean;
  readonly schema: Schema;
}

export interface NamedSchema {
  readonly at: Node;
  readonly name: string;
  readonly schema: Schema;
}

/** What is said of a schema beside its type. */
export interface Annotations {
  readonly at: Node;
  readonly description?: string;
  readonly title?: string;
  readonly deprecated?: boolean;
  readonly nullable?: boolean;
  readonly default?: { readonly value: unknown };
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
  readonly clientName?: string;
  readonly externalDocs?: ExternalDocs;
  readonly xml?: Xml;
}

/** How a value stands in XML. */
export interface Xml {
  readonly at: Node;
  readonly name?: string;
  readonly namespace?: string;
  readonly prefix?: string;
  readonly attribute?: boolean;
  /** Whether an element stands around the items of a list. */
  readonly wrapped?: boolean;
  /** Whether the value is the text of the element that it belongs to. */
  readonly text?: boolean;
}

/** Constraints by keyword; those that do not fit the type are listed as lost when they are written. */
export type Limits = Readonly<Record<string, string | number | boolean>>;

export type Schema =
  | AnySchema
  | RefSchema
  | ScalarSchema
  | EnumSchema
  | ArraySchema
  | ObjectSchema
  | UnionSchema;

export interface AnySchema extends Annotations {
  readonly kind: "any" | "never" | "null";
}

export interface RefSchema extends Annotations {
  readonly kind: "ref";
  readonly id: string;
}

export interface ScalarSchema extends Annotations {
  readonly kind: "scalar";
  readonly type: "string" | "integer" | "number" | "boolean" | "binary";
  readonly format?: string;
  readonly limits: Limits;
}

export type Literal = string | number | boolean;

export interface EnumSchema extends Annotations {
  readonly kind: "enum";
  /** The type of the values; undefined when they are of several. */
  readonly base?: "string" | "integer" | "number" | "boolean";
  readonly name?: string;
  /** Whether other values may come. */
  readonly open: boolean;
  readonly values: readonly EnumValue[];
}

export interface EnumValue {
  readonly value: Literal;
  readonly name?: string;
  readonly description?: string;
}

export interface ArraySchema extends Annotations {
  readonly kind: "array";
  readonly items: Schema;
  readonly limits: Limits;
}

export interface ObjectSchema extends Annotations {
  readonly kind: "object";
  readonly properties: readonly Property[];
  /** Names that are required here and declared in a parent. */
  readonly required: readonly string[];
  /** The type of properties that are not listed; absent where nothing is said. */
  readonly additional?: Schema;
  /** `allOf` with references. */
  readonly parents: readonly RefSchema[];
  /** `oneOf` or `anyOf` beside properties. */
  readonly variants: readonly Schema[];
  readonly discriminator?: Discriminator;
  readonly discriminatorValue?: string;
}

export interface Property {
  readonly at: Node;
  readonly name: string;
  readonly required: boolean;
  /** How the items of a list are sent as one text, in a form. */
  readonly style?: string;
  readonly schema: Schema;
}

export interface Discriminator {
  readonly at: Node;
  readonly property: string;
  /** Values by the id of the schema that they stand for. */
  readonly mapping: readonly { readonly value: string; readonly id: string }[];
}

export interface UnionSchema extends Annotations {
  readonly kind: "union";
  readonly variants: readonly Schema[];
  readonly discriminator?: Discriminator;
}
