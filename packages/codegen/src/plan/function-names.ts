import { headerSuffixes } from "./header-names.ts";
import { camelCase, isReserved, pascalCase } from "./names.ts";
import { baseName } from "./clients.ts";
import type { Planner } from "./planner.ts";
import type { ClientPlan, OperationPlan } from "./types.ts";

/**
 * Names the exported function of each operation. Operations of a root client keep their names. Those of a group are
 * prefixed with the group's name, so that a name does not depend on other groups.
 */
export function nameOperations(
  planner: Planner,
  clients: readonly ClientPlan[],
): readonly ClientPlan[] {
  const byId = clients.toSorted((left, right) => (left.id < right.id ? -1 : 1));
  const named = new Map<string, ClientPlan>();
  for (const client of byId) {
    const [root = "", ...groups] = client.id.split(".");
    const group = client.isTag === true ? "" : groups.map(pascalCase).join("");
    const operations = new Map<string, OperationPlan>();
    for (const operation of client.operations.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const name = pascalCase(operation.functionName);
      const own = nameOperation(planner, operation, [
        camelCase(`${group}${name}`),
        camelCase(`${baseName(pascalCase(root))}${group}${name}`),
        `${camelCase(`${group}${name}`)}Operation`,
      ]);
      operations.set(operation.name, own);
    }
    named.set(client.id, {
      ...client,
      operations: client.operations.map((operation) => operations.get(operation.name) ?? operation),
    });
  }
  return clients.map((client) => named.get(client.id) ?? client);
}

/** Names the functions for the forms of an operation, after the last version of each. */
function nameForms(
  planner: Planner,
  { earlier }: OperationPlan,
  functionName: string,
): Pick<OperationPlan, "earlier" | "newestName"> {
  if (earlier === undefined) return {};
  return {
    newestName: planner.names.claim(`${functionName}Newest`),
    earlier: earlier.map((older) => {
      const version = pascalCase(older.versions.at(-1) ?? "").replace(/^_/, "");
      const name = planner.names.claim(`${functionName}Until${version}`);
      return { ...older, functionName: name };
    }),
  };
}

/** Claims the first name that is free together with the names of the operation's options and headers. */
function nameOperation(
  planner: Planner,
  operation: OperationPlan,
  candidates: readonly string[],
): OperationPlan {
  const free = candidates.find(
    (name) =>
      !isReserved(name) &&
      [name, ...namesBeside(operation, name)].every((used) => planner.names.isFree(used)),
  );
  const functionName = planner.names.claim(free ?? `${candidates.at(-1)}Call`);
  for (const name of namesBeside(operation, functionName)) planner.names.claim(name);
  return { ...operation, functionName, ...nameForms(planner, operation, functionName) };
}

/** Returns the names of an operation's options and headers, and of the functions that read the headers. */
function namesBeside({ responses }: OperationPlan, functionName: string): readonly string[] {
  const suffixes = new Set(["", ...headerSuffixes(responses).values()]);
  return [
    `${pascalCase(functionName)}Options`,
    ...[...suffixes].flatMap((suffix) => [
      `${pascalCase(functionName)}Headers${suffix}`,
      `${functionName}Headers${suffix}`,
    ]),
  ];
}
