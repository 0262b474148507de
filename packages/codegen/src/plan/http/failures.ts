import { $error, isErrorModel } from "@typespec/compiler";
import type { DecoratorContext, Model, Program } from "@typespec/compiler";
import { getAllHttpServices, type HttpOperation, type HttpOperationResponse } from "@typespec/http";

/**
 * Marks the models of failures, responses with a status of 400 and above, with `@error` where the spec does not. TCGC
 * would take them for results: it mixes them into the result's type, and cannot find the items of a page any more.
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

/** "Not found" is no failure but the reply to a HEAD request, which asks whether something is there. */
function isFailure({ verb }: HttpOperation, { statusCodes }: HttpOperationResponse): boolean {
  if (statusCodes === "*") return false;
  if (typeof statusCodes !== "number") return statusCodes.start >= 400;
  return statusCodes >= 400 && !(verb === "head" && statusCodes === 404);
}

function markAsError(program: Program, model: Model): void {
  $error({ program } as DecoratorContext, model);
  // Copies of the model, as slicing by API version makes them, are decorated anew.
  model.decorators.push({ decorator: $error, args: [] });
}
