// The types of the plan: arguments and options, and where their values are sent.

import type { DocPlan } from "./docs.ts";
import type { Shape, TypePlan } from "./models.ts";
import type { TextPlan } from "./texts.ts";

/** An argument of an operation. */
export interface ParameterPlan {
  readonly name: string;
  readonly type: TypePlan;
  readonly optional: boolean;
  readonly defaultValue?: unknown;
  readonly doc?: DocPlan;
  /** How the argument is used: "input" or, for merge-patch bodies, "patch". */
  readonly shape: Shape;
  /** For a property of the body: its types in older API versions. */
  readonly typesInBody?: readonly TypePlan[];
  /** Its types in the older forms of the operation. */
  readonly earlierTypes?: readonly TypePlan[];
}

/** The source of a value on the wire. */
export type SourcePlan =
  | {
      readonly from: "argument";
      readonly path: readonly string[];
      readonly optionalAt: readonly number[];
    }
  | {
      readonly from: "option";
      readonly path: readonly string[];
      readonly optionalAt: readonly number[];
    }
  | {
      readonly from: "client";
      readonly name: string;
      /** The value to send if the client has none. */
      readonly fallback?: string | number | boolean;
    }
  | { readonly from: "constant"; readonly value: string | number | boolean };

export interface PathPartPlan {
  readonly wireName: string;
  readonly source: SourcePlan;
  readonly text: TextPlan;
  readonly optional: boolean;
  readonly style: "simple" | "label" | "matrix" | "fragment" | "path" | "reserved";
  readonly explode: boolean;
}

export interface WireParameterPlan {
  readonly wireName: string;
  readonly source: SourcePlan;
  readonly text: TextPlan;
  readonly optional: boolean;
  /** Whether each name and value of a record or model is a separate parameter. */
  readonly explode: boolean;
  /** How the runtime generates the value if the caller passes none. */
  readonly auto?: "uuid" | "httpDate";
}
