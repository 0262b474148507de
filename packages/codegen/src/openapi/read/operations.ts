import type { Operation, Security, SecurityScheme } from "../contract.ts";
import type { Node } from "../node.ts";
import { readExternalDocs, textOf } from "./annotations.ts";
import { readBodyParameters, readRequestBody } from "./bodies.ts";
import { readParameters } from "./parameters.ts";
import type { Reader } from "./reader.ts";
import { readResponses } from "./responses.ts";
import { readSecurity, setsAuthorization } from "./security.ts";
import { readServerList } from "./servers.ts";

/** The HTTP methods for which TypeSpec has a decorator. */
const methods = new Set(["get", "put", "post", "patch", "delete", "head"]);

/** Reads all operations of the document. */
export function readOperations(
  reader: Reader,
  schemes: ReadonlyMap<string, SecurityScheme>,
  security: Security | undefined,
): readonly Operation[] {
  const service: Service = { schemes, security };
  const paths = [...reader.root.entries("paths"), ...reader.root.entries("x-ms-paths")];
  return paths.flatMap(([path, node]) => {
    if (!path.startsWith("/")) {
      node.lose(
        path.startsWith("x-")
          ? `The extension ${path} is not converted.`
          : "A path must begin with a slash.",
      );
      return [];
    }
    const item = node.target();
    mustBeObject(item, "A path");
    const shared = item.list("parameters");
    return item.members().flatMap(([key, operation]) => {
      if (methods.has(key))
        return [readOperation(reader, service, { path, item, shared }, key, operation.target())];
      if (key === "options" || key === "trace") {
        operation.lose(`TypeSpec does not support the method ${key.toUpperCase()}.`);
      } else if (!["$ref", "parameters", "servers"].includes(key)) {
        operation.lose(`${JSON.stringify(key)} is not converted.`);
      }
      return [];
    });
  });
}

function mustBeObject(node: Node, what: string): void {
  if (node.isObject || node.value === null) return;
  throw node.error(`${what} must be an object. Correct the document.`);
}

/** The security of the service, which applies to operations without their own. */
interface Service {
  readonly schemes: ReadonlyMap<string, SecurityScheme>;
  readonly security: Security | undefined;
}

/** The common parts of all operations of a path. */
interface Path {
  readonly path: string;
  readonly item: Node;
  readonly shared: readonly Node[];
}

function readOperation(
  reader: Reader,
  service: Service,
  { path, item, shared }: Path,
  method: string,
  at: Node,
): Operation {
  const { root, dialect } = reader;
  mustBeObject(at, "An operation");
  const is2 = dialect === "2.0";
  const own = at.list("parameters");
  const ownPlaces = new Set(own.map((node) => node.target().peek("in")));
  const inherited = shared.filter(
    (node) => !(ownPlaces.has("body") && node.target().peek("in") === "body"),
  );
  const nodes = [...own, ...inherited];
  const consumes = is2 ? mediaTypes(at, root, "consumes") : [];
  const requestBody = is2 ? undefined : at.get("requestBody");
  const body = is2
    ? readBodyParameters(reader, nodes, consumes)
    : requestBody && readRequestBody(reader, requestBody);
  const summary = textOf(at, "summary");
  const description = textOf(at, "description");
  const id = textOf(at, "operationId");
  const security = readSecurity(at, service.schemes);
  const externalDocs = readExternalDocs(at);
  return {
    at,
    ...(id === undefined ? {} : { id }),
    method,
    path,
    tags: at.strings("tags"),
    ...(summary === undefined || summary === description ? {} : { summary }),
    ...(description === undefined ? {} : { description }),
    deprecated: at.boolean("deprecated") === true,
    ...(externalDocs === undefined ? {} : { externalDocs }),
    parameters: readParameters(
      reader,
      nodes,
      setsAuthorization(security ?? service.security, service.schemes),
    ),
    ...(body === undefined ? {} : { body }),
    responses: readResponses(reader, at, is2 ? mediaTypes(at, root, "produces") : []),
    ...(security === undefined ? {} : { security }),
    ...readOwnServers(at, item),
    ...readAzure(at),
  };
}

/** Returns the servers of an operation, or else those of its path. */
function readOwnServers(at: Node, item: Node): Pick<Operation, "servers" | "serversAt"> {
  const place = [at, item].find((node) => Array.isArray(node.peek("servers")));
  const servers = place === undefined ? [] : readServerList(place);
  const serversAt = place?.get("servers");
  if (servers.length === 0 || serversAt === undefined) return {};
  return { servers, serversAt };
}

function mediaTypes(at: Node, root: Node, key: "consumes" | "produces"): readonly string[] {
  const shared = root.strings(key);
  return Array.isArray(at.peek(key)) ? at.strings(key) : shared;
}

function readAzure(at: Node): Pick<Operation, "pageable" | "longRunning"> {
  const pageable = at.get("x-ms-pageable");
  const nextLinkName = pageable?.string("nextLinkName");
  const isLong = at.boolean("x-ms-long-running-operation") === true;
  const options = at.get("x-ms-long-running-operation-options");
  const finalStateVia = options?.string("final-state-via");
  return {
    ...(pageable === undefined
      ? {}
      : {
          pageable: {
            itemName: pageable.string("itemName") ?? "value",
            ...(nextLinkName === undefined ? {} : { nextLinkName }),
          },
        }),
    ...(isLong ? { longRunning: finalStateVia === undefined ? {} : { finalStateVia } } : {}),
  };
}
