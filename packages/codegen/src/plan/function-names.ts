import { camelCase, isReserved, pascalCase } from "./names.ts";
import { baseName } from "./clients.ts";
import type { Planner } from "./planner.ts";
import type { ClientPlan, OperationPlan } from "./types.ts";

/**
 * Names the exported function of each operation. Operations of a root client keep their own name; those of a group
 * have the group's name in front, so that a name does not depend on what else there is.
 */
export function nameOperations(
  planner: Planner,
  clients: readonly ClientPlan[],
): readonly ClientPlan[] {
  return clients.map((client) => {
    const [root = "", ...groups] = client.id.split(".");
    return {
      ...client,
      operations: client.operations.map((operation) => {
        const name = pascalCase(operation.functionName);
        const group = groups.map(pascalCase).join("");
        return nameOperation(planner, operation, [
          camelCase(`${group}${name}`),
          camelCase(`${baseName(pascalCase(root))}${group}${name}`),
          `${camelCase(`${group}${name}`)}Operation`,
        ]);
      }),
    };
  });
}

/** Takes the first name that is free together with those of the operation's options and headers. */
function nameOperation(
  planner: Planner,
  operation: OperationPlan,
  candidates: readonly string[],
): OperationPlan {
  const free = candidates.find(
    (name) =>
      !isReserved(name) &&
      [name, `${pascalCase(name)}Options`, `${pascalCase(name)}Headers`, `${name}Headers`].every(
        (used) => planner.names.isFree(used),
      ),
  );
  const functionName = planner.names.claim(free ?? `${candidates.at(-1)}Call`);
  for (const suffix of ["Options", "Headers"]) {
    planner.names.claim(`${pascalCase(functionName)}${suffix}`);
  }
  planner.names.claim(`${functionName}Headers`);
  return { ...operation, functionName };
}
