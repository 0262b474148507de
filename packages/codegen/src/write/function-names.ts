import { pascalCase } from "../plan/names.ts";
import type { OperationPlan } from "../plan/types.ts";
import { helperNames } from "./runtime.ts";

let helpers: ReadonlySet<string> | undefined;

/** A name for a function of ours; the runtime's own functions of that name come first. */
function besideHelpers(name: string): string {
  helpers ??= new Set(helperNames());
  return helpers.has(name) ? `${name}Model` : name;
}

/** The function that reads a model or union. */
export function readerName(type: string): string {
  return besideHelpers(`read${type}`);
}

/** The function that writes a model or union, by the name of its face. */
export function writerNameOf(face: string): string {
  return besideHelpers(`write${face}`);
}

/** The name of an operation's options. */
export function optionsName(operation: OperationPlan): string {
  return `${pascalCase(operation.functionName)}Options`;
}
