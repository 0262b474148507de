/** How a wire truth is known. */
export type Evidence =
  /** Seen in traffic of the real service. */
  | "recorded"
  /** Written in Microsoft's documentation of the service. */
  | "documented"
  /** Inferred; nobody has seen it yet. */
  | "unverified";

/** Which parts of a compiled OpenAPI 2.0 document a wire truth is about. Parts that a version lacks are left out. */
export type Where =
  /** Answers that the contract has: all of them, those that are errors, or those with the given status codes. */
  | {
      readonly part: "answers";
      readonly operations: readonly string[] | "all";
      readonly statuses: readonly string[] | "all" | "errors";
    }
  /** Answers that the contract lacks, on the given operations, or on all that are called on one thread. */
  | {
      readonly part: "new answer";
      readonly operations: readonly string[] | "all" | "on a thread";
      readonly status: string;
    }
  | { readonly part: "parameter"; readonly operation: string; readonly name: string }
  | { readonly part: "property"; readonly model: string; readonly property: string }
  | { readonly part: "model"; readonly model: string; readonly isNew: boolean };

/** Something that the real service does and the published contract does not say. */
export interface WireTruth {
  /** What it is, in a sentence. */
  readonly what: string;
  readonly where: Where;
  /** What to merge into the parts: objects are merged member by member, anything else is replaced. */
  readonly merge: Readonly<Record<string, unknown>>;
  /** Why it matters to those who build on the contract. */
  readonly reason: string;
  readonly evidence: Evidence;
  /** Where it can be looked up. */
  readonly source: string;
  /** When it was seen or written: a year, a month or a day. */
  readonly date: string;
}
