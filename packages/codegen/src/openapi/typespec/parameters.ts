import type { Parameter } from "../contract.ts";
import { clientName, defaultOf } from "./properties.ts";
import { type Names, type Scope, typeName, valueName } from "./scope.ts";
import { docText, identifier, lines, quoted } from "./text.ts";
import { flattened, urlSchema } from "./url-values.ts";
import { typeDecorators, typeText } from "./types.ts";

/** A parameter in the form of TypeSpec, with the name that it has in the route. */
export interface PrintedParameter {
  readonly name: string;
  readonly text: string;
}

/** The name of a parameter in TypeSpec. */
export function parameterName(parameter: Parameter): string {
  return isApiVersion(parameter) ? "apiVersion" : valueName(parameter.name);
}

/** The version of the API that the caller wants: the client sends it by itself. */
export function isApiVersion({ name, in: place }: Parameter): boolean {
  return place === "query" && name.toLowerCase() === "api-version";
}

/** Prints a parameter: several for an object in the query whose properties are written one by one. */
export function printParameter(
  scope: Scope,
  parameter: Parameter,
  names: Names,
  hint: string,
): readonly PrintedParameter[] {
  const flat = flattened(scope, parameter);
  if (flat !== undefined) return flat.flatMap((one) => printParameter(scope, one, names, hint));
  const name = names.claim(parameterName(parameter));
  if (isApiVersion(parameter)) {
    const text = lines(
      docText(parameter.description),
      `@query("${parameter.name}") ${name}: string`,
    );
    return [{ name, text }];
  }
  const schema = urlSchema(scope, parameter);
  const type = typeText(scope, schema, `${hint}${typeName(parameter.name)}`, true);
  const text = lines(
    docText(parameter.description ?? schema.description),
    parameter.deprecated ? '#deprecated "Deprecated by the service."' : "",
    ...typeDecorators(schema),
    ...delimiter(parameter),
    clientName(scope, parameter),
    `${decorator(parameter, name)} ${identifier(name)}${parameter.required ? "" : "?"}: ${type}${defaultOf(scope, schema, parameter.required)}`,
  );
  return [{ name, text }];
}

function decorator(parameter: Parameter, name: string): string {
  const { in: place, name: wire, explode, reserved } = parameter;
  const options: string[] = [];
  if (place === "path") return "@path";
  if (reserved) parameter.at.lose("Reserved characters are always encoded outside the path.");
  if (place === "cookie") return `@cookie(${quoted(wire)})`;
  if (place === "header") return `@header(${quoted(wire)})`;
  const isList = resolvedKind(parameter);
  if (explode && isList) options.push("explode: true");
  if (options.length > 0) return `@query(#{ name: ${quoted(wire)}, ${options.join(", ")} })`;
  return wire === name ? "@query" : `@query(${quoted(wire)})`;
}

function resolvedKind({ schema }: Parameter): boolean {
  return schema.kind !== "scalar" && schema.kind !== "enum";
}

function delimiter({ style, at }: Parameter): readonly string[] {
  switch (style) {
    case "spaceDelimited":
      return ["@encode(ArrayEncoding.spaceDelimited)"];
    case "pipeDelimited":
      return ["@encode(ArrayEncoding.pipeDelimited)"];
    case "tabDelimited":
      at.get("collectionFormat")?.lose(
        "TypeSpec has no tab-separated values; the client sends commas.",
      );
      return [];
    default:
      return [];
  }
}
