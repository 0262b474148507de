// The types of the plan: documentation.

/** Text for a doc comment. */
export interface DocPlan {
  readonly text: string;
  /** The API versions that have it; absent if all have it. */
  readonly versions?: readonly string[];
  readonly deprecated?: string;
}
