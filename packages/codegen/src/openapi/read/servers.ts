import type { Server, ServerVariable } from "../contract.ts";
import type { Node } from "../node.ts";
import { isRemote, remoteServer } from "../remote.ts";
import { textOf } from "./annotations.ts";
import type { Reader } from "./reader.ts";

/**
 * Reads the servers of the service. If there are none, a document from a URL describes the server that it is on.
 * Otherwise the caller passes the endpoint.
 */
export function readServers(reader: Reader): readonly Server[] {
  const { root } = reader;
  if (reader.dialect === "2.0") return readHost(reader);
  const isDeclared = root.list("servers").length > 0;
  return isDeclared || !isRemote(root.file) ? readServerList(root) : [serverAt(root, "/")];
}

/** Returns a server without variables, by its URL or by one relative to the document. */
function serverAt({ file }: Node, url: string): Server {
  return { url: absolute(url, file), variables: [] };
}

/** Resolves the URL of a server against the URL of its document. A document from a file does not tell its server. */
function absolute(url: string, file: string): string {
  const isWhole = /^([a-z][a-z\d+.-]*:|\{)/i.test(url);
  return isWhole || !isRemote(file) ? url : (remoteServer(url, file) ?? url);
}

/** Reads `servers` of a document, a path or an operation. */
export function readServerList(node: Node): readonly Server[] {
  return node.list("servers").flatMap((server) => {
    const given = server.string("url")?.trim() ?? "";
    const url = given === "" ? "" : absolute(given, server.file);
    if (url === "" || url === "/") return [];
    if (/^(?!https?:)[a-z][a-z\d+.-]*:/i.test(url)) {
      server.lose("Clients send requests over http and https. Pass the endpoint to the client.");
      return [];
    }
    const description = textOf(server, "description");
    const declared = server
      .entries("variables")
      .map(([name, variable]) => readVariable(name, variable));
    const named = [...url.matchAll(/\{([^}]*)\}/g)].map(([, name = ""]) => name);
    const variables = named.map((name) => {
      const variable = declared.find((one) => one.name === name) ?? {
        name,
        type: "string" as const,
        values: [],
      };
      const isFirst = url.startsWith(`{${name}}`) && /^(\/|$)/.test(url.slice(name.length + 2));
      return isFirst ? asUrl(variable) : variable;
    });
    return [{ url, ...(description === undefined ? {} : { description }), variables }];
  });
}

/** Returns a variable at the start of a URL, whose value is a URL itself. A default that is not a URL is dropped. */
function asUrl({ default: value, ...variable }: ServerVariable): ServerVariable {
  const isUrl = value !== undefined && URL.canParse(value);
  return { ...variable, type: "url", ...(isUrl ? { default: value } : {}) };
}

function readVariable(name: string, node: Node): ServerVariable {
  const description = textOf(node, "description");
  const value = node.get("default")?.value;
  return {
    name,
    ...(description === undefined ? {} : { description }),
    type: "string",
    values: node.list("enum").map((item) => String(item.value)),
    ...(value === undefined || value === null ? {} : { default: String(value) }),
  };
}

function readHost(reader: Reader): readonly Server[] {
  const { root } = reader;
  const parameterized = root.get("x-ms-parameterized-host");
  const basePath = (root.string("basePath") ?? "").replace(/\/+$/, "");
  const schemes = root.strings("schemes");
  const host = root.string("host");
  if (parameterized !== undefined) return [readParameterizedHost(parameterized, schemes, basePath)];
  const offered = schemes.filter((scheme) => scheme === "https" || scheme === "http");
  const [scheme] = offered.includes("https") ? ["https"] : offered;
  if (isRemote(root.file)) {
    const own = host === undefined ? basePath || "/" : `//${host}${basePath}`;
    const { url } = serverAt(root, own);
    return [{ url: scheme === undefined ? url : url.replace(/^https?/, scheme), variables: [] }];
  }
  if (host === undefined) return basePath === "" ? [] : [{ url: basePath, variables: [] }];
  return [{ url: `${scheme ?? "https"}://${host}${basePath}`, variables: [] }];
}

function readParameterizedHost(node: Node, schemes: readonly string[], basePath: string): Server {
  const template = node.string("hostTemplate") ?? "";
  const prefix = node.boolean("useSchemePrefix") ?? true;
  node.string("positionInOperation");
  const variables = node.list("parameters").map((entry): ServerVariable => {
    const parameter = entry.target();
    const variable = readVariable(parameter.string("name") ?? "", parameter);
    for (const key of ["in", "required", "type", "x-ms-parameter-location", "x-ms-client-name"]) {
      parameter.get(key);
    }
    parameter.boolean("x-ms-skip-url-encoding");
    const isUrl = parameter.string("format") === "url" || (!prefix && template.startsWith("{"));
    return { ...variable, type: isUrl ? "url" : "string" };
  });
  const scheme = schemes.includes("http") && !schemes.includes("https") ? "http" : "https";
  return { url: `${prefix ? `${scheme}://` : ""}${template}${basePath}`, variables };
}
