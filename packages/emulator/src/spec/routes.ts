import {
  type OpenApiDocument,
  type OpenApiParameter,
  type OpenApiSchema,
  type ServiceName,
  readDocuments,
} from "./documents.ts";
import { OPERATIONS, type OperationName } from "./operations.ts";
import { type Shape, createShapes } from "./shape.ts";
import { type Validate, createValidators } from "./validate.ts";

/** An operation in one API version. */
export interface OperationVersion {
  readonly query: readonly OpenApiParameter[];
  readonly body:
    | { readonly kind: "binary"; readonly required: boolean }
    | {
        readonly kind: "json";
        readonly required: boolean;
        readonly shape: Shape;
        readonly validate: Validate;
      }
    | undefined;
  readonly successStatus: number;
  /** The shape of the response's body; undefined if it has no JSON body. */
  readonly answer: Shape | undefined;
}

/** An operation with all of its versions. */
export interface Operation {
  readonly service: ServiceName;
  /** The operationId, such as `createChatThread`. For identity with a prefix: `identity.create`. */
  readonly name: OperationName;
  readonly method: string;
  readonly versions: ReadonlyMap<string, OperationVersion>;
  /** The value of the header api-supported-versions. */
  readonly supportedVersions: string;
}

/** An operation while the documents are being read. */
interface OperationInProgress extends Operation {
  readonly versions: Map<string, OperationVersion>;
  supportedVersions: string;
}

/** A path and its operations by method. */
interface Path {
  readonly operations: Map<string, OperationInProgress>;
}

/** The operations that match a request's path. */
interface RouteMatch {
  readonly operations: ReadonlyMap<string, Operation>;
  /** The values of the path's parameters, decoded. */
  readonly parameters: Readonly<Record<string, string>>;
}

interface Node {
  readonly literals: Map<string, Node>;
  /** The name may differ between paths, so each operation has its own parameter names. */
  parameter: { name: string; node: Node } | undefined;
  path: Path | undefined;
}

/** All routes of the compiled specs. */
export interface Routes {
  /** Returns the operations of a path; undefined if no version of any service has the path. */
  match(path: string): RouteMatch | undefined;
  readonly operations: readonly Operation[];
  /** Lists the API versions of a service, oldest first. */
  versions(service: ServiceName): readonly string[];
}

/** Builds the routes from the documents. */
export function createRoutes(
  documents: Readonly<Record<ServiceName, readonly OpenApiDocument[]>> = {
    chat: readDocuments("chat"),
    identity: readDocuments("identity"),
  },
): Routes {
  const root = createNode();
  const operations: Operation[] = [];
  for (const service of ["chat", "identity"] as const) {
    for (const document of documents[service]) {
      addDocument(root, operations, service, document);
    }
  }
  return {
    operations,
    versions: (service) => documents[service].map(({ info }) => info.version),
    match: (path) => match(root, path),
  };
}

const createNode = (): Node => ({ literals: new Map(), parameter: undefined, path: undefined });

function addDocument(
  root: Node,
  operations: Operation[],
  service: ServiceName,
  document: OpenApiDocument,
): void {
  const shapeOf = lazy(() => createShapes(document));
  const validatorOf = lazy(() => createValidators(document));
  for (const [template, methods] of Object.entries(document.paths)) {
    for (const [method, source] of Object.entries(methods)) {
      const name = nameOf(service, source.operationId);
      // `pnpm check emulator` reports the operations of a new API version that have no handler yet.
      if (name === undefined) continue;
      const path = pathAt(root, template);
      const verb = method.toUpperCase();
      let operation = path.operations.get(verb);
      if (operation === undefined) {
        operation = {
          service,
          name,
          method: verb,
          versions: new Map(),
          supportedVersions: "",
        };
        path.operations.set(verb, operation);
        operations.push(operation);
      }
      const parameters = (source.parameters ?? []).map((parameter) =>
        "$ref" in parameter ? sharedParameter(document, parameter.$ref) : parameter,
      );
      const [status, response] =
        Object.entries(source.responses).find(([code]) => code.startsWith("2")) ?? [];
      const answer = response?.schema;
      const version: OperationVersion = {
        query: parameters.filter((one) => one.in === "query" && one.name !== "api-version"),
        body: bodyOf(parameters, shapeOf, validatorOf),
        successStatus: Number(status ?? 200),
        answer: answer === undefined || isBinary(answer) ? undefined : lazyShape(shapeOf, answer),
      };
      operation.versions.set(document.info.version, version);
      operation.supportedVersions = [...operation.versions.keys()].join(", ");
    }
  }
}

/** Returns the name of an operation; undefined if the emulator does not have the operation. */
function nameOf(service: ServiceName, operationId: string): OperationName | undefined {
  const name = operationId.replace(/^.*_/, "");
  const camel = name.charAt(0).toLowerCase() + name.slice(1);
  const qualified = service === "chat" ? camel : `${service}.${camel}`;
  return OPERATIONS.find((known) => known === qualified);
}

function bodyOf(
  parameters: readonly OpenApiParameter[],
  shapeOf: () => (schema: OpenApiSchema) => Shape,
  validatorOf: () => (schema: OpenApiSchema) => Validate,
): OperationVersion["body"] {
  const body = parameters.find((one) => one.in === "body");
  const schema = body?.schema;
  if (body === undefined || schema === undefined) return undefined;
  const required = body.required === true;
  if (isBinary(schema)) return { kind: "binary", required };
  const validate = lazy(() => validatorOf()(schema));
  return {
    kind: "json",
    required,
    shape: lazyShape(shapeOf, schema),
    validate: (value) => validate()(value),
  };
}

const isBinary = (schema: OpenApiSchema): boolean =>
  schema.type === "file" || (schema.type === "string" && schema.format === "binary");

function lazyShape(shapeOf: () => (schema: OpenApiSchema) => Shape, schema: OpenApiSchema): Shape {
  const shape = lazy(() => shapeOf()(schema));
  return (value, path, unknown) => shape()(value, path, unknown);
}

function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function sharedParameter(document: OpenApiDocument, reference: string): OpenApiParameter {
  const parameter = document.parameters?.[reference.replace("#/parameters/", "")];
  if (parameter === undefined) {
    throw new Error(
      `The spec ${document.info.version} refers to ${reference}, which does not exist.`,
    );
  }
  return parameter;
}

function pathAt(root: Node, template: string): Path {
  let node = root;
  for (const segment of template.split("/").slice(1)) {
    const parameter = /^\{(.+)\}$/.exec(segment)?.[1];
    if (parameter !== undefined) {
      node.parameter ??= { name: parameter, node: createNode() };
      node = node.parameter.node;
    } else {
      const next = node.literals.get(segment) ?? createNode();
      node.literals.set(segment, next);
      node = next;
    }
  }
  return (node.path ??= { operations: new Map() });
}

function match(root: Node, path: string): RouteMatch | undefined {
  const parameters: Record<string, string> = {};
  let node = root;
  for (const raw of path.split("/").slice(1)) {
    const segment = decode(raw);
    if (segment === undefined || segment === "") return undefined;
    const literal = node.literals.get(segment);
    if (literal !== undefined) {
      node = literal;
    } else if (node.parameter !== undefined) {
      parameters[node.parameter.name] = segment;
      node = node.parameter.node;
    } else {
      return undefined;
    }
  }
  return node.path && { operations: node.path.operations, parameters };
}

function decode(segment: string): string | undefined {
  if (!segment.includes("%")) return segment;
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
