/** The evidence for a wire truth. */
export type Evidence =
  /** Seen in traffic of the real service. */
  | "recorded"
  /** Written in Microsoft's documentation of the service. */
  | "documented"
  /** Inferred, but not observed yet. */
  | "unverified";

/** The parts of a compiled OpenAPI 2.0 document that a wire truth applies to. Parts that a version does not have are ignored. */
export type Where =
  /** Declared responses: all of them, all errors, or those with the given status codes. */
  | {
      readonly part: "answers";
      readonly operations: readonly string[] | "all";
      readonly statuses: readonly string[] | "all" | "errors";
    }
  /** Undeclared responses of the given operations, of all operations, or of all operations on a thread. */
  | {
      readonly part: "new answer";
      readonly operations: readonly string[] | "all" | "on a thread";
      readonly status: string;
    }
  | { readonly part: "parameter"; readonly operation: string; readonly name: string }
  | { readonly part: "property"; readonly model: string; readonly property: string }
  | { readonly part: "model"; readonly model: string; readonly isNew: boolean };

/** Behavior of the real service that the published contract does not describe. */
export interface WireTruth {
  /** The behavior, as one sentence. */
  readonly what: string;
  readonly where: Where;
  /** The JSON to merge into the parts. Objects are merged recursively, other values are replaced. */
  readonly merge: Readonly<Record<string, unknown>>;
  /** Why the behavior matters to clients. */
  readonly reason: string;
  readonly evidence: Evidence;
  /** The document or recording that shows the behavior. */
  readonly source: string;
  /** When the behavior was observed or documented: a year, a month or a day. */
  readonly date: string;
}
