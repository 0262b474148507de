import type {
  SdkHttpOperation,
  SdkServiceMethod,
} from "@azure-tools/typespec-client-generator-core";
import { planBody } from "./bodies.ts";
import { planDoc } from "./docs.ts";
import { planLro } from "./lro.ts";
import { camelCase } from "./names.ts";
import { planPaging } from "./paging.ts";
import { planPath } from "./paths.ts";
import type { Planner } from "./planner.ts";
import { planErrors, planResponses } from "./responses.ts";
import { planSignature } from "./signature.ts";
import type { ArgumentNames } from "./sources.ts";
import type { OperationForm, OperationPlan } from "./types.ts";
import { planWireParameters } from "./wire-parameters.ts";

type Method = SdkServiceMethod<SdkHttpOperation>;

/** Plans one operation. The name of its function is assigned when all operations are known. */
export function planOperation(
  planner: Planner,
  method: Method,
  names: ArgumentNames,
): OperationPlan {
  const { operation } = method;
  const form = planForm(planner, method, names);
  const doc = planDoc(planner, method);
  const name = camelCase(method.name);
  return {
    // The class already has a property with this name.
    name: method.isExactName ? method.name : name === "context" ? "contextOperation" : name,
    functionName: name,
    kind: method.kind,
    ...(doc === undefined ? {} : { doc }),
    internal: method.access === "internal",
    method: operation.verb.toUpperCase(),
    ...form,
    ...(isExistenceCheck(method) ? { asBoolean: true } : {}),
  };
}

/** Plans the request and response of a method, for the API versions that have it in this form. */
export function planForm(planner: Planner, method: Method, names: ArgumentNames): OperationForm {
  const body = planBody(planner, method, names);
  const responses = planResponses(planner, method);
  const paging = planPaging(planner, method, names);
  const lro = planLro(planner, method);
  return {
    ...planSignature(planner, method, names),
    path: planPath(planner, method, names),
    ...planWireParameters(planner, method, names),
    ...(body === undefined ? {} : { body }),
    responses,
    errors: planErrors(planner, method),
    ...(paging === undefined ? {} : { paging }),
    ...(lro === undefined ? {} : { lro }),
  };
}

/** Whether a HEAD operation returns a boolean: it is decorated so, or declares a 404 response. */
function isExistenceCheck(method: Method): boolean {
  const { verb, responses } = method.operation;
  if (verb !== "head" || responses.some((response) => response.type !== undefined)) return false;
  const asksForIt = method.response.type?.kind === "boolean";
  return asksForIt || responses.some(({ statusCodes }) => statusCodes === 404);
}
