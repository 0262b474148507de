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

/** The files that declarations go to, in the order in which they are written. */
export type SourceFile =
  | "main.tsp"
  | "models.tsp"
  | "parameters.tsp"
  | "responses.tsp"
  | "operations.tsp";

/** A declaration with the place in the document that it comes from. */
export interface Declaration {
  readonly file: SourceFile;
  readonly name: string;
  readonly text: string;
  readonly at: Node;
}

/** What writing one contract collects. */
export interface Scope {
  readonly contract: Contract;
  readonly names: Names;
  /** Names of declared schemas by the id of their place. */
  readonly schemaNames: ReadonlyMap<string, string>;
  readonly parameterNames: ReadonlyMap<string, string>;
  readonly responseNames: ReadonlyMap<string, string>;
  /** The one status that a shared response always has; undefined where it has several. */
  readonly responseStatuses: ReadonlyMap<string, string | undefined>;
  /** Names of the envelopes for errors: in JSON, and in a content type that is named. */
  readonly failureNames: { readonly json: string; readonly typed: string };
  readonly declarations: Declaration[];
  /** Schemas without a name of their own that were declared, by what they say. */
  readonly inline: Map<string, string>;
  /** Those of them whose declaration is still to be written. */
  readonly pending: {
    readonly name: string;
    readonly schema: EnumSchema | ObjectSchema | UnionSchema;
  }[];
  /** Decorators of properties that a list of pages is read from, by the id of the property. */
  readonly pageMarks: ReadonlyMap<string, string>;
  /** Schemas that only failures have: models of errors. */
  readonly errorSchemas: ReadonlySet<string>;
  /** Whether a library other than http and openapi is used. */
  readonly uses: Set<"versioning" | "tcgc" | "core" | "xml">;
  /** Whether any body of the service comes in XML. */
  readonly hasXml: boolean;
}

/** Words that are types of the compiler or the http library: a model of this name would hide them. */
const builtIn = new Set(
  (
    "Record Array OmitProperties PickProperties Lifecycle File HttpPart AuthType ApiKeyAuth ApiKeyLocation BasicAuth " +
    "BearerAuth OAuth2Auth OAuth2FlowType OpenIdConnectAuth NoAuth ArrayEncoding TypeSpec OpenAPI Azure Versions Reflection " +
    "string boolean bytes url integer int8 int16 int32 int64 uint8 uint16 uint32 uint64 safeint numeric float float32 float64 " +
    "decimal decimal128 utcDateTime offsetDateTime plainDate plainTime duration unixTimestamp32 unknown Xml Versioning Http"
  ).split(" "),
);

/** Hands out names that are different from one another. */
export class Names {
  readonly #taken = new Set<string>();

  claim(wanted: string): string {
    const first = builtIn.has(wanted) ? `${wanted}Model` : wanted;
    let name = first;
    for (let number = 2; this.#taken.has(name); number++) name = `${first}${number}`;
    this.#taken.add(name);
    return name;
  }

  isFree(name: string): boolean {
    return !this.#taken.has(name);
  }
}

/** The name of a type: `payment_intent` becomes `PaymentIntent`. */
export function typeName(name: string): string {
  const plain = pascalCase(name.replaceAll(/[^\p{L}\p{N}_]+/gu, " "));
  return /^\p{L}/u.test(plain) ? plain : `T${plain.replace(/^_+/, "")}`;
}

/** The name of an argument or operation. */
export function valueName(name: string): string {
  const plain = camelCase(name.replaceAll(/[^\p{L}\p{N}_]+/gu, " "));
  return plain === "_" ? "value" : plain;
}

export function namedSchema(scope: Scope, id: string): NamedSchema {
  const found = scope.contract.schemas.get(id);
  if (found === undefined) throw new Error(`no schema was read at ${id}`);
  return found;
}

/** What a schema says, without where it says it: equal for equal schemas. */
export function contentOf(schema: unknown): string {
  return JSON.stringify(schema, (key, value: unknown) => (key === "at" ? undefined : value));
}

/** What a schema says of values, without words about it. */
export function shapeOf(schema: Schema): string {
  return JSON.stringify(schema, (key, value: unknown) =>
    ["at", "description", "title", "externalDocs", "deprecated", "default"].includes(key)
      ? undefined
      : value,
  );
}

/** Follows references to the schema that they end at. */
export function resolved(scope: Scope, schema: Schema): Schema {
  const seen = new Set<string>();
  let at = schema;
  while (at.kind === "ref" && !seen.has(at.id)) {
    seen.add(at.id);
    at = namedSchema(scope, at.id).schema;
  }
  return at;
}
