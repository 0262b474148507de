export type { Change, ChangeClass, ChangeKind } from "./change.ts";
export { CHANGE_CLASSES } from "./change.ts";
export type {
  Answer,
  Body,
  Contract,
  Enumeration,
  Header,
  Limits,
  Model,
  Operation,
  Paging,
  Parameter,
  Property,
  Shape,
  Union,
} from "./contract.ts";
export { describeShape, parameterKey } from "./contract.ts";
export { countByClass, diffContracts, diffDocuments } from "./diff.ts";
export type { SourceDocument } from "./documents.ts";
export { readDocument, readSource } from "./documents.ts";
export { locateDocument, SPEC_FOLDERS, type SpecFolder, versionsIn } from "./locate.ts";
export { applyWireTruths, type Overlaid } from "./overlay.ts";
export { notCompared, type NotCompared } from "./not-compared.ts";
export { describeChange, printJson, printText, type Side } from "./print.ts";
export { placeIn, type Places } from "./places.ts";
export { contractOf, readContract } from "./read-contract.ts";
export { withUnsaid } from "./unsaid.ts";
export { SpecError } from "./spec-error.ts";
