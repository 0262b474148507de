/** How a change affects clients of the API. */
export type ChangeClass = "addition" | "removal" | "breaking" | "documentation";

/** All classes, the most severe first. */
export const CHANGE_CLASSES: readonly ChangeClass[] = [
  "removal",
  "breaking",
  "addition",
  "documentation",
];

/** Identifies the kind of a change for programs. */
export type ChangeKind =
  | "host-changed"
  | "security-changed"
  | "description-changed"
  | "deprecated-changed"
  | "tags-changed"
  | "operation-added"
  | "operation-removed"
  | "operation-renamed"
  | "method-changed"
  | "path-changed"
  | "long-running-changed"
  | "paging-changed"
  | "parameter-added"
  | "parameter-removed"
  | "encoding-changed"
  | "client-name-changed"
  | "xml-changed"
  | "body-added"
  | "body-removed"
  | "request-media-type-added"
  | "request-media-type-removed"
  | "response-media-type-added"
  | "response-media-type-removed"
  | "status-added"
  | "status-removed"
  | "error-flag-changed"
  | "response-body-changed"
  | "header-added"
  | "header-removed"
  | "model-added"
  | "model-removed"
  | "model-renamed"
  | "base-changed"
  | "discriminator-changed"
  | "other-properties-changed"
  | "property-added"
  | "property-removed"
  | "required-changed"
  | "read-only-changed"
  | "write-only-changed"
  | "nullable-changed"
  | "type-changed"
  | "format-changed"
  | "default-changed"
  | "limit-changed"
  | "union-added"
  | "union-removed"
  | "union-renamed"
  | "variant-added"
  | "variant-removed"
  | "enum-added"
  | "enum-removed"
  | "enum-renamed"
  | "enum-openness-changed"
  | "enum-value-added"
  | "enum-value-removed";

/** A difference between two contracts. */
export interface Change {
  readonly class: ChangeClass;
  readonly kind: ChangeKind;
  /** The changed part: an operation and a part of it, or a model and a property. */
  readonly place: string;
  /** The earlier state; absent for an addition. */
  readonly before?: string;
  /** The new state; absent for a removal. */
  readonly after?: string;
  /** Why the change has this class, if the kind does not explain it. */
  readonly because?: string;
  /** The ids of the affected operations, sorted; empty if all operations are affected. */
  readonly operations: readonly string[];
}

/** Receives each change that is found. */
export type Report = (change: Change) => void;

/** Where a value is used: in requests, in responses, or in both. */
export interface Direction {
  readonly request: boolean;
  readonly answer: boolean;
}
