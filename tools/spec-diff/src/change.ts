/** How much a change matters to those who use the API. */
export type ChangeClass = "addition" | "removal" | "breaking" | "documentation";

/** All classes, the loudest first. */
export const CHANGE_CLASSES: readonly ChangeClass[] = [
  "removal",
  "breaking",
  "addition",
  "documentation",
];

/** What was changed, in a word for programs. */
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
  | "answer-media-type-added"
  | "answer-media-type-removed"
  | "status-added"
  | "status-removed"
  | "error-flag-changed"
  | "answer-body-changed"
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

/** One thing that differs between two contracts. */
export interface Change {
  readonly class: ChangeClass;
  readonly kind: ChangeKind;
  /** Where: an operation and a part of it, or a model and a property. */
  readonly place: string;
  /** What it was; absent for what is new. */
  readonly before?: string;
  /** What it is now; absent for what is gone. */
  readonly after?: string;
  /** Why it has this class, where that does not go without saying. */
  readonly because?: string;
  /** The ids of the operations that it touches, sorted; empty if it touches all of them. */
  readonly operations: readonly string[];
}

/** Takes the changes that comparisons find. */
export type Report = (change: Change) => void;

/** In which direction a value travels: in requests, in answers, or both. */
export interface Direction {
  readonly request: boolean;
  readonly answer: boolean;
}
