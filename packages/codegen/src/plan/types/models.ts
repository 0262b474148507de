// The types of the plan: models, enums, unions, and how each is written.

import type { DocPlan } from "./docs.ts";
import type { TextPlan } from "./texts.ts";

/** The request in which a property may be sent. */
export type Phase = "create" | "update" | "delete" | "query";

/**
 * How a model is used. This determines its properties: in a response; in a request that creates, updates, creates or
 * updates ("input"), deletes or queries; in a merge patch, in which null removes a property; or in part.
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

/** A type, with everything that the writer needs. */
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
      /** True for a part of a form whose file name and content type the caller may set. */
      readonly upload?: true;
    }
  | { readonly kind: "text"; readonly of: "number" | "bigint" | "boolean" }
  | {
      readonly kind: "duration";
      readonly unit: "iso" | "seconds" | "milliseconds";
      readonly integer: boolean;
      readonly text?: boolean;
    }
  /** A list; `text` is set if it is sent as one text. */
  | { readonly kind: "array"; readonly of: TypePlan; readonly text?: TextPlan }
  | { readonly kind: "record"; readonly of: TypePlan }
  | { readonly kind: "tuple"; readonly of: readonly TypePlan[] }
  | { readonly kind: "nullable"; readonly of: TypePlan }
  /** A part of a form with its own headers next to its file or body. */
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
      /** True for an enum whose values differ on the wire in some API versions. */
      readonly versioned?: true;
    };

/** A header of a part whose value the caller gives. */
interface PartHeaderPlan {
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
  /** Present for the base of a discriminated hierarchy and for bases inside it. */
  readonly discriminator?: DiscriminatorPlan;
  readonly discriminatorValue?: string;
  /** The shapes in which operations use the model. */
  readonly shapes: readonly Shape[];
  readonly xml?: XmlPlan;
}

export interface DiscriminatorPlan {
  /** Client name of the discriminator property. */
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
  /** Whether the property is present in responses, and in requests. */
  readonly readable: boolean;
  readonly writable: boolean;
  /** The requests in which it may be sent; absent if it may be sent in all. */
  readonly phases?: readonly Phase[];
  readonly defaultValue?: unknown;
  readonly discriminator: boolean;
  readonly xml?: XmlPlan;
  /** True if it is sent as a header or query parameter instead of in the body. */
  readonly metadata?: boolean;
  readonly emptyAsNull?: boolean;
  /** The property in API versions in which it has another name or type on the wire, oldest first. */
  readonly earlier?: readonly EarlierPropertyPlan[];
  /** For a property that is required in other API versions only: the versions in which it is optional. */
  readonly lenientIn?: readonly string[];
  /** API versions that have the model, but not the property. */
  readonly absentIn?: readonly string[];
}

/** A property in some API versions. */
export interface EarlierPropertyPlan {
  readonly versions: readonly string[];
  readonly wireName: string;
  readonly type: TypePlan;
}

/** A value of an enum in some API versions. */
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

interface EnumValuePlan {
  readonly value: string | number;
  readonly doc?: DocPlan;
  /** The value on the wire in API versions in which it differs, oldest first. */
  readonly earlier?: readonly EarlierValuePlan[];
}

export interface UnionPlan {
  readonly name: string;
  readonly doc?: DocPlan;
  readonly variants: readonly TypePlan[];
  /** Present for discriminated unions. */
  readonly discriminated?: {
    readonly property: string;
    readonly envelope?: string;
    readonly kinds: readonly string[];
  };
}
