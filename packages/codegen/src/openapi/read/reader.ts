import type {
  Contract,
  NamedSchema,
  Schema,
  SharedParameter,
  SharedResponse,
} from "../contract.ts";
import type { Node } from "../node.ts";

/** The shared state while a document is read. */
export interface Reader {
  readonly dialect: Contract["dialect"];
  readonly root: Node;
  /** Reads a schema. It is part of the reader because schemas and objects contain each other. */
  readonly readSchema: (node: Node) => Schema;
  readonly schemas: Map<string, NamedSchema>;
  /** Ids of the schemas that are being read, so that cycles end. */
  readonly pending: Set<string>;
  readonly parameters: Map<string, SharedParameter>;
  readonly responses: Map<string, SharedResponse>;
}
