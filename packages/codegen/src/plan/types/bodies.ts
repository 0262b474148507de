// The types of the plan: bodies of requests.

import type { Shape, TypePlan } from "./models.ts";
import type { SourcePlan } from "./parameters.ts";
import type { FieldText, FieldsText, RecordText, TextPlan } from "./texts.ts";

/** The format of a body. */
export type BodyFormat =
  | "json"
  | "xml"
  | "text"
  | "binary"
  | "multipart"
  | "form"
  | "jsonl"
  | "sse"
  | "file";

/** Content types with the same format. */
export interface FormatPlan {
  readonly format: BodyFormat;
  readonly contentTypes: readonly string[];
}

export interface BodyPlan {
  readonly format: BodyFormat;
  /** The formats by content type, if the caller chooses. */
  readonly formats?: readonly FormatPlan[];
  /** True if some values of the type have no form in one of the formats. They are refused at run time. */
  readonly mixed?: true;
  /** How a text body is written. */
  readonly text?: TextPlan;
  /** The fields of a body that is a form. */
  readonly form?: FieldsText | RecordText;
  readonly type: TypePlan;
  readonly shape: Shape;
  readonly optional: boolean;
  /** Content types that the service accepts. If there are several, the caller chooses. */
  readonly contentTypes: readonly string[];
  /** The content type: a constant, or the source of the caller's choice. */
  readonly contentType: SourcePlan | undefined;
  /** The whole body from one value, or its properties from several arguments. */
  readonly source:
    | { readonly kind: "whole"; readonly value: SourcePlan }
    | {
        readonly kind: "spread";
        readonly properties: readonly {
          readonly property: string;
          readonly source: SourcePlan;
          readonly optional: boolean;
        }[];
      };
  readonly parts?: readonly PartPlan[];
}

/** One part of a multipart body. */
export interface PartPlan {
  readonly property: string;
  readonly wireName: string;
  readonly multiple: boolean;
  readonly optional: boolean;
  readonly type: TypePlan;
  readonly content: PartContentPlan;
  readonly contentType?: string;
  /** Headers of the part in addition to its content type. */
  readonly headers: readonly (FieldText & { readonly constant?: string })[];
}

/** The content of a part on the wire. */
export type PartContentPlan =
  | { readonly kind: "file" | "json" | "xml" }
  | { readonly kind: "text"; readonly text: TextPlan };
