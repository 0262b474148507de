import type { ParameterPlan, PropertyPlan, TypePlan } from "../types.ts";

/** The types that a property has: in the newest API version, and in older ones. */
export function typesOf({ type, earlier = [] }: PropertyPlan): readonly TypePlan[] {
  return [type, ...earlier.map((older) => older.type)];
}

/** The types that an argument has: in the newest API version, and in older ones. */
export function argumentTypes({ type, earlierTypes = [] }: ParameterPlan): readonly TypePlan[] {
  return [type, ...earlierTypes];
}
