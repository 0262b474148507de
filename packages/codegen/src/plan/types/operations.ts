// The types of the plan: operations.

import type { AuthAlternatives } from "./authentication.ts";
import type { BodyPlan } from "./bodies.ts";
import type { DocPlan } from "./docs.ts";
import type { TypePlan } from "./models.ts";
import type { PagingPlan } from "./paging.ts";
import type { ParameterPlan, PathPartPlan, WireParameterPlan } from "./parameters.ts";
import type { ErrorPlan, ResponsePlan } from "./responses.ts";

type OperationKind = "basic" | "paging" | "lro" | "lropaging";

export interface OperationPlan {
  /** Name in its group. */
  readonly name: string;
  /** Name of the exported function. */
  readonly functionName: string;
  readonly kind: OperationKind;
  readonly doc?: DocPlan;
  readonly internal: boolean;
  readonly method: string;
  /** The arguments in the order of the signature; all are required. */
  readonly parameters: readonly ParameterPlan[];
  /** The properties of the options. */
  readonly options: readonly ParameterPlan[];
  readonly path: readonly (string | PathPartPlan)[];
  readonly query: readonly WireParameterPlan[];
  readonly headers: readonly WireParameterPlan[];
  readonly cookies: readonly WireParameterPlan[];
  readonly body?: BodyPlan;
  readonly responses: readonly ResponsePlan[];
  readonly errors: readonly ErrorPlan[];
  readonly accept?: string;
  /** The credentials to send; absent if they equal those of most operations. */
  readonly auth?: AuthAlternatives;
  readonly paging?: PagingPlan;
  readonly lro?: LroPlan;
  /** True if the result is a boolean: whether a HEAD request found something. */
  readonly asBoolean?: boolean;
  /** The operation in API versions in which its request or response differs, oldest first. */
  readonly earlier?: readonly EarlierOperationPlan[];
  /** Name of the function for all other versions; present if there are earlier ones. */
  readonly newestName?: string;
}

/** The parts of an operation that can differ between API versions. */
export type OperationForm = Pick<
  OperationPlan,
  | "parameters"
  | "options"
  | "path"
  | "query"
  | "headers"
  | "cookies"
  | "accept"
  | "body"
  | "responses"
  | "errors"
  | "paging"
  | "lro"
>;

/** An operation in some API versions. */
export interface EarlierOperationPlan extends OperationForm {
  readonly versions: readonly string[];
  readonly functionName: string;
}

export interface LroPlan {
  readonly finalStateVia: string;
  /** The final result; absent for operations without one. */
  readonly result?: TypePlan;
  /** The names on the path from the final response to the result. */
  readonly resultPath: readonly string[];
}
