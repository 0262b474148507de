/**
 * OpenAPI documents of version 2.0, 3.0 and 3.1 as one contract of plain data.
 *
 * @module
 */
export type * from "./contract.ts";
export type { ReadTextSync } from "./documents.ts";
export { describePlace, OpenApiError, type Place } from "./errors.ts";
export type { Loss, Node } from "./node.ts";
export { type ReadDocument, readOpenApi, type ReadOptions } from "./read-openapi.ts";
