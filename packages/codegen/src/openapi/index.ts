/**
 * OpenAPI documents of version 2.0, 3.0 and 3.1 as TypeSpec.
 *
 * @module
 */
export { convertOpenApi, type Conversion, type ConvertOptions } from "./convert.ts";
export type { ReadText } from "./documents.ts";
export { OpenApiError, type Place } from "./errors.ts";
export type { Loss } from "./node.ts";
export type { Declaration, SourceFile } from "./typespec/scope.ts";
export { type Written, writeTypeSpec } from "./typespec/write.ts";
