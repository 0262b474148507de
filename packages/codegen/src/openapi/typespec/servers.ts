import type { Contract, Operation, Server, ServerVariable } from "../contract.ts";
import { docText, identifier, lines, quoted } from "./text.ts";

/**
 * Returns the servers of a service, its default first. TypeSpec does not support servers of single operations. Those
 * that the service does not have are appended, for use with a separate context, and reported as losses.
 */
export function serversOf({ servers, operations }: Contract): readonly Server[] {
  const found = new Map(servers.map((server) => [server.url, server]));
  const isDeclared = operations.every((operation) => operation.servers !== undefined);
  if (servers.length === 0 && !isDeclared) {
    for (const operation of operations) loseServers(operation);
    return [];
  }
  // Servers that all operations declare are the servers of the service.
  const [first] = operations;
  const own = servers.length > 0 ? servers : (first?.servers ?? []);
  for (const server of own) found.set(server.url, server);
  const urls = new Set(own.map(({ url }) => url));
  for (const operation of operations) {
    const [wanted] = operation.servers ?? [];
    if (wanted === undefined || urls.has(wanted.url)) continue;
    loseServers(operation);
    for (const server of operation.servers ?? []) {
      if (!found.has(server.url)) found.set(server.url, server);
    }
  }
  return [...found.values()];
}

function loseServers({ servers, serversAt }: Operation): void {
  const [wanted] = servers ?? [];
  if (wanted === undefined) return;
  serversAt?.lose(
    `Requests go to the endpoint of the context, like those of all operations. Create another context for ${wanted.url}.`,
  );
}

export function serverText({ url, description, variables }: Server): string {
  if (variables.length === 0)
    return `@server(${quoted(url)}${description === undefined ? "" : `, ${quoted(description)}`})`;
  const members = variables.map((variable) => `${variableText(variable)};`);
  return `@server(${quoted(url)}, ${quoted(description ?? "The service.")}, {\n${members.join("\n")}\n})`;
}

function variableText({ name, description, type, values, default: value }: ServerVariable): string {
  const literals = values.length === 0 ? type : values.map(quoted).join(" | ");
  const given = value === undefined ? "" : ` = ${quoted(value)}`;
  const isMember = value === undefined || values.length === 0 || values.includes(value);
  return lines(
    docText(description),
    `${identifier(name)}${value === undefined ? "" : "?"}: ${isMember ? literals : "string"}${given}`,
  );
}
