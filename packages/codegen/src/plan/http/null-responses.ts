import { isNullType, type Operation, type Type } from "@typespec/compiler";

/** Whether an operation can respond with null, as in `op read(): Widget | null`. TCGC and the http library drop it. */
export function respondsWithNull(operation: Operation | undefined): boolean {
  return operation !== undefined && includesNull(operation.returnType);
}

function includesNull(type: Type): boolean {
  if (type.kind !== "Union") return isNullType(type);
  return [...type.variants.values()].some((variant) => includesNull(variant.type));
}
