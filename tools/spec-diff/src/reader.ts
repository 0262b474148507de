import type { Contract as OpenApi, Place, Schema } from "@acs-chat/codegen/contract";
import type { Enumeration, Model, Shape, Union } from "./contract.ts";

/** What reading the types of one document collects. */
export interface Reader {
  readonly openapi: OpenApi;
  /** The names of definitions by their id. */
  readonly names: ReadonlyMap<string, string>;
  readonly models: Map<string, Model>;
  readonly enums: Map<string, Enumeration>;
  readonly unions: Map<string, Union>;
  readonly places: Map<string, Place>;
  /** References that are being followed, so that a list of itself ends. */
  readonly open: Set<string>;
  /** The shape of a schema. Part of the reader because models contain shapes, which contain models. */
  readonly shapeOf: (schema: Schema, name: string) => Shape;
}
