// The part of the plan that is about types: models, enums, unions, and how each is written.

import type { DocPlan } from "./types.ts";
import type { TextPlan } from "./wire/wire-types.ts";

/** When in a resource's life a property may be sent. */
export type Phase = "create" | "update" | "delete" | "query";

/**
 * How a model is used, on which it depends what properties it has: in an answer, or in the request that creates,
 * updates, creates or updates ("input"), deletes or asks; as a merge patch, in which null takes away; or in part.
 */
export type Shape =
  | "output"
  | "input"
  | "create"
  | "update"
  | "delete"
  | "query"
  | "patch"
  | "partial"
  | "partialPatch";

/** A type, as far as the writer needs to know. */
export type TypePlan =
  | { readonly kind: "string" }
  | { readonly kind: "boolean" }
  | { readonly kind: "number" }
  | { readonly kind: "unknown" }
  | { readonly kind: "literal"; readonly value: string | number | boolean }
  | {
      readonly kind: "date";
      readonly encode: "rfc3339" | "rfc7231" | "unix";
      readonly offset?: boolean;
    }
  | {
      readonly kind: "bytes";
      readonly encode: "base64" | "base64url" | "raw";
      /** True for a part of a form: the caller may tell its name and type, too. */
      readonly upload?: true;
    }
  | { readonly kind: "text"; readonly of: "number" | "bigint" | "boolean" }
  | {
      readonly kind: "duration";
      readonly unit: "iso" | "seconds" | "milliseconds";
      readonly integer: boolean;
      readonly text?: boolean;
    }
  /** A list; with a text where it travels as one. */
  | { readonly kind: "array"; readonly of: TypePlan; readonly text?: TextPlan }
  | { readonly kind: "record"; readonly of: TypePlan }
  | { readonly kind: "tuple"; readonly of: readonly TypePlan[] }
  | { readonly kind: "nullable"; readonly of: TypePlan }
  /** A part of a form with headers of its own, which stand beside its file or body. */
  | {
      readonly kind: "part";
      readonly of: TypePlan;
      readonly isFile: boolean;
      readonly headers: readonly PartHeaderPlan[];
    }
  | { readonly kind: "model" | "union"; readonly ref: string }
  | {
      readonly kind: "enum";
      readonly ref: string;
      readonly numeric?: true;
      /** True for an enum with values that are others on the wire in some API versions. */
      readonly versioned?: true;
    };

/** A header of a part whose value the caller gives. */
export interface PartHeaderPlan {
  readonly name: string;
  readonly type: TypePlan;
  readonly optional: boolean;
}

export interface ModelPlan {
  readonly name: string;
  readonly doc?: DocPlan;
  readonly internal: boolean;
  readonly base?: string;
  readonly properties: readonly PropertyPlan[];
  readonly additional?: TypePlan;
  /** Set for the base of a discriminated hierarchy, and inside it. */
  readonly discriminator?: DiscriminatorPlan;
  readonly discriminatorValue?: string;
  /** In which shapes operations use it. */
  readonly shapes: readonly Shape[];
  readonly xml?: XmlPlan;
}

export interface DiscriminatorPlan {
  /** Client name of the property. */
  readonly property: string;
  readonly wireName: string;
  /** Value and model of each known kind, in order. */
  readonly subtypes: readonly { readonly value: string; readonly model: string }[];
}

export interface PropertyPlan {
  readonly name: string;
  readonly wireName: string;
  readonly type: TypePlan;
  readonly optional: boolean;
  readonly doc?: DocPlan;
  /** Present in answers; present in requests. */
  readonly readable: boolean;
  readonly writable: boolean;
  /** When it may be sent, if not always. */
  readonly phases?: readonly Phase[];
  readonly defaultValue?: unknown;
  readonly discriminator: boolean;
  readonly xml?: XmlPlan;
  /** True for what is sent elsewhere than in the body: headers, query. */
  readonly metadata?: boolean;
  readonly emptyAsNull?: boolean;
  /** What the property is in API versions in which it has another name or type on the wire, oldest first. */
  readonly earlier?: readonly EarlierPropertyPlan[];
  /** For a property that is required in other API versions only: those that can do without it. */
  readonly lenientIn?: readonly string[];
  /** API versions that have the model, but not the property. */
  readonly absentIn?: readonly string[];
}

/** A property as some API versions have it. */
export interface EarlierPropertyPlan {
  readonly versions: readonly string[];
  readonly wireName: string;
  readonly type: TypePlan;
}

/** A value of an enum as some API versions have it. */
export interface EarlierValuePlan {
  readonly versions: readonly string[];
  readonly value: string;
}

export interface XmlPlan {
  readonly name: string;
  readonly attribute: boolean;
  readonly unwrapped: boolean;
  readonly itemsName?: string;
  readonly namespace?: { readonly uri: string; readonly prefix: string };
  readonly itemsNamespace?: { readonly uri: string; readonly prefix: string };
}

export interface EnumPlan {
  readonly name: string;
  readonly doc?: DocPlan;
  readonly open: boolean;
  readonly numeric: boolean;
  readonly values: readonly EnumValuePlan[];
}

export interface EnumValuePlan {
  readonly value: string | number;
  readonly doc?: DocPlan;
  /** What stands on the wire in API versions in which it is another value, oldest first. */
  readonly earlier?: readonly EarlierValuePlan[];
}

export interface UnionPlan {
  readonly name: string;
  readonly doc?: DocPlan;
  readonly variants: readonly TypePlan[];
  /** Set for discriminated unions. */
  readonly discriminated?: {
    readonly property: string;
    readonly envelope?: string;
    readonly kinds: readonly string[];
  };
}
