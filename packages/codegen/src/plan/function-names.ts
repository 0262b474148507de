import { camelCase, isReserved, pascalCase } from "./names.ts";
import type { Planner } from "./planner.ts";
import type { ClientPlan } from "./types.ts";

/**
 * Names the exported function of each operation. An operation keeps its own name; where several groups of the package
 * have one of that name, or the name is a reserved word, the group's name goes in front.
 */
export function nameOperations(
  planner: Planner,
  clients: readonly ClientPlan[],
): readonly ClientPlan[] {
  const count = new Map<string, number>();
  for (const client of clients) {
    for (const { functionName } of client.operations) {
      count.set(functionName, (count.get(functionName) ?? 0) + 1);
    }
  }
  return clients.map((client) => {
    const groups = client.id.split(".");
    const group = pascalCase((client.parent === undefined ? groups : groups.slice(1)).join("-"));
    const last = pascalCase(groups.at(-1) ?? "");
    return {
      ...client,
      operations: client.operations.map((operation) => {
        const plain = operation.functionName;
        const pascal = pascalCase(plain);
        const candidates = [
          ...((count.get(plain) ?? 0) === 1 && !isReserved(plain) ? [plain] : []),
          camelCase(`${last}${pascal}`),
          camelCase(`${group}${pascal}`),
          `${plain}Operation`,
        ].filter((candidate) => !isReserved(candidate));
        return { ...operation, functionName: planner.names.claim(...candidates) };
      }),
    };
  });
}
