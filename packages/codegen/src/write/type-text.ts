import { isIdentifier } from "../plan/names.ts";
import type { ModelPlan, PackagePlan, PropertyPlan, Shape, TypePlan } from "../plan/types.ts";
import type { SourceFile } from "./source-file.ts";

/** Where the interfaces of models, enums and unions are. */
export const modelsPath = "models.ts";

/** Writes types as TypeScript, in the face that they have for answers, requests or merge patches. */
export class TypeText {
  readonly #models: ReadonlyMap<string, ModelPlan>;
  readonly #unions: ReadonlyMap<string, PackagePlan["unions"][number]>;
  readonly #taken: ReadonlySet<string>;
  readonly #differences = new Map<string, boolean>();

  constructor(plan: PackagePlan) {
    this.#models = new Map(plan.models.map((model) => [model.name, model]));
    this.#unions = new Map(plan.unions.map((union) => [union.name, union]));
    this.#taken = new Set([...plan.models, ...plan.enums, ...plan.unions].map(({ name }) => name));
  }

  /** The shape whose face has the model's plain name. */
  primaryShape(name: string): Shape {
    const shapes = this.#shapesOf(name);
    return (
      (["output", "input", "patch"] as const).find((shape) => shapes.includes(shape)) ?? "output"
    );
  }

  /** Shapes that need a face of their own besides the primary one. */
  otherShapes(name: string): readonly Shape[] {
    const primary = this.primaryShape(name);
    return this.#shapesOf(name).filter((shape) => shape !== primary && this.#differs(name, shape));
  }

  #shapesOf(name: string): readonly Shape[] {
    const model = this.#models.get(name);
    if (model !== undefined) return model.shapes;
    const shapes = new Set<Shape>();
    for (const variant of this.#unions.get(name)?.variants ?? []) {
      for (const ref of references(variant)) {
        for (const shape of this.#models.get(ref)?.shapes ?? []) shapes.add(shape);
      }
    }
    return [...shapes];
  }

  /** The name of a model's or union's face. */
  faceName(name: string, shape: Shape): string {
    if (!this.otherShapes(name).includes(shape)) return name;
    const suffixed = `${name}${shape === "patch" ? "Patch" : "Input"}`;
    return this.#taken.has(suffixed) ? `${suffixed}Shape` : suffixed;
  }

  /** Whether a face differs from the primary one, by itself or by what it refers to. */
  #differs(name: string, shape: Shape): boolean {
    const key = `${name} ${shape}`;
    const known = this.#differences.get(key);
    if (known !== undefined) return known;
    const visited = new Set<string>();
    const search = (at: string): boolean => {
      if (visited.has(at)) return false;
      visited.add(at);
      const model = this.#models.get(at);
      const primary = this.primaryShape(at);
      if (model === undefined) {
        return (this.#unions.get(at)?.variants ?? []).some((type) => references(type).some(search));
      }
      if (model.properties.some((property) => propertyDiffers(property, primary, shape)))
        return true;
      const next = [
        ...model.properties.flatMap((property) =>
          shape === "patch" && property.type.kind === "array" ? [] : references(property.type),
        ),
        ...(model.additional === undefined ? [] : references(model.additional)),
        ...(model.base === undefined ? [] : [model.base]),
        ...(model.discriminator?.subtypes ?? []).map((subtype) => subtype.model),
      ];
      return next.some(search);
    };
    const result = search(name);
    this.#differences.set(key, result);
    return result;
  }

  /** A type as TypeScript; named types are imported into `file`. */
  text(file: SourceFile, type: TypePlan, shape: Shape): string {
    switch (type.kind) {
      case "literal":
        return JSON.stringify(type.value);
      case "date":
        return "Date";
      case "bytes":
        if (type.encode !== "raw" || shape === "output") return "Uint8Array";
        return type.upload === true
          ? `${file.helperType("FileContents")} | ${file.helperType("FileUpload")}`
          : file.helperType("FileContents");
      case "text":
        return type.of;
      case "duration":
        return type.unit === "iso" ? "string" : "number";
      case "array": {
        const inner = this.text(file, type.of, shape === "patch" ? "input" : shape);
        return /^[\w$]+$/.test(inner) ? `${inner}[]` : `(${inner})[]`;
      }
      case "record": {
        const inner = this.text(file, type.of, shape);
        const values = shape === "patch" && !inner.includes("null") ? `${inner} | null` : inner;
        return `Record<string, ${values}>`;
      }
      case "tuple":
        return `[${type.of.map((element) => this.text(file, element, shape)).join(", ")}]`;
      case "nullable":
        return `${this.text(file, type.of, shape)} | null`;
      case "model":
      case "union":
        return file.type(modelsPath, this.faceName(type.ref, shape));
      case "enum":
        return file.type(modelsPath, type.ref);
      default:
        return type.kind;
    }
  }
}

function propertyDiffers(property: PropertyPlan, primary: Shape, shape: Shape): boolean {
  const present = (at: Shape): boolean => (at === "output" ? property.readable : property.writable);
  if (present(primary) !== present(shape)) return !property.optional;
  if (!present(shape)) return false;
  const nullablePatch = property.optional && property.type.kind !== "nullable";
  return (
    (primary === "patch") !== (shape === "patch") &&
    (nullablePatch || property.type.kind === "record")
  );
}

/** Names of models and unions that a type mentions. */
export function references(type: TypePlan): readonly string[] {
  switch (type.kind) {
    case "model":
    case "union":
      return [type.ref];
    case "array":
    case "record":
    case "nullable":
      return references(type.of);
    case "tuple":
      return type.of.flatMap(references);
    default:
      return [];
  }
}

/** A property's name as it stands in an interface or object literal. */
export function propertyKey(name: string): string {
  return isIdentifier(name) ? name : JSON.stringify(name);
}

/** Access to a property of an expression. */
export function access(object: string, name: string): string {
  return isIdentifier(name) ? `${object}.${name}` : `${object}[${JSON.stringify(name)}]`;
}
