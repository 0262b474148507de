/**
 * OpenAPI documents of version 2.0, 3.0 and 3.1 as one contract of plain data.
 *
 * @module
 */
export type * from "../openapi/contract.ts";
export type { ReadTextSync } from "../openapi/documents.ts";
export { describePlace, OpenApiError, type Place } from "../openapi/errors.ts";
export type { Loss, Node } from "../openapi/node.ts";
export { type ReadDocument, readOpenApi, type ReadOptions } from "../openapi/read-openapi.ts";
