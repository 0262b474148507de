// The types of the plan: how values are written and read, at any place of a request or response.

import type { TypePlan } from "./models.ts";

/** The place of a value on the wire. */
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

/** How a single value is written and read, as JSON or as text. */
export type Codec =
  /** Unchanged text. */
  | "string"
  /** A number, or its digits as text. */
  | "number"
  | "boolean"
  /** A number that is rounded to an integer. */
  | "whole"
  /** A number that is text in JSON as well. */
  | "numberText"
  | "bigintText"
  | "booleanText"
  | "rfc3339"
  | "rfc7231"
  | "unix"
  | "base64"
  | "base64url";

/** A value that is converted to one text. Values of several codecs have different JavaScript types. */
export interface OneText {
  readonly kind: "one";
  readonly codecs: readonly Codec[];
  /** The enum of the value, if its values differ on the wire in some API versions. */
  readonly versioned?: string;
  readonly nullable?: true;
}

/** A list that is converted to one text, or to one text for each item if there is no separator. */
export interface ListText {
  readonly kind: "list";
  readonly of: OneText | JsonText;
  readonly separator?: string;
  readonly nullable?: true;
  /** True if a single item can be passed instead of a list. */
  readonly orOne?: true;
}

/** Names and values of a record. */
export interface RecordText {
  readonly kind: "record";
  readonly of: TextPlan;
  readonly nullable?: true;
}

/** Names and values of a model. */
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

/** A value that is written as a JSON document inside a text. */
export interface JsonText {
  readonly kind: "json";
  readonly type: TypePlan;
  readonly nullable?: true;
}

/** How a value is converted to text. */
export type TextPlan = OneText | ListText | RecordText | FieldsText | JsonText;
