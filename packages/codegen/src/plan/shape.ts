import type {
  SdkHttpOperation,
  SdkServiceMethod,
} from "@azure-tools/typespec-client-generator-core";
import { getPatchOptions } from "@typespec/http";
import type { Planner } from "./planner.ts";
import type { Phase, PropertyPlan, Shape } from "./types.ts";

/** All shapes. The name of a model without a suffix belongs to the first one in which it is used. */
export const allShapes: readonly Shape[] = [
  "output",
  "input",
  "create",
  "update",
  "delete",
  "query",
  "patch",
  "partial",
  "partialPatch",
];

/** The suffix of a model's name in a shape that differs from the earlier ones. */
export const shapeSuffixes: Readonly<Record<Shape, string>> = {
  output: "Output",
  input: "Input",
  create: "Create",
  update: "Update",
  delete: "Delete",
  query: "Query",
  patch: "Patch",
  partial: "Partial",
  partialPatch: "PartialPatch",
};

const phases: Readonly<Record<Exclude<Shape, "output">, readonly Phase[]>> = {
  input: ["create", "update"],
  create: ["create"],
  update: ["update"],
  delete: ["delete"],
  query: ["query"],
  patch: ["update"],
  partial: ["update"],
  partialPatch: ["update"],
};

/** Whether a property is present in a shape of its model. */
export function isPresentIn(property: PropertyPlan, shape: Shape): boolean {
  if (shape === "output") return property.readable;
  if (property.phases === undefined) return property.writable;
  return phases[shape].some((phase) => property.phases?.includes(phase));
}

/** Whether null removes an optional property: in a merge patch. */
export function isPatch(shape: Shape): boolean {
  return shape === "patch" || shape === "partialPatch";
}

/** Whether everything is optional. */
export function isPartial(shape: Shape): boolean {
  return shape === "partial" || shape === "partialPatch";
}

/** Returns the shape of array items. In a patch, arrays are replaced as a whole, so items are not patches. */
export function itemShape(shape: Shape): Shape {
  return isPatch(shape) || isPartial(shape) ? "update" : shape;
}

/** The shape of an operation's body. */
export function bodyShape(planner: Planner, method: SdkServiceMethod<SdkHttpOperation>): Shape {
  const { verb, bodyParam } = method.operation;
  const isMergePatch = bodyParam?.contentTypes.includes("application/merge-patch+json") === true;
  const raw = method.__raw ?? method.operation.__raw.operation;
  const isImplicit = getPatchOptions(planner.program, raw)?.implicitOptionality === true;
  switch (verb) {
    case "post":
      return isMergePatch ? "patch" : "create";
    case "patch":
      if (isImplicit) return isMergePatch ? "partialPatch" : "partial";
      return isMergePatch ? "patch" : "update";
    case "delete":
      return "delete";
    case "get":
    case "head":
      return "query";
    default:
      return isMergePatch ? "patch" : "input";
  }
}
