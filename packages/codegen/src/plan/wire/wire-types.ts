// The part of the plan that says how values are written and read, wherever they stand in a request or response.

import type { TypePlan } from "../model-types.ts";

/** Where a value stands on the wire. */
export type Place =
  | "path parameter"
  | "query parameter"
  | "header"
  | "cookie"
  | "form field"
  | "part"
  | "text body"
  /** An item of a list that becomes one text. */
  | "list item"
  /** A property of a model that becomes names and values. */
  | "property";

/** How a single value is written and read: as a value of JSON, or as text. */
export type Codec =
  /** Text as it is. */
  | "string"
  /** A number; in text, its digits. */
  | "number"
  | "boolean"
  /** A number without fractions, which are rounded away. */
  | "whole"
  /** Text in JSON, too. */
  | "numberText"
  | "bigintText"
  | "booleanText"
  | "rfc3339"
  | "rfc7231"
  | "unix"
  | "base64"
  | "base64url";

/** A value that becomes one text. The values of several codecs are told apart by their JavaScript types. */
export interface OneText {
  readonly kind: "one";
  readonly codecs: readonly Codec[];
  /** The enum that the value is of, if it has values that are others on the wire in some API versions. */
  readonly versioned?: string;
  readonly nullable?: true;
}

/** A list that becomes one text, or one text for each item where there is no separator. */
export interface ListText {
  readonly kind: "list";
  readonly of: OneText | JsonText;
  readonly separator?: string;
  readonly nullable?: true;
  /** True where a single item is as good as a list. */
  readonly orOne?: true;
}

/** Names and values, of a record. */
export interface RecordText {
  readonly kind: "record";
  readonly of: TextPlan;
  readonly nullable?: true;
}

/** Names and values, of a model. */
export interface FieldsText {
  readonly kind: "fields";
  readonly fields: readonly FieldText[];
  /** How the values of a form are written that its model does not declare. */
  readonly others?: { readonly text: TextPlan; readonly type: TypePlan };
  readonly nullable?: true;
}

export interface FieldText {
  readonly name: string;
  readonly wireName: string;
  readonly optional: boolean;
  readonly text: TextPlan;
}

/** A value that is written as a JSON document within a text. */
export interface JsonText {
  readonly kind: "json";
  readonly type: TypePlan;
  readonly nullable?: true;
}

/** How a value becomes text. */
export type TextPlan = OneText | ListText | RecordText | FieldsText | JsonText;
