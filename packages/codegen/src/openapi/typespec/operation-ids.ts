import type { Operation } from "../contract.ts";
import { valueName } from "./scope.ts";

/** An id of the form `Group_operation`. */
const grouped = /^([A-Z][A-Za-z0-9]*)_([A-Za-z].*)$/;

/** The name of an operation, and its group if the document has groups. */
export interface OperationId {
  readonly group?: string;
  readonly name: string;
}

/**
 * Names all operations after their ids. If all ids have the form `Group_operation`, the operations are grouped. An
 * operation without an id, or with that of an earlier one, is named after its method and path.
 *
 * What frameworks add to the name of a function by default is left out: FastAPI adds path and method, Springfox the
 * method, and NestJS prefixes the controller, whose name ends with `Controller`. A name that would not be unique is left
 * as it is.
 */
export function operationIds(operations: readonly Operation[]): readonly OperationId[] {
  const parts = operations.map(({ id = "" }) => grouped.exec(id));
  if (parts.length === 0 || parts.includes(null)) {
    return plainNames(operations).map((name) => ({ name }));
  }
  const areControllers = parts.every((part) => /.Controller$/.test(part?.[1] ?? ""));
  return parts.map((part) => {
    const [, group = "", name = ""] = part ?? [];
    return { group: areControllers ? group.replace(/Controller$/, "") : group, name };
  });
}

function plainNames(operations: readonly Operation[]): readonly string[] {
  const names = operations.map((operation) => ({
    whole: operation.id ?? pathName(operation),
    plain: operation.id === undefined ? pathName(operation) : plainName(operation, operation.id),
  }));
  const counts = new Map<string, number>();
  for (const { whole, plain } of names) {
    for (const name of new Set([whole, plain].map(valueName)))
      counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const taken = new Set<string>();
  return names.map(({ whole, plain }, index) => {
    const operation = operations[index]!;
    const name = counts.get(valueName(plain)) === 1 ? plain : whole;
    if (!taken.has(valueName(name))) {
      taken.add(valueName(name));
      return name;
    }
    operation.at
      .get("operationId")
      ?.note(
        "Another operation has the same name, so this one is named after its method and path.",
      );
    return pathName(operation);
  });
}

/** Returns an id without the path and the method that a framework has appended. */
function plainName({ method, path }: Operation, id: string): string {
  const place = path.replace(/^\//, "").replaceAll(/[^\p{L}\p{N}_]/gu, "_");
  const fastApi = `_${place}_${method}`;
  const springfox = new RegExp(`Using${method.toUpperCase()}(_\\d+)?$`);
  const plain = id.endsWith(fastApi) ? id.slice(0, -fastApi.length) : id.replace(springfox, "");
  return plain === "" ? id : plain;
}

/** Returns a name such as `get pets by id` for `get /pets/{id}`. */
function pathName({ method, path }: Operation): string {
  const steps = path.split("/").filter((step) => step !== "");
  return [method, ...steps.map((step) => step.replaceAll(/\{([^}]*)\}/g, " by $1"))].join(" ");
}
