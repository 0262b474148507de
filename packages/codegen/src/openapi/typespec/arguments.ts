import type { Operation, Parameter, ParameterUse } from "../contract.ts";
import { parameterName, printParameter } from "./parameters.ts";
import { type Names, type Scope, valueName } from "./scope.ts";
import { identifier } from "./text.ts";
import { flattened } from "./url-values.ts";

/** Writes the parameters outside the body, and the route with their names. */
export function printArguments(
  scope: Scope,
  operation: Operation,
  names: Names,
  hint: string,
): { readonly route: string; readonly parameters: readonly string[] } {
  const inRoute = [...operation.path.matchAll(/\{([^{}]*)\}/g)].map(([, name = ""]) => name);
  const routeNames = new Map<string, string>();
  const inQuery = queryNames(scope, operation);
  const parameters: string[] = [];
  for (const use of operation.parameters) {
    const { parameter } = use;
    const { name, in: place } = parameter;
    if (place === "path" && !inRoute.includes(name)) {
      parameter.at.lose("The path does not contain this parameter.");
      continue;
    }
    const isAmbiguous = place === "path" && inQuery.has(parameterName(parameter));
    const own = isAmbiguous ? { ...parameter, name: inPath(name) } : parameter;
    const spread = isAmbiguous ? undefined : spreadOf(scope, use, names);
    if (spread !== undefined) {
      parameters.push(spread);
      if (place === "path") routeNames.set(name, routeText(own, parameterName(own)));
      continue;
    }
    const printed = printParameter(scope, own, names, hint);
    parameters.push(...printed.map(({ text }) => text));
    if (place === "path") routeNames.set(name, routeText(own, printed[0]?.name ?? ""));
  }
  const undeclared = inRoute.filter((name) => !routeNames.has(name));
  for (const name of undeclared.toReversed()) {
    const plain = valueName(name);
    const own = names.claim(inQuery.has(plain) ? valueName(inPath(name)) : plain);
    routeNames.set(name, own);
    parameters.unshift(`@path ${identifier(own)}: string`);
  }
  const [path = "", fragment] = operation.path.split("#");
  if (fragment !== undefined)
    operation.at.get("operationId")?.lose("The fragment of the path is left out.");
  return {
    route: path.replaceAll(
      /\{([^{}]*)\}/g,
      (_, name: string) => `{${routeNames.get(name) ?? name}}`,
    ),
    parameters,
  };
}

/** Names a parameter of the path differently from one of the query, because TypeSpec finds both by this name. */
function inPath(name: string): string {
  return `${name} in path`;
}

/** Returns the names of the query's parameters on the wire. */
function queryNames(scope: Scope, { parameters }: Operation): ReadonlySet<string> {
  return new Set(
    parameters
      .filter(({ parameter }) => parameter.in === "query")
      .flatMap(({ parameter }) => flattened(scope, parameter) ?? [parameter])
      .map(({ name }) => name),
  );
}

/** Writes a parameter in the route. Its style is an operator of RFC 6570. */
function routeText({ style, explode, reserved, schema }: Parameter, name: string): string {
  const operator = style === "label" ? "." : style === "matrix" ? ";" : reserved ? "+" : "";
  const isPlain = schema.kind === "scalar" || schema.kind === "enum";
  return `${operator}${name}${explode && !isPlain ? "*" : ""}`;
}

/**
 * Writes the spread of a shared parameter, such as `...LimitParameter`. Returns undefined if another parameter already
 * has its name here.
 */
function spreadOf(
  scope: Scope,
  { shared, parameter }: ParameterUse,
  names: Names,
): string | undefined {
  const model = shared === undefined ? undefined : scope.parameterNames.get(shared);
  if (model === undefined || !names.isFree(parameterName(parameter))) return undefined;
  names.claim(parameterName(parameter));
  return `...${identifier(model)}`;
}
