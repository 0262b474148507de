import type { Enumeration, Limits, Model, Operation, Property, Shape } from "@acs-chat/spec-diff";

/** What printing needs to know besides the thing itself. */
export interface Surroundings {
  /** `@added(Versions.v2026_01_01)`; put on what is new. */
  readonly added: string;
}

/** Doc comment, decorators and declaration of a property of a model, without the semicolon. */
export function printProperty(property: Property, decorators: readonly string[] = []): string {
  return lines(
    doc(property.description),
    ...decorators,
    ...limitsOf(property.shape),
    ...(property.readOnly ? ["@visibility(Lifecycle.Read)"] : []),
    `${identifier(property.name)}${property.required ? "" : "?"}: ${printShape(property.shape)}${property.nullable ? " | null" : ""}`,
  );
}

/** A whole model. `decorated` gives the decorators of a property by its name. */
export function printModel(
  model: Model,
  { added }: Surroundings,
  decorated: (property: string) => readonly string[] = () => [],
): string {
  const properties = [...model.properties.values()].map(
    (property) => `${printProperty(property, decorated(property.name))};`,
  );
  const [base] = model.bases;
  if (model.others !== undefined) properties.push(`...Record<${printShape(model.others)}>;`);
  return lines(
    doc(model.description),
    added,
    ...(model.discriminator === undefined
      ? []
      : [`@discriminator(${JSON.stringify(model.discriminator)})`]),
    `model ${identifier(model.name)}${base === undefined ? "" : ` extends ${identifier(base)}`} {`,
    properties.join("\n\n"),
    "}",
  );
}

/** A whole enumeration: a union with `string` when values that are not listed may come. */
export function printEnumeration(enumeration: Enumeration, { added }: Surroundings): string {
  const members = [...enumeration.values].map(
    ([value, description]) => `${printEnumerationMember(value, description)},`,
  );
  const head = enumeration.open
    ? [`union ${identifier(enumeration.name)} {`, `${enumeration.base},`]
    : [`enum ${identifier(enumeration.name)} {`];
  return lines(doc(enumeration.description), added, ...head, ...members, "}");
}

/** One value of an enumeration, without the comma. */
export function printEnumerationMember(
  value: string,
  description: string,
  decorators: readonly string[] = [],
): string {
  const name = identifier(value.replaceAll(/[^0-9A-Za-z_]/g, "_"));
  return lines(doc(description), ...decorators, `${name}: ${JSON.stringify(value)}`);
}

/** An operation of an interface whose route is `prefix`. `errors` is what it can fail with. */
export function printOperation(
  operation: Operation,
  prefix: string,
  errors: string,
  { added }: Surroundings,
): string {
  const name = operationName(operation.id);
  const route = operation.path.slice(prefix.length);
  const parameters = [...operation.parameters.values()].map(
    ({ name: wire, place, required, shape, description }) => {
      if (wire === "api-version") return "...ApiVersionParameter,";
      const own = camelCase(wire);
      const argument = place === "header" || own !== wire ? `(${JSON.stringify(wire)})` : "";
      return lines(
        doc(description),
        ...limitsOf(shape),
        `@${place}${argument} ${identifier(own)}${required ? "" : "?"}: ${printShape(shape)},`,
      );
    },
  );
  const { body } = operation;
  if (body !== undefined) {
    const [mediaType = "application/json"] = body.mediaTypes;
    if (mediaType !== "application/json") {
      parameters.push(
        `/** The media type of the body. */\n@header contentType: ${JSON.stringify(mediaType)},`,
      );
    }
    const own = body.shape.kind === "model" ? camelCase(body.shape.name) : "body";
    parameters.push(
      lines(
        doc(body.description),
        `@body ${identifier(own)}${body.required ? "" : "?"}: ${printShape(body.shape)},`,
      ),
    );
  }
  const method = operation.method.toLowerCase();
  const successes = [...operation.responses.values()].filter(({ error }) => !error);
  const answers = successes.map(({ status, shape }) =>
    shape === undefined
      ? `{ @statusCode _: ${status}; }`
      : status === "200"
        ? printShape(shape)
        : `{ @statusCode _: ${status}; @body body: ${printShape(shape)}; }`,
  );
  return lines(
    doc(operation.description),
    added,
    // A patch whose body is what it is, as the other operations of the specification have it.
    method === "patch" ? "@patch(#{ implicitOptionality: false })" : `@${method}`,
    ...(operation.paging === undefined ? [] : ["@list"]),
    ...successes.slice(0, 1).map((one) => `@returnsDoc(${JSON.stringify(one.description)})`),
    ...(route === "" ? [] : [`@route(${JSON.stringify(route)})`]),
    `${identifier(name)}(`,
    ...parameters,
    `): ${[...answers, errors].join(" | ")};`,
  );
}

/** The name of an operation without its group: `listPolls` of `ChatThread_ListPolls`. */
export function operationName(id: string): string {
  return camelCase(id.slice(id.indexOf("_") + 1));
}

/** A shape as a TypeSpec type expression. */
function printShape(shape: Shape): string {
  switch (shape.kind) {
    case "array":
      return `${printShape(shape.items)}[]`;
    case "map":
      return `Record<${printShape(shape.values)}>`;
    case "either":
      return shape.variants.map(printShape).join(" | ");
    case "model":
    case "enum":
    case "union":
      return identifier(shape.name);
    case "value":
      return (
        scalars[`${shape.type} ${shape.format ?? ""}`.trim()] ?? scalars[shape.type] ?? "unknown"
      );
  }
}

const scalars: Readonly<Record<string, string>> = {
  string: "string",
  "string date-time": "utcDateTime",
  "string date": "plainDate",
  "string duration": "duration",
  "string uri": "url",
  "string url": "url",
  "string byte": "bytes",
  integer: "integer",
  "integer int32": "int32",
  "integer int64": "int64",
  number: "float",
  "number float": "float32",
  "number double": "float64",
  boolean: "boolean",
  file: "bytes",
};

const decorators: Readonly<Record<string, string>> = {
  minimum: "minValue",
  maximum: "maxValue",
  minLength: "minLength",
  maxLength: "maxLength",
  minItems: "minItems",
  maxItems: "maxItems",
  pattern: "pattern",
};

function limitsOf(shape: Shape): string[] {
  const limits: Limits = "limits" in shape ? shape.limits : {};
  return Object.entries(limits).flatMap(([keyword, value]) =>
    decorators[keyword] === undefined ? [] : [`@${decorators[keyword]}(${JSON.stringify(value)})`],
  );
}

function doc(text: string): string {
  return text === "" ? "" : `/** ${text.replaceAll("*/", "* /")} */`;
}

function identifier(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) && !reserved.has(name) ? name : `\`${name}\``;
}

const reserved = new Set([
  "unknown",
  "model",
  "enum",
  "union",
  "op",
  "interface",
  "namespace",
  "import",
  "using",
  "alias",
  "extends",
  "is",
  "scalar",
  "void",
  "never",
  "true",
  "false",
  "null",
]);

/** `image-filename` → `imageFilename`, `ListPolls` → `listPolls`. */
function camelCase(name: string): string {
  const joined = name.replaceAll(/[^0-9A-Za-z]+(.)/g, (_, next: string) => next.toUpperCase());
  return joined.charAt(0).toLowerCase() + joined.slice(1);
}

function lines(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("\n");
}
