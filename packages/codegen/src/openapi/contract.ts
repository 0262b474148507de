import type { Node } from "./node.ts";

/** The content of an OpenAPI document as plain data, in the same form for all versions of OpenAPI. */
export interface Contract {
  readonly dialect: "2.0" | "3.0" | "3.1";
  readonly at: Node;
  readonly info: Info;
  readonly servers: readonly Server[];
  readonly schemes: ReadonlyMap<string, SecurityScheme>;
  /** The security of operations that do not declare their own. */
  readonly security?: Security;
  readonly tags: readonly Tag[];
  readonly operations: readonly Operation[];
  /** Referenced schemas, by the id of their place. */
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

/** Alternatives. Each is a list of schemes that are used together; an empty list means no authentication. */
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
  /** The servers of this operation or its path, if they differ from those of the service, and their place. */
  readonly servers?: readonly Server[];
  readonly serversAt?: Node;
  readonly pageable?: { readonly itemName: string; readonly nextLinkName?: string };
  readonly longRunning?: { readonly finalStateVia?: string };
}

export interface ParameterUse {
  /** Id of the shared parameter that this one references. */
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
  /** Whether reserved characters are sent without encoding. */
  readonly reserved: boolean;
  readonly schema: Schema;
}

export interface Body {
  readonly at: Node;
  /** The name of the body argument, if the document has one. */
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
  /** The serialization of form fields whose items are joined into one text, by property. */
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
  /** Whether the document marks the response as an error, independent of its status code. */
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

/** Properties that schemas of all types can have. */
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

/** The XML form of a value. */
export interface Xml {
  readonly at: Node;
  readonly name?: string;
  readonly namespace?: string;
  readonly prefix?: string;
  readonly attribute?: boolean;
  /** Whether an element encloses the items of a list. */
  readonly wrapped?: boolean;
  /** Whether the value is the text of its parent's element. */
  readonly text?: boolean;
}

/** Constraints by keyword. Those that do not apply to the type are reported as losses by the TypeSpec writer. */
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
  /** The type of the values; undefined if they have different types. */
  readonly base?: "string" | "integer" | "number" | "boolean";
  readonly name?: string;
  /** Whether other values are possible. */
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
  /** Required properties that are declared in a parent. */
  readonly required: readonly string[];
  /** The type of additional properties; absent if the document does not describe them. */
  readonly additional?: Schema;
  /** The references in `allOf`. */
  readonly parents: readonly RefSchema[];
  /** The schemas of `oneOf` or `anyOf` that a schema with properties also has. */
  readonly variants: readonly Schema[];
  readonly discriminator?: Discriminator;
  readonly discriminatorValue?: string;
}

export interface Property {
  readonly at: Node;
  readonly name: string;
  readonly required: boolean;
  /** The serialization of a list whose items are joined into one text in a form. */
  readonly style?: string;
  readonly schema: Schema;
}

export interface Discriminator {
  readonly at: Node;
  readonly property: string;
  /** The discriminator values, each with the id of the schema that it selects. */
  readonly mapping: readonly { readonly value: string; readonly id: string }[];
}

export interface UnionSchema extends Annotations {
  readonly kind: "union";
  readonly variants: readonly Schema[];
  readonly discriminator?: Discriminator;
}
