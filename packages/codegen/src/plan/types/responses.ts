// The types of the plan: responses and errors.

import type { BodyFormat } from "./bodies.ts";
import type { DocPlan } from "./docs.ts";
import type { TypePlan } from "./models.ts";
import type { TextPlan } from "./texts.ts";

export interface StatusRange {
  readonly start: number;
  readonly end: number;
}

export interface ResponsePlan {
  readonly statuses: StatusRange;
  readonly format: BodyFormat | "any" | "none";
  readonly type?: TypePlan;
  /** The formats of a body whose content type chooses between them ("any"). */
  readonly formats?: readonly BodyFormat[];
  /** How a text body is read. */
  readonly text?: TextPlan;
  readonly headers: readonly HeaderPlan[];
  readonly description?: string;
  readonly contentTypes: readonly string[];
  /** Events of a server-sent event stream. */
  readonly events?: readonly EventPlan[];
}

export interface EventPlan {
  readonly name?: string;
  readonly terminal: boolean;
  readonly type: TypePlan;
  readonly json: boolean;
  /** Property of the event's model that contains its data, for events with an envelope. */
  readonly literal?: string;
}

export interface HeaderPlan {
  readonly name: string;
  readonly wireName: string;
  readonly type: TypePlan;
  readonly text: TextPlan;
  readonly optional: boolean;
  readonly doc?: DocPlan;
}

export interface ErrorPlan {
  readonly statuses: StatusRange | "default";
  readonly type?: TypePlan;
  readonly format: BodyFormat | "none";
  readonly description?: string;
}
