import type {
  Contract,
  NamedSchema,
  Schema,
  SharedParameter,
  SharedResponse,
} from "../contract.ts";
import type { Node } from "../node.ts";

/** What reading one document collects. */
export interface Reader {
  readonly dialect: Contract["dialect"];
  readonly root: Node;
  /** Reads a schema. Part of the reader because schemas contain objects, which contain schemas. */
  readonly readSchema: (node: Node) => Schema;
  readonly schemas: Map<string, NamedSchema>;
  /** Schemas that are being read, so that a cycle ends. */
  readonly pending: Set<string>;
  readonly parameters: Map<string, SharedParameter>;
  readonly responses: Map<string, SharedResponse>;
}
