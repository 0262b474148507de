import type { Contract, Parameter } from "../contract.ts";
import { delimiter } from "./delimiters.ts";
import { clientName, defaultOf } from "./properties.ts";
import { type Names, type Scope, typeName, valueName } from "./scope.ts";
import { docText, identifier, lines, quoted } from "./text.ts";
import { flattened, urlSchema } from "./url-values.ts";
import { headerDecorators, typeDecorators, typeText } from "./types.ts";

/** A parameter in TypeSpec, with its name in the route. */
export interface PrintedParameter {
  readonly name: string;
  readonly text: string;
}

/** Returns the name of a parameter in TypeSpec. */
export function parameterName(parameter: Parameter): string {
  return isNamedApiVersion(parameter) ? "apiVersion" : valueName(parameter.name);
}

/** Whether a parameter is the API version, which the client sends itself. */
export function isApiVersion(parameter: Parameter, { info }: Contract): boolean {
  const { schema } = parameter;
  // If a parameter does not accept the document's version, it is an ordinary parameter.
  const isOther =
    schema.kind === "enum" &&
    !schema.open &&
    schema.values.every(({ value }) => value !== info.version);
  return isNamedApiVersion(parameter) && !isOther;
}

function isNamedApiVersion({ name, in: place }: Parameter): boolean {
  return place === "query" && name.toLowerCase() === "api-version";
}

/** Writes a parameter. An object in the query whose properties are sent separately becomes several parameters. */
export function printParameter(
  scope: Scope,
  parameter: Parameter,
  names: Names,
  hint: string,
): readonly PrintedParameter[] {
  const flat = flattened(scope, parameter);
  if (flat !== undefined) return flat.flatMap((one) => printParameter(scope, one, names, hint));
  const name = names.claim(parameterName(parameter));
  if (isApiVersion(parameter, scope.contract)) {
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
    ...(parameter.in === "header" ? headerDecorators(scope, schema) : typeDecorators(schema)),
    ...(parameter.style === "form" ? [] : delimiter(parameter.style, parameter.at)),
    clientName(scope, parameter.clientName),
    isNamedApiVersion(parameter) ? notApiVersion(scope) : "",
    `${decorator(parameter, name)} ${identifier(name)}${parameter.required ? "" : "?"}: ${type}${defaultOf(scope, schema, parameter.required)}`,
  );
  return [{ name, text }];
}

function notApiVersion(scope: Scope): string {
  scope.uses.add("tcgc");
  return "@Azure.ClientGenerator.Core.apiVersion(false)";
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
