import type {
  SdkHttpOperation,
  SdkServiceMethod,
} from "@azure-tools/typespec-client-generator-core";
import { reportDiagnostic } from "../../lib.ts";
import { nameArguments } from "../arguments.ts";
import { planForm, planOperation } from "../operations.ts";
import { targetOf, type Planner } from "../planner.ts";
import type { ArgumentNames } from "../sources.ts";
import type {
  EarlierOperationPlan,
  OperationForm,
  OperationPlan,
  ParameterPlan,
  TypePlan,
} from "../types.ts";
import { refuseChange } from "./earlier.ts";
import type { PastOperation } from "./past.ts";

type Method = SdkServiceMethod<SdkHttpOperation>;

/** Plans an operation in all its forms: the newest one, and those of older API versions. */
export function planVersions(planner: Planner, method: Method): OperationPlan {
  const names = nameArguments(planner, method);
  const operation = planOperation(planner, method, names);
  checkAction(planner, method);
  const past = planner.past?.of(method.__raw) ?? [];
  // The functions are named when all operations have names.
  const earlier = past.map((older): EarlierOperationPlan => {
    checkKind(planner, method, older);
    const form = planForm(planner, older.method, namesIn(older, method, names));
    return { ...form, versions: older.versions, functionName: operation.functionName };
  });
  return earlier.length === 0
    ? operation
    : { ...operation, ...withEarlierTypes(operation, earlier), earlier };
}

/** Returns the argument names of an older form: those of the corresponding current parameters. */
function namesIn(past: PastOperation, method: Method, names: ArgumentNames): ArgumentNames {
  const older = past.method.parameters.flatMap((parameter) => {
    const raw = parameter.__raw?.kind === "ModelProperty" ? parameter.__raw : undefined;
    const now = method.parameters.find(
      (candidate) => raw !== undefined && candidate.__raw === past.became.get(raw),
    );
    const name = names.get(now?.name ?? parameter.name);
    return name === undefined ? [] : [[parameter.name, name] as const];
  });
  return new Map(older);
}

/** Adds the older types of arguments to the current ones. */
function withEarlierTypes(
  form: OperationForm,
  earlier: readonly EarlierOperationPlan[],
): Pick<OperationForm, "parameters" | "options"> {
  const widen = (parameter: ParameterPlan): ParameterPlan => {
    const types: TypePlan[] = [];
    for (const older of earlier) {
      const before = [...older.parameters, ...older.options].find(
        ({ name }) => name === parameter.name,
      );
      if (before !== undefined && !isSame(before.type, parameter.type)) types.push(before.type);
    }
    return types.length === 0 ? parameter : { ...parameter, earlierTypes: types };
  };
  return { parameters: form.parameters.map(widen), options: form.options.map(widen) };
}

function isSame(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

/** Reports an operation that does not return a promise, a list or a poller in all versions: it is one function. */
function checkKind(planner: Planner, method: Method, past: PastOperation): void {
  const isPolled = method.kind === "lro" || method.kind === "lropaging";
  const headers = (of: Method): string =>
    JSON.stringify(
      of.operation.responses.map((response) =>
        response.headers.map(({ serializedName, type }) => [serializedName, type.kind]),
      ),
    );
  if (method.kind === past.method.kind && !isPolled && headers(method) === headers(past.method)) {
    return;
  }
  reportDiagnostic(planner.program, {
    code: "changed-between-versions",
    format: {
      name: method.name,
      place: "the kind of an operation (list, long-running, with headers)",
      instead: "Declare two operations: the old one with @removed, the new one with @added.",
    },
    target: targetOf(method),
  });
}

/** Reports an action whose name, which is part of its path, changes between versions. */
function checkAction(planner: Planner, method: Method): void {
  const raw = method.__raw;
  const action = raw?.decorators.find(({ definition }) => definition?.name === "@action");
  if (action === undefined || action.args.length > 0) return;
  const instead = "Set the name in the path with @action.";
  refuseChange(planner, raw, "the path of an action", instead);
}
