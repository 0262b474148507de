import type { Contract as OpenApi, Place, Schema } from "@acs-chat/codegen/contract";
import type { Enumeration, Model, Shape, Union } from "./contract.ts";

/** The state while the types of a document are read. */
export interface Reader {
  readonly openapi: OpenApi;
  /** The names of definitions by their id. */
  readonly names: ReadonlyMap<string, string>;
  readonly models: Map<string, Model>;
  readonly enums: Map<string, Enumeration>;
  readonly unions: Map<string, Union>;
  readonly places: Map<string, Place>;
  /** The references that are being followed, so that a recursive list ends. */
  readonly open: Set<string>;
  /** Returns the shape of a schema. It is part of the reader because models and shapes contain each other. */
  readonly shapeOf: (schema: Schema, name: string) => Shape;
}
