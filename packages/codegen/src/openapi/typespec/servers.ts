import type { Contract, Operation, Server, ServerVariable } from "../contract.ts";
import { docText, identifier, lines, quoted } from "./text.ts";

/**
 * Returns the servers of a service, its default first: the server that most operations use. TypeSpec does not support
 * servers of single operations. Operations with another server are reported as losses, and their servers are appended
 * for use with a separate context.
 */
export function serversOf({ servers, operations }: Contract): readonly Server[] {
  const all = operations.flatMap((operation) => operation.servers ?? []);
  const isDeclared = operations.every((operation) => operation.servers !== undefined);
  if (servers.length === 0 && !isDeclared) {
    for (const operation of operations) {
      const [wanted] = operation.servers ?? [];
      if (wanted !== undefined) loseServer(operation, wanted);
    }
    return [];
  }
  const usual = usualServer(servers, operations);
  const urls = new Set(
    servers.some(({ url }) => url === usual) ? servers.map(({ url }) => url) : [usual],
  );
  for (const operation of operations) {
    const [wanted] = operation.servers ?? servers;
    if (wanted !== undefined && !urls.has(wanted.url)) loseServer(operation, wanted);
  }
  const byUrl = new Map([...all, ...servers].map((server) => [server.url, server]));
  const order = new Set([usual, ...servers.map(({ url }) => url), ...all.map(({ url }) => url)]);
  return [...order].flatMap((url) => byUrl.get(url) ?? []);
}

/**
 * Returns the URL of the server that most operations use. If several are used equally often, it is the service's own or
 * the first one.
 */
function usualServer(servers: readonly Server[], operations: readonly Operation[]): string {
  const counts = new Map(servers.slice(0, 1).map(({ url }) => [url, 0]));
  for (const operation of operations) {
    const [wanted] = operation.servers ?? servers;
    if (wanted !== undefined) counts.set(wanted.url, (counts.get(wanted.url) ?? 0) + 1);
  }
  const most = Math.max(...counts.values());
  return [...counts].find(([, count]) => count === most)?.[0] ?? "";
}

function loseServer({ at, serversAt }: Operation, { url }: Server): void {
  const reason = `Requests go to the endpoint of the context, like those of all operations. Create another context for ${url}.`;
  if (serversAt === undefined) at.note(reason);
  else serversAt.lose(reason);
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
