import type {
  SdkBodyParameter,
  SdkHttpOperation,
  SdkHttpParameter,
  SdkMethodParameter,
  SdkModelPropertyType,
  SdkServiceMethod,
} from "@azure-tools/typespec-client-generator-core";
import type { SourcePlan } from "./types.ts";

type Segment = SdkMethodParameter | SdkModelPropertyType;

/** The name of the argument or option that a parameter of a method becomes. */
export type ArgumentNames = ReadonlyMap<
  string,
  { readonly name: string; readonly from: "argument" | "option" }
>;

/** Plans the source of a parameter's value on the wire. */
export function planSource(
  method: SdkServiceMethod<SdkHttpOperation>,
  parameter: Exclude<SdkHttpParameter, SdkBodyParameter>,
  names: ArgumentNames,
): SourcePlan | undefined {
  if (parameter.type.kind === "constant" && !parameter.optional) {
    return { from: "constant", value: parameter.type.value };
  }
  const segments = parameter.methodParameterSegments[0] ?? [];
  const source = planSegments(segments, names);
  if (source !== undefined) return source;
  const root = segments[0];
  if (parameter.onClient || root?.onClient === true) {
    const fallback = parameter.clientDefaultValue;
    return {
      from: "client",
      name: root?.name ?? parameter.name,
      ...(fallback === undefined ? {} : { fallback: fallback as string }),
    };
  }
  if (parameter.clientDefaultValue !== undefined) {
    return { from: "constant", value: parameter.clientDefaultValue as string };
  }
  if (!parameter.optional) {
    throw new Error(
      `${method.name}: the parameter "${parameter.serializedName}" has no source for its value`,
    );
  }
  return undefined;
}

/** Converts the path from a method's parameter to the value into a source; undefined if it starts elsewhere. */
export function planSegments(
  segments: readonly Segment[],
  names: ArgumentNames,
): SourcePlan | undefined {
  const [root, ...rest] = segments;
  if (root === undefined) return undefined;
  const argument = names.get(root.name);
  if (argument === undefined || root.onClient) {
    return root.type.kind === "constant" && !root.onClient
      ? { from: "constant", value: root.type.value }
      : undefined;
  }
  const optionalAt: number[] = [];
  for (const [index, segment] of segments.entries()) {
    if (segment.optional && index < segments.length - 1) optionalAt.push(index);
  }
  return {
    from: argument.from,
    path: [argument.name, ...rest.map((segment) => segment.name)],
    optionalAt,
  };
}
