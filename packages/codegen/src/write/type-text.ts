import { isIdentifier } from "../plan/names.ts";
import type { ModelPlan, PackagePlan, PropertyPlan, Shape, TypePlan } from "../plan/types.ts";
import {
  allShapes,
  isPartial,
  isPatch,
  isPresentIn,
  itemShape,
  shapeSuffixes,
} from "../plan/shape.ts";
import { typesOf } from "../plan/versions/types.ts";
import type { Layout } from "./layout.ts";
import type { SourceFile } from "./source-file.ts";

/** The file with the interfaces of models, enums and unions. */
export const modelsPath = "models.ts";

/** For files that use many models: a namespace import. */
export const modelsNamespace: ReadonlyMap<string, string> = new Map([[modelsPath, "models"]]);

/** Writes types as TypeScript, with the face for responses, requests or merge patches. */
export class TypeText {
  readonly #models: ReadonlyMap<string, ModelPlan>;
  readonly #unions: ReadonlyMap<string, PackagePlan["unions"][number]>;
  readonly #taken: ReadonlySet<string>;
  readonly #differences = new Map<string, boolean>();
  readonly #faces = new Map<string, readonly Shape[]>();

  readonly #layout: Layout;

  constructor(plan: PackagePlan, layout: Layout) {
    this.#layout = layout;
    this.#models = new Map(plan.models.map((model) => [model.name, model]));
    this.#unions = new Map(plan.unions.map((union) => [union.name, union]));
    this.#taken = new Set([...plan.models, ...plan.enums, ...plan.unions].map(({ name }) => name));
  }

  /** Returns the shape whose face has the model's name without a suffix. */
  primaryShape(name: string): Shape {
    const shapes = this.#shapesOf(name);
    return allShapes.find((shape) => shapes.includes(shape)) ?? "output";
  }

  /** Returns the shapes with separate faces: the primary one, and those that differ from all earlier ones. */
  faces(name: string): readonly Shape[] {
    const known = this.#faces.get(name);
    if (known !== undefined) return known;
    const shapes = this.#shapesOf(name);
    const faces: Shape[] = [];
    for (const shape of allShapes) {
      if (!shapes.includes(shape)) continue;
      if (faces.every((face) => this.#differ(name, face, shape))) faces.push(shape);
    }
    const result = faces.length === 0 ? (["output"] as const) : faces;
    this.#faces.set(name, result);
    return result;
  }

  /** Returns the shape whose face a shape shares. */
  faceOf(name: string, shape: Shape): Shape {
    const faces = this.faces(name);
    return (
      faces.find((face) => face === shape || !this.#differ(name, face, shape)) ?? faces[0] ?? shape
    );
  }

  /**
   * Returns the shape in which requests with a face are written. It has the properties that at least one of these
   * requests sends.
   */
  requestShape(name: string, face: Shape): Shape {
    const shapes = this.#shapesOf(name).filter(
      (shape) => shape !== "output" && this.faceOf(name, shape) === face,
    );
    const [only, ...others] = shapes;
    if (only === undefined || others.length === 0) return only ?? face;
    // This shape has the properties of both create and update requests.
    const isCommon = shapes.every((shape) => ["create", "update", "input"].includes(shape));
    return isCommon ? "input" : face;
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

  /** Imports a type by its name or the name of one of its faces. */
  named(file: SourceFile, type: string, name: string): string {
    const own = this.#layout.pathOf(modelsPath, type);
    const isWithTypes = file.path.startsWith(modelsPath.replace(/\.ts$/, "/"));
    return file.type(isWithTypes ? own : modelsPath, name);
  }

  /** Returns the name of a model's or union's face. */
  faceName(name: string, shape: Shape): string {
    const face = this.faceOf(name, shape);
    if (face === this.faces(name)[0]) return name;
    const suffixed = `${name}${shapeSuffixes[face]}`;
    return this.#taken.has(suffixed) ? `${suffixed}Shape` : suffixed;
  }

  /** Whether a model differs between two shapes, directly or in the types it refers to. */
  #differ(name: string, left: Shape, right: Shape): boolean {
    const key = `${name} ${left} ${right}`;
    const known = this.#differences.get(key);
    if (known !== undefined) return known;
    const visited = new Set<string>();
    const search = (at: string, one: Shape, other: Shape): boolean => {
      if (one === other || visited.has(`${at} ${one} ${other}`)) return false;
      visited.add(`${at} ${one} ${other}`);
      const model = this.#models.get(at);
      if (model === undefined) {
        const variants = this.#unions.get(at)?.variants ?? [];
        return variants.some((type) => searchType(type, one, other));
      }
      return (
        model.properties.some(
          (property) =>
            propertyDiffers(property, one, other) ||
            typesOf(property).some((type) => searchType(type, one, other)),
        ) ||
        (model.additional !== undefined && searchType(model.additional, one, other)) ||
        [model.base, ...(model.discriminator?.subtypes ?? []).map((subtype) => subtype.model)].some(
          (relative) => relative !== undefined && search(relative, one, other),
        )
      );
    };
    const searchType = (type: TypePlan, one: Shape, other: Shape): boolean => {
      switch (type.kind) {
        case "array":
          return searchType(type.of, itemShape(one), itemShape(other));
        case "record":
          return isPatch(one) !== isPatch(other) || searchType(type.of, one, other);
        case "nullable":
        case "part":
          return searchType(type.of, one, other);
        case "tuple":
          return type.of.some((element) => searchType(element, one, other));
        case "bytes":
          return type.encode === "raw" && (one === "output") !== (other === "output");
        case "model":
        case "union":
          return search(type.ref, one, other);
        default:
          return false;
      }
    };
    const result = search(name, left, right);
    this.#differences.set(key, result);
    return result;
  }

  #inAlias = false;

  /** Writes a type inside the declaration of a type that it may refer to. */
  aliasText(file: SourceFile, type: TypePlan, shape: Shape): string {
    this.#inAlias = true;
    try {
      return this.text(file, type, shape);
    } finally {
      this.#inAlias = false;
    }
  }

  /** Writes the type of a property or an argument as a union of its types in all API versions. */
  joinedText(file: SourceFile, types: readonly TypePlan[], shape: Shape): string {
    return [...new Set(types.map((type) => this.text(file, type, shape)))].join(" | ");
  }

  /** Writes a type as TypeScript. Named types are imported into `file`. */
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
        const inner = this.text(file, type.of, itemShape(shape));
        return /^[\w$.]+$/.test(inner) ? `${inner}[]` : `(${inner})[]`;
      }
      case "record": {
        const inner = this.text(file, type.of, shape);
        const values = isPatch(shape) && !inner.includes("null") ? `${inner} | null` : inner;
        // A type alias may refer to itself in an object type, but not in a type argument.
        return this.#inAlias ? `{ [name: string]: ${values} }` : `Record<string, ${values}>`;
      }
      case "tuple":
        return `[${type.of.map((element) => this.text(file, element, shape)).join(", ")}]`;
      case "nullable":
        return `${this.text(file, type.of, shape)} | null`;
      case "part": {
        const body =
          type.isFile && type.of.kind === "bytes"
            ? file.helperType("FileUpload")
            : this.text(file, type.of, shape);
        const headers = type.headers.map(
          ({ name, type: header, optional }) =>
            `${propertyKey(name)}${optional ? "?" : ""}: ${this.text(file, header, shape)}`,
        );
        return type.isFile
          ? `${body} & { ${headers.join("; ")} }`
          : `{ ${[`body: ${body}`, ...headers].join("; ")} }`;
      }
      case "model":
      case "union":
        return this.named(file, type.ref, this.faceName(type.ref, shape));
      case "enum":
        return this.named(file, type.ref, type.ref);
      default:
        return type.kind;
    }
  }
}

function propertyDiffers(property: PropertyPlan, left: Shape, right: Shape): boolean {
  if (isPresentIn(property, left) !== isPresentIn(property, right)) return !property.optional;
  if (!isPresentIn(property, left)) return false;
  if (!property.optional && !property.discriminator && isPartial(left) !== isPartial(right))
    return true;
  return property.optional && property.type.kind !== "nullable" && isPatch(left) !== isPatch(right);
}

/** Returns the names of models and unions that a type refers to. */
function references(type: TypePlan): readonly string[] {
  switch (type.kind) {
    case "model":
    case "union":
      return [type.ref];
    case "array":
    case "record":
    case "nullable":
    case "part":
      return references(type.of);
    case "tuple":
      return type.of.flatMap(references);
    default:
      return [];
  }
}

/** Writes a property's name for an interface or object literal. */
export function propertyKey(name: string): string {
  return isIdentifier(name) ? name : JSON.stringify(name);
}

/** Writes the access to a property of an expression that can be undefined. */
export function optionalAccess(object: string, name: string): string {
  return isIdentifier(name) ? `${object}?.${name}` : `${object}?.[${JSON.stringify(name)}]`;
}

/** Writes an expression so that a property can be accessed on it. */
export function grouped(value: string): string {
  return /^[\w$.?]+$/.test(value) ? value : `(${value})`;
}

/**
 * Writes the access to a property of a JSON object, whose type has an index signature. Angular's configuration, among
 * others, requires brackets for it.
 */
export function jsonAccess(object: string, name: string): string {
  return `${object}[${JSON.stringify(name)}]`;
}

/** Writes the access to a property of an expression. */
export function access(object: string, name: string): string {
  return isIdentifier(name) ? `${object}.${name}` : `${object}[${JSON.stringify(name)}]`;
}
