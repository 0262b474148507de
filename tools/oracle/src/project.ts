import type {
  Answer,
  Contract,
  Model,
  Operation,
  Parameter,
  Property,
  Shape,
} from "@acs-chat/spec-diff";

/**
 * Removes from the contract what the official generated code does not contain: descriptions, limits, security, the
 * width of numbers, and string formats other than dates.
 */
export function projectOnUpstream(contract: Contract): Contract {
  return {
    ...contract,
    description: "",
    security: "",
    operations: mapValues(contract.operations, projectOperation),
    models: mapValues(contract.models, projectModel),
    enums: mapValues(contract.enums, (one) => ({
      ...one,
      description: "",
      values: mapValues(one.values, () => ""),
    })),
  };
}

function projectOperation(operation: Operation): Operation {
  const { body } = operation;
  return {
    ...operation,
    description: "",
    deprecated: false,
    parameters: mapValues(operation.parameters, plain<Parameter>),
    ...(body && { body: plain(body) }),
    responses: mapValues(operation.responses, projectAnswer),
  };
}

function projectAnswer(answer: Answer): Answer {
  const { shape } = answer;
  return {
    ...answer,
    description: "",
    ...(shape && { shape: projectShape(shape) }),
    headers: mapValues(answer.headers, plain),
  };
}

function projectModel(model: Model): Model {
  const { others } = model;
  return {
    ...model,
    description: "",
    properties: mapValues(model.properties, plain<Property>),
    ...(others && { others: projectShape(others) }),
  };
}

function plain<T extends { readonly shape: Shape }>(part: T): T {
  return { ...part, description: "", shape: projectShape(part.shape) };
}

function projectShape(shape: Shape): Shape {
  switch (shape.kind) {
    case "array":
      return { kind: "array", items: projectShape(shape.items), limits: {} };
    case "map":
      return { kind: "map", values: projectShape(shape.values) };
    case "either":
      return { kind: "either", variants: shape.variants.map(projectShape) };
    case "model":
    case "enum":
    case "union":
      return shape;
    case "value": {
      const { format, fallback } = shape;
      const type = format === "binary" ? "file" : shape.type === "integer" ? "number" : shape.type;
      const visible = format === "date-time" || format === "date" || format === "byte";
      return {
        kind: "value",
        type,
        ...(visible && { format }),
        limits: {},
        ...(fallback !== undefined && { fallback }),
      };
    }
  }
}

function mapValues<K, V, W>(map: ReadonlyMap<K, V>, change: (value: V) => W): ReadonlyMap<K, W> {
  return new Map([...map].map(([key, value]) => [key, change(value)]));
}
