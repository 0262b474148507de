import { pascalCase } from "../plan/names.ts";
import type { OperationPlan } from "../plan/types.ts";
import { helperNames } from "./runtime.ts";

let helpers: ReadonlySet<string> | undefined;

/** Returns a name that does not collide with the runtime's functions. */
function besideHelpers(name: string): string {
  helpers ??= new Set(helperNames());
  return helpers.has(name) ? `${name}Model` : name;
}

/** Returns the name of the function that reads a model or union. */
export function readerName(type: string): string {
  return besideHelpers(`read${type}`);
}

/** Returns the name of the function that writes a model or union, by the name of its face. */
export function writerNameOf(face: string): string {
  return besideHelpers(`write${face}`);
}

/** Returns the name of the function that tests for a model or union, by the name of its face. */
export function guardNameOf(face: string): string {
  return besideHelpers(`is${face}`);
}

/** Returns the name of an operation's options. */
export function optionsName(operation: OperationPlan): string {
  return `${pascalCase(operation.functionName)}Options`;
}
