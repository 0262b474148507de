import type { Operation } from "../contract.ts";
import { printArguments } from "./arguments.ts";
import { printBody } from "./bodies.ts";
import { printResponses } from "./responses.ts";
import { builtInTypes, Names, resolved, type Scope, typeName, valueName } from "./scope.ts";
import { authText } from "./security.ts";
import { docText, externalDocsText, identifier, lines, longText, quoted } from "./text.ts";

/** An operation with its names in TypeSpec. */
export interface NamedOperation {
  readonly operation: Operation;
  /** The interface of the operation; undefined if it is declared in the namespace. */
  readonly group?: string;
  readonly name: string;
}

/**
 * Names all operations. If all ids have the form `Group_operation`, the groups become interfaces. Otherwise each id is
 * a name. An operation without an id is named after its method and path.
 */
export function nameOperations(scope: Scope): readonly NamedOperation[] {
  const { operations } = scope.contract;
  const isGrouped =
    operations.length > 0 &&
    operations.every(({ id }) => id !== undefined && /^[A-Z][A-Za-z0-9]*_[A-Za-z]/.test(id));
  const groups = new Map<string, { readonly name: string; readonly names: Names }>();
  const names = new Names(builtInTypes);
  return operations.map((operation) => {
    if (!isGrouped)
      return { operation, name: names.claim(valueName(operation.id ?? pathName(operation))) };
    const [wanted = "", ...rest] = (operation.id ?? "").split("_");
    let group = groups.get(wanted);
    if (group === undefined) {
      const isFree = scope.names.isFree(wanted);
      group = {
        name: scope.names.claim(isFree ? wanted : `${wanted}Operations`),
        names: new Names(),
      };
      groups.set(wanted, group);
    }
    return { operation, group: group.name, name: group.names.claim(valueName(rest.join("_"))) };
  });
}

/** Returns a name such as `getPetsById` for `get /pets/{id}`. */
function pathName({ method, path }: Operation): string {
  const steps = path.split("/").filter((step) => step !== "");
  return [method, ...steps.map((step) => step.replaceAll(/\{([^}]*)\}/g, " by $1"))].join(" ");
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
    const text = `interface ${identifier(group)} {\n${texts.join("\n\n")}\n}`;
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
