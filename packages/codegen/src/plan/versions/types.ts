import type { ParameterPlan, PropertyPlan, TypePlan } from "../types.ts";

/** Returns the types of a property in the newest and in older API versions. */
export function typesOf({ type, earlier = [] }: PropertyPlan): readonly TypePlan[] {
  return [type, ...earlier.map((older) => older.type)];
}

/** Returns the types of an argument in the newest and in older API versions. */
export function argumentTypes(parameter: ParameterPlan): readonly TypePlan[] {
  return [...formTypes(parameter), ...(parameter.earlierTypes ?? [])];
}

/** Returns the types of an argument in one form of its operation. */
export function formTypes({ type, typesInBody = [] }: ParameterPlan): readonly TypePlan[] {
  return [type, ...typesInBody];
}
