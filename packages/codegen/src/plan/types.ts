import type { ClientPlan } from "./types/clients.ts";
import type { EnumPlan, ModelPlan, UnionPlan } from "./types/models.ts";

export type * from "./types/authentication.ts";
export type * from "./types/bodies.ts";
export type * from "./types/clients.ts";
export type * from "./types/docs.ts";
export type * from "./types/models.ts";
export type * from "./types/operations.ts";
export type * from "./types/paging.ts";
export type * from "./types/parameters.ts";
export type * from "./types/responses.ts";
export type * from "./types/texts.ts";

/**
 * The plan of a package: all decisions of the emitter about a service, as plain data that can be printed, compared and
 * written to files. It does not refer to the compiler.
 */
export interface PackagePlan {
  /** The namespace of the service, dotted. */
  readonly service: string;
  /** The title of the service. */
  readonly title: string;
  /** All API versions that the plan covers, oldest first; empty for a service without versions. */
  readonly apiVersions: readonly string[];
  /** The API version that a context uses by default. */
  readonly defaultApiVersion?: string;
  readonly clients: readonly ClientPlan[];
  readonly models: readonly ModelPlan[];
  readonly enums: readonly EnumPlan[];
  readonly unions: readonly UnionPlan[];
  /** Operations that are left out because they cannot be emitted. */
  readonly skipped?: readonly SkippedPlan[];
}

/** An operation that is left out, and the reason. */
export interface SkippedPlan {
  readonly client: string;
  readonly operation: string;
  readonly reason: string;
}
