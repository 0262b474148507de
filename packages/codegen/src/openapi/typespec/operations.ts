import type { Operation } from "../contract.ts";
import { printArguments } from "./arguments.ts";
import { printBody } from "./bodies.ts";
import { operationIds } from "./operation-ids.ts";
import { printResponses } from "./responses.ts";
import { clientName } from "./properties.ts";
import { builtInTypes, Names, resolved, type Scope, typeName, valueName } from "./scope.ts";
import { authText } from "./security.ts";
import { docText, externalDocsText, identifier, lines, longText, quoted } from "./text.ts";

/** An operation with its names in TypeSpec. */
export interface NamedOperation {
  readonly operation: Operation;
  /** The interface of the operation; undefined if it is declared in the namespace. */
  readonly group?: string;
  /** The name of the group in clients, if a type has the same name. */
  readonly groupInClients?: string;
  readonly name: string;
}

/** Names all operations in TypeSpec. The groups become interfaces. */
export function nameOperations(scope: Scope): readonly NamedOperation[] {
  const { operations } = scope.contract;
  const groups = new Map<string, { readonly name: string; readonly names: Names }>();
  const names = new Names(builtInTypes);
  return operationIds(operations).map(({ group: wanted, name }, index) => {
    const operation = operations[index]!;
    if (wanted === undefined) return { operation, name: names.claim(valueName(name)) };
    let group = groups.get(wanted);
    if (group === undefined) {
      const isFree = scope.names.isFree(wanted);
      group = {
        name: scope.names.claim(isFree ? wanted : `${wanted}Operations`),
        names: new Names(),
      };
      groups.set(wanted, group);
    }
    return {
      operation,
      group: group.name,
      ...(group.name === wanted ? {} : { groupInClients: wanted }),
      name: group.names.claim(valueName(name)),
    };
  });
}

/** Declares the operations, each group in its interface. */
export function declareOperations(scope: Scope, named: readonly NamedOperation[]): void {
  const repeated = repeatedRoutes(named);
  const groups = new Map<string, NamedOperation[]>();
  for (const one of named) {
    if (one.group === undefined) {
      const text = printOperation(scope, one, repeated.has(one.operation));
      scope.declarations.push({
        file: "operations.tsp",
        name: one.name,
        text,
        at: one.operation.at,
      });
    } else groups.set(one.group, [...(groups.get(one.group) ?? []), one]);
  }
  for (const [group, members] of groups) {
    const [first] = members;
    if (first === undefined) continue;
    const texts = members.map((one) => printOperation(scope, one, repeated.has(one.operation)));
    const text = lines(
      clientName(scope, first.groupInClients),
      `interface ${identifier(group)} {\n${texts.join("\n\n")}\n}`,
    );
    scope.declarations.push({ file: "operations.tsp", name: group, text, at: first.operation.at });
  }
}

/**
 * Returns the operations that have the same method and route as another one. TypeSpec requires `@sharedRoute` for
 * these.
 */
function repeatedRoutes(named: readonly NamedOperation[]): ReadonlySet<Operation> {
  const byRoute = new Map<string, Operation[]>();
  for (const { operation } of named) {
    const path = operation.path.replaceAll(/\{[^}]*\}/g, "{}").replace(/[?#].*$/, "");
    const key = `${operation.method} ${path.replace(/\/$/, "")}`;
    byRoute.set(key, [...(byRoute.get(key) ?? []), operation]);
  }
  return new Set([...byRoute.values()].filter((all) => all.length > 1).flat());
}

function printOperation(
  scope: Scope,
  { operation, group, name }: NamedOperation,
  isShared: boolean,
): string {
  const hint = `${group ?? ""}${typeName(name)}`;
  const names = new Names();
  const { route, parameters } = printArguments(scope, operation, names, hint);
  const body = operation.body === undefined ? [] : printBody(scope, operation.body, names, hint);
  const responses = printResponses(scope, operation, hint);
  const { summary, description } = operation;
  return lines(
    docText(description ?? summary),
    description === undefined || summary === undefined ? "" : `@summary(${longText(summary)})`,
    externalDocsText(operation.externalDocs),
    operation.deprecated ? '#deprecated "Deprecated by the service."' : "",
    ...operation.tags.map((tag) => `@tag(${quoted(tag)})`),
    authText(scope, operation.security),
    ...responses.decorators,
    operation.pageable === undefined ? "" : "@list",
    ...longRunning(scope, operation),
    isShared ? "@sharedRoute" : "",
    `@route(${quoted(route)})`,
    operation.method === "patch"
      ? "@patch(#{ implicitOptionality: false })"
      : `@${operation.method}`,
    `${group === undefined ? "op " : ""}${identifier(name)}(`,
    ...[...parameters, ...body].map((text) => `${text},`),
    `): ${responses.type};`,
  );
}

/** The header that contains the result's URL, by the kind of final state. TypeSpec requires it in a response. */
const finalStateHeaders: Readonly<Record<string, string>> = {
  location: "location",
  "azure-async-operation": "azure-asyncoperation",
  "operation-location": "operation-location",
};

function longRunning(
  scope: Scope,
  { longRunning: long, responses, at }: Operation,
): readonly string[] {
  if (long === undefined) return [];
  if (!hasModel(scope, responses)) {
    at.loseMember(
      "x-ms-long-running-operation",
      "The operation is not long-running in the client, because its result is not an object.",
    );
    return [];
  }
  scope.uses.add("tcgc");
  const mark = "@Azure.ClientGenerator.Core.Legacy.markAsLro";
  const via = long.finalStateVia;
  if (via === undefined) return [mark];
  const header = finalStateHeaders[via];
  const headers = responses.flatMap(({ response }) =>
    response.headers.map(({ name }) => name.toLowerCase()),
  );
  if (header !== undefined && !headers.includes(header)) {
    at.loseMember(
      "x-ms-long-running-operation-options",
      `No response declares the header ${header}.`,
    );
    return [mark];
  }
  scope.uses.add("core");
  return [mark, `@Azure.Core.useFinalStateVia(${quoted(via)})`];
}

/** Whether a success response has an object as its body. */
function hasModel(scope: Scope, responses: Operation["responses"]): boolean {
  return responses.some(
    ({ status, response }) =>
      status.startsWith("2") &&
      response.contents.some(({ schema }) => {
        const plain = schema === undefined ? undefined : resolved(scope, schema);
        return plain?.kind === "object" && plain.variants.length === 0;
      }),
  );
}
