import { camelCase, pascalCase } from "../../plan/names.ts";
import type {
  Contract,
  EnumSchema,
  NamedSchema,
  ObjectSchema,
  Schema,
  UnionSchema,
} from "../contract.ts";
import type { Node } from "../node.ts";

/** The files of the declarations, in the order in which they are written. */
export type SourceFile =
  | "main.tsp"
  | "models.tsp"
  | "parameters.tsp"
  | "responses.tsp"
  | "operations.tsp";

/** A declaration with its place in the document. */
export interface Declaration {
  readonly file: SourceFile;
  readonly name: string;
  readonly text: string;
  readonly at: Node;
}

/** The shared state while a contract is written. */
export interface Scope {
  readonly contract: Contract;
  readonly names: Names;
  /** Names of declared schemas, by the id of their place. */
  readonly schemaNames: ReadonlyMap<string, string>;
  readonly parameterNames: ReadonlyMap<string, string>;
  readonly responseNames: ReadonlyMap<string, string>;
  /** The status code of each shared response; undefined if it is used with several. */
  readonly responseStatuses: ReadonlyMap<string, string | undefined>;
  /** Names of the envelopes for errors, with JSON and with an explicit content type. */
  readonly failureNames: { readonly json: string; readonly typed: string };
  readonly declarations: Declaration[];
  /** Names of the inline schemas that were declared, by their content. */
  readonly inline: Map<string, string>;
  /** The inline schemas whose declaration has not been written yet. */
  readonly pending: {
    readonly name: string;
    readonly schema: EnumSchema | ObjectSchema | UnionSchema;
  }[];
  /** Decorators of the properties of pages, by the id of the property. */
  readonly pageMarks: ReadonlyMap<string, string>;
  /** Schemas that only error responses use. */
  readonly errorSchemas: ReadonlySet<string>;
  /** Libraries that are used in addition to http and openapi. */
  readonly uses: Set<"versioning" | "tcgc" | "core" | "xml">;
  /** Whether any body of the service is XML. */
  readonly hasXml: boolean;
}

/** Types of the compiler and the http library, which a declaration of the same name would hide. */
export const builtInTypes: ReadonlySet<string> = new Set(
  (
    "Record Array OmitProperties PickProperties Lifecycle File HttpPart AuthType ApiKeyAuth ApiKeyLocation BasicAuth " +
    "BearerAuth OAuth2Auth OAuth2FlowType OpenIdConnectAuth NoAuth ArrayEncoding TypeSpec OpenAPI Azure Versions Reflection " +
    "string boolean bytes url integer int8 int16 int32 int64 uint8 uint16 uint32 uint64 safeint numeric float float32 float64 " +
    "decimal decimal128 utcDateTime offsetDateTime plainDate plainTime duration unixTimestamp32 unknown Xml Versioning Http"
  ).split(" "),
);

/** Hands out unique names. A name that is reserved gets a suffix. */
export class Names {
  readonly #taken = new Set<string>();
  readonly #reserved: ReadonlySet<string>;

  constructor(reserved: ReadonlySet<string> = new Set()) {
    this.#reserved = reserved;
  }

  claim(wanted: string): string {
    const first = this.#reserved.has(wanted) ? `${wanted}Model` : wanted;
    let name = first;
    for (let number = 2; this.#taken.has(name); number++) name = `${first}${number}`;
    this.#taken.add(name);
    return name;
  }

  isFree(name: string): boolean {
    return !this.#taken.has(name);
  }
}

/** Returns the name of a type: `payment_intent` becomes `PaymentIntent`. */
export function typeName(name: string): string {
  const plain = pascalCase(name.replaceAll(/[^\p{L}\p{N}_]+/gu, " "));
  return /^\p{L}/u.test(plain) ? plain : `T${plain.replace(/^_+/, "")}`;
}

/** Returns the name of an argument or operation. */
export function valueName(name: string): string {
  const plain = camelCase(name.replaceAll(/[^\p{L}\p{N}_]+/gu, " "));
  return plain === "_" ? "value" : plain;
}

export function namedSchema(scope: Scope, id: string): NamedSchema {
  const found = scope.contract.schemas.get(id);
  if (found === undefined) throw new Error(`no schema was read at ${id}`);
  return found;
}

/** Returns the content of a schema without its places, as a text that is equal for equal schemas. */
export function contentOf(schema: unknown): string {
  return JSON.stringify(schema, (key, value: unknown) => (key === "at" ? undefined : value));
}

/** Returns the content of a schema without documentation. */
export function shapeOf(schema: Schema): string {
  return JSON.stringify(schema, (key, value: unknown) =>
    ["at", "description", "title", "externalDocs", "deprecated", "default"].includes(key)
      ? undefined
      : value,
  );
}

/** Follows references to the schema at their end. */
export function resolved(scope: Scope, schema: Schema): Schema {
  const seen = new Set<string>();
  let at = schema;
  while (at.kind === "ref" && !seen.has(at.id)) {
    seen.add(at.id);
    at = namedSchema(scope, at.id).schema;
  }
  return at;
}
