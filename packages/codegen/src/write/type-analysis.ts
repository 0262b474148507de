import { assertNever } from "../plan/assert-never.ts";
import { isPresentIn, itemShape } from "../plan/shape.ts";
import type {
  ModelPlan,
  PackagePlan,
  PropertyPlan,
  Shape,
  TypePlan,
  UnionPlan,
} from "../plan/types.ts";
import { typesOf } from "../plan/versions/types.ts";
import { isLeaf } from "../plan/wire/codecs.ts";
import { isConverted, jsonWriterOf } from "./codecs.ts";
import { versionedTypes } from "./versions.ts";

/**
 * Finds the types of a plan, and decides which of them must be converted between the client's form and JSON. Models
 * that are equal in both forms need no writing.
 */
export class TypeAnalysis {
  readonly #models: ReadonlyMap<string, ModelPlan>;
  readonly #unions: ReadonlyMap<string, UnionPlan>;
  readonly #enums: ReadonlyMap<string, PackagePlan["enums"][number]>;
  readonly #versioned: ReadonlySet<string>;
  readonly #writes = new Map<string, boolean>();
  readonly #checks = new Map<string, boolean>();

  constructor(plan: PackagePlan) {
    this.#models = new Map(plan.models.map((model) => [model.name, model]));
    this.#unions = new Map(plan.unions.map((union) => [union.name, union]));
    this.#enums = new Map(plan.enums.map((type) => [type.name, type]));
    this.#versioned = versionedTypes(plan);
  }

  model(name: string): ModelPlan | undefined {
    return this.#models.get(name);
  }

  union(name: string): UnionPlan | undefined {
    return this.#unions.get(name);
  }

  enum(name: string): PackagePlan["enums"][number] | undefined {
    return this.#enums.get(name);
  }

  /** True if the form of a model, union or enum on the wire depends on the API version. */
  isVersioned(name: string): boolean {
    return this.#versioned.has(name);
  }

  /** True for an enum whose values differ on the wire in some API versions. */
  isVersionedEnum(type: TypePlan): type is Extract<TypePlan, { kind: "enum" }> {
    return type.kind === "enum" && this.isVersioned(type.ref);
  }

  /** Returns the properties of a model and its bases, the base's first. */
  allProperties(model: ModelPlan): readonly PropertyPlan[] {
    const base = model.base === undefined ? undefined : this.#models.get(model.base);
    const inherited = base === undefined ? [] : this.allProperties(base);
    const own = new Set(model.properties.map((property) => property.name));
    return [...inherited.filter((property) => !own.has(property.name)), ...model.properties];
  }

  /** Returns the additional properties of a model or its bases. */
  additionalOf(model: ModelPlan): TypePlan | undefined {
    const base = model.base === undefined ? undefined : this.#models.get(model.base);
    return model.additional ?? (base === undefined ? undefined : this.additionalOf(base));
  }

  /** True if a value must be changed or copied before JSON.stringify. */
  needsWriting(type: TypePlan, shape: Shape): boolean {
    if (this.isVersionedEnum(type)) return true;
    if (isLeaf(type)) return jsonWriterOf(type) !== undefined;
    switch (type.kind) {
      case "array":
        return type.text !== undefined || this.needsWriting(type.of, itemShape(shape));
      case "record":
      case "nullable":
      case "part":
        return this.needsWriting(type.of, shape);
      case "tuple":
        return type.of.some((element) => this.needsWriting(element, shape));
      case "model":
      case "union":
        return this.#remember(this.#writes, `${type.ref} ${shape}`, () =>
          this.#refNeedsWriting(type.ref, shape),
        );
      case "unknown":
        return false;
      default:
        return assertNever(type);
    }
  }

  /** Computes a recursive answer once. While it is being computed, the answer is no. */
  #remember(memory: Map<string, boolean>, key: string, find: () => boolean): boolean {
    const known = memory.get(key);
    if (known !== undefined) return known;
    memory.set(key, false);
    const result = find();
    if (result) {
      memory.set(key, true);
    } else {
      // A "no" inside a cycle may depend on an open question, so only the final answer is kept.
      memory.delete(key);
    }
    return result;
  }

  #refNeedsWriting(name: string, used: Shape): boolean {
    const visited = new Set<string>();
    const search = (type: TypePlan, shape: Shape): boolean => {
      if (type.kind === "array" && type.text !== undefined) return true;
      if (type.kind === "array") return search(type.of, itemShape(shape));
      if (type.kind === "record" || type.kind === "nullable" || type.kind === "part")
        return search(type.of, shape);
      if (type.kind === "tuple") return type.of.some((element) => search(element, shape));
      if (type.kind !== "model" && type.kind !== "union") return this.needsWriting(type, shape);
      if (visited.has(`${type.ref} ${shape}`)) return false;
      visited.add(`${type.ref} ${shape}`);
      const union = this.#unions.get(type.ref);
      if (union !== undefined) return union.variants.some((variant) => search(variant, shape));
      const model = this.#models.get(type.ref);
      if (model === undefined) return false;
      return (
        this.allProperties(model).some(
          (property) =>
            differsOnWire(property, shape) ||
            (isPresentIn(property, shape) && typesOf(property).some((one) => search(one, shape))),
        ) ||
        search(this.additionalOf(model) ?? { kind: "unknown" }, shape) ||
        (model.discriminator?.subtypes ?? []).some((subtype) =>
          search({ kind: "model", ref: subtype.model }, shape),
        )
      );
    };
    return search({ kind: this.#models.has(name) ? "model" : "union", ref: name }, used);
  }

  /** True for models without required properties in responses. */
  isOptionalThroughout(type: TypePlan): boolean {
    const model = type.kind === "model" ? this.#models.get(type.ref) : undefined;
    return (
      model !== undefined &&
      this.allProperties(model).every(
        (property) => property.optional || !property.readable || property.metadata === true,
      )
    );
  }

  /** True for properties that are required in responses. */
  isRequired(property: PropertyPlan): boolean {
    // A model without its discriminator is treated as an unknown kind. Services omit properties that only they can set
    // if there is nothing to report.
    const isExpected = !property.optional || property.lenientIn !== undefined;
    return isExpected && !property.discriminator && property.writable;
  }

  /** True if a reader returns the same object. */
  readsInPlace(type: TypePlan): boolean {
    switch (type.kind) {
      case "model":
      case "record":
        return true;
      case "array":
        return type.text === undefined;
      case "nullable":
        return this.readsInPlace(type.of);
      default:
        return false;
    }
  }

  /** True if a value of this type can have an unexpected type. */
  needsChecking(type: TypePlan): boolean {
    switch (type.kind) {
      case "unknown":
        return false;
      case "tuple":
        return this.needsReading(type);
      case "nullable":
        return this.needsChecking(type.of);
      case "union":
        return this.needsReading(type);
      default:
        return true;
    }
  }

  /** True if a value of this type contains something to convert or to check. */
  needsReading(type: TypePlan): boolean {
    switch (type.kind) {
      case "model":
        return this.#remember(this.#checks, type.ref, () => this.#modelNeedsReading(type.ref));
      case "union":
        return this.#unionNeedsReading(type.ref);
      case "array":
      case "record":
      case "nullable":
        return type.kind === "array" && type.text !== undefined ? true : this.needsReading(type.of);
      case "tuple":
        return type.of.some((element) => this.needsReading(element));
      default:
        return this.isVersionedEnum(type) || (isLeaf(type) && isConverted(type));
    }
  }

  #modelNeedsReading(name: string): boolean {
    const model = this.#models.get(name);
    if (model === undefined) return false;
    return (
      this.allProperties(model).some(
        (property) =>
          property.readable &&
          property.metadata !== true &&
          (this.isRequired(property) ||
            property.wireName !== property.name ||
            property.emptyAsNull === true ||
            property.earlier !== undefined ||
            this.needsChecking(property.type)),
      ) ||
      this.needsChecking(this.additionalOf(model) ?? { kind: "unknown" }) ||
      (model.discriminator?.subtypes ?? []).some((subtype) =>
        this.needsReading({ kind: "model", ref: subtype.model }),
      )
    );
  }

  /** Whether a union is read: if a discriminator identifies its variants, or only one of them needs reading. */
  #unionNeedsReading(name: string): boolean {
    const union = this.#unions.get(name);
    if (union === undefined) return false;
    return this.#remember(this.#checks, `union ${name}`, () =>
      union.variants.some((variant) => this.needsReading(variant)),
    );
  }
}

/** Whether a property is sent with another name, at another place, or not at all. */
function differsOnWire(property: PropertyPlan, shape: Shape): boolean {
  return (
    property.metadata === true ||
    !isPresentIn(property, shape) ||
    property.wireName !== property.name ||
    property.earlier !== undefined
  );
}
