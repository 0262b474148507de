import { $error, isErrorModel } from "@typespec/compiler";
import type { DecoratorContext, Model, Program } from "@typespec/compiler";
import { getAllHttpServices, type HttpOperation, type HttpOperationResponse } from "@typespec/http";

/**
 * Adds `@error` to the models of responses with a status code of 400 or above if the spec does not. TCGC would treat
 * them as results, mix them into the result type, and not find the items of pages.
 */
export function markFailures(program: Program): void {
  const [services] = getAllHttpServices(program);
  const operations = services.flatMap((service) => service.operations);
  const failures = new Set<Model>();
  const others = new Set<Model>();
  for (const operation of operations) {
    for (const response of operation.responses) {
      if (response.type.kind !== "Model") continue;
      (isFailure(operation, response) ? failures : others).add(response.type);
    }
  }
  for (const model of failures) {
    if (!others.has(model) && !isErrorModel(program, model)) markAsError(program, model);
  }
}

/** A 404 response to a HEAD request is not an error: the request checks whether something exists. */
function isFailure({ verb }: HttpOperation, { statusCodes }: HttpOperationResponse): boolean {
  if (statusCodes === "*") return false;
  if (typeof statusCodes !== "number") return statusCodes.start >= 400;
  return statusCodes >= 400 && !(verb === "head" && statusCodes === 404);
}

function markAsError(program: Program, model: Model): void {
  $error({ program } as DecoratorContext, model);
  // The decorator is also added to the list, because slicing by API version decorates copies again.
  model.decorators.push({ decorator: $error, args: [] });
}
