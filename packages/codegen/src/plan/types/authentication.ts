// The types of the plan: credentials, and which of them an operation needs.

/** The credentials of a client. */
export interface AuthPlan {
  readonly schemes: readonly SchemePlan[];
  /** True if credentials are given by name, because their types do not identify the scheme or a request needs several. */
  readonly isNamed: boolean;
  /** The requirement of most operations. */
  readonly byDefault: AuthAlternatives;
  /** True if the service can also be called without a credential. */
  readonly isOptional: boolean;
  /** True if all operations have the same requirement. */
  readonly isUniform: boolean;
}

/** Alternatives to authenticate a request, each a list of schemes that are used together. An empty list means no credential. */
export type AuthAlternatives = readonly (readonly string[])[];

/** How a credential is added to requests. A bearer token may be a fixed key. */
export type SchemePlan =
  | { readonly kind: "token" | "bearer"; readonly name: string; readonly scopes: readonly string[] }
  | {
      readonly kind: "key";
      readonly name: string;
      readonly in: "header" | "query" | "cookie";
      /** Name of the header, parameter or cookie. */
      readonly place: string;
      readonly prefix?: string;
    }
  | { readonly kind: "basic"; readonly name: string };
