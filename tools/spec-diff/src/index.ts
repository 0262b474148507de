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
} from "./contract.ts";
export { describeShape, parameterKey } from "./contract.ts";
export { countByClass, diffContracts, diffDocuments } from "./diff.ts";
export type { SourceDocument } from "./documents.ts";
export { readJsonFile } from "./documents.ts";
export { locateDocument, SPEC_FOLDERS, type SpecFolder, versionsIn } from "./locate.ts";
export { applyWireTruths, type Overlaid } from "./overlay.ts";
export { describeChange, printJson, printText, type Side } from "./print.ts";
export { readContract } from "./read-contract.ts";
export { SpecError } from "./spec-error.ts";
