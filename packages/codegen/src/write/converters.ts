import type {
  ModelPlan,
  PackagePlan,
  PropertyPlan,
  Shape,
  TypePlan,
  UnionPlan,
} from "../plan/types.ts";
import { isPatch, isPresentIn, itemShape } from "../plan/shape.ts";
import { typesOf } from "../plan/versions/types.ts";
import { assertNever } from "../plan/assert-never.ts";
import { isLeaf } from "../plan/wire/codecs.ts";
import { isConverted, jsonReaderOf, jsonWriterOf } from "./codecs.ts";
import { readerName, writerNameOf } from "./function-names.ts";
import type { Layout } from "./layout.ts";
import type { SourceFile } from "./source-file.ts";
import { readersPath, writersPath } from "./paths.ts";
import { textReader, wholeText } from "./texts.ts";
import { versionedTypes } from "./versions.ts";

/**
 * Decides which types must be converted between the client's form and JSON, and writes the expressions for it. Models
 * that are equal in both forms get no writer.
 */
export class Converters {
  readonly #models: ReadonlyMap<string, ModelPlan>;
  readonly #unions: ReadonlyMap<string, UnionPlan>;
  readonly #enums: ReadonlyMap<string, PackagePlan["enums"][number]>;
  readonly #versioned: ReadonlySet<string>;
  readonly #writes = new Map<string, boolean>();
  readonly #checks = new Map<string, boolean>();
  /** Models and unions whose readers or writers are used. */
  readonly readers = new Set<string>();
  readonly writers = new Set<string>();
  /** Models and unions, with their faces, that must be told apart before they are written. */
  readonly guards = new Set<string>();

  readonly #layout: Layout;

  constructor(plan: PackagePlan, layout: Layout) {
    this.#layout = layout;
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

  /** Writes a reader for a type: an expression for a function of the value and the walk. */
  reader(file: SourceFile, type: TypePlan): string {
    if (this.isVersionedEnum(type)) return this.#namedReader(file, type.ref);
    if (isLeaf(type)) return file.helper(jsonReaderOf(type));
    switch (type.kind) {
      case "array":
        return type.text === undefined
          ? `${file.helper("arrayOf")}(${this.reader(file, type.of)})`
          : textReader(file, type.text);
      case "record":
        return `${file.helper("recordOf")}(${this.reader(file, type.of)})`;
      case "tuple":
        return `${file.helper("tupleOf")}([${type.of.map((element) => this.reader(file, element)).join(", ")}])`;
      case "part":
        return this.reader(file, type.of);
      case "nullable":
        return `${file.helper("orNull")}(${this.reader(file, type.of)})`;
      case "model":
        return this.#namedReader(file, type.ref);
      case "union":
        return this.#unionNeedsReading(type.ref)
          ? this.#namedReader(file, type.ref)
          : file.helper("readAnything");
      case "unknown":
        return file.helper("readAnything");
      default:
        return assertNever(type);
    }
  }

  #namedReader(file: SourceFile, name: string): string {
    const kind = this.#models.has(name) ? "model" : this.#unions.has(name) ? "union" : "enum";
    if (!this.needsReading({ kind, ref: name })) return file.helper("readObject");
    this.readers.add(name);
    return file.value(this.#layout.pathOf(readersPath, name), readerName(name));
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

  /** Writes a writer for a type: an expression for a function of the value; undefined if JSON.stringify is enough. */
  writer(file: SourceFile, type: TypePlan, shape: Shape): string | undefined {
    if (!this.needsWriting(type, shape)) return undefined;
    if (this.isVersionedEnum(type)) {
      this.writers.add(type.ref);
      return `${file.value(writersPath, writerNameOf(type.ref))}(context)`;
    }
    if (isLeaf(type)) return file.helper(jsonWriterOf(type) ?? "");
    switch (type.kind) {
      case "array": {
        const parameter = `(values: ${this.typeText?.(file, type, shape) ?? "unknown[]"})`;
        if (type.text !== undefined) {
          return `(${parameter} => ${wholeText(file, type.text, "values", false)})`;
        }
        const inner = this.writer(file, type.of, itemShape(shape));
        const items = inner === undefined ? "values" : `values.map((value) => ${inner}(value))`;
        return `(${parameter} => ${items})`;
      }
      case "tuple": {
        const elements = type.of.map((element, index) => {
          const inner = this.writer(file, element, shape);
          return inner === undefined ? `values[${index}]` : `${inner}(values[${index}])`;
        });
        const parameter = `(values: ${this.typeText?.(file, type, shape) ?? "unknown[]"})`;
        return `(${parameter} => [${elements.join(", ")}])`;
      }
      case "record": {
        const inner = this.writer(file, type.of, shape) ?? "";
        const each = isPatch(shape) ? `(value) => ${file.helper("maybe")}(value, ${inner})` : inner;
        return `((values: ${this.typeText?.(file, type, shape) ?? ""}) => ${file.helper("writeRecord")}(values, ${each}))`;
      }
      case "part":
        return this.writer(file, type.of, shape);
      case "nullable": {
        const inner = this.writer(file, type.of, shape) ?? "";
        return `((value: ${this.typeText?.(file, type, shape) ?? ""}) => ${file.helper("maybe")}(value, ${inner}))`;
      }
      case "model":
      case "union": {
        this.writers.add(`${type.ref} ${this.faceOf?.(type.ref, shape) ?? shape}`);
        const name = file.value(
          this.#layout.pathOf(writersPath, type.ref),
          this.writerName?.(type.ref, shape) ?? writerNameOf(type.ref),
        );
        return this.isVersioned(type.ref) ? `${name}(context)` : name;
      }
      case "unknown":
        return undefined;
      default:
        return assertNever(type);
    }
  }

  /** Set by the package's writer, which knows the names of types. */
  typeText: ((file: SourceFile, type: TypePlan, shape: Shape) => string) | undefined;
  writerName: ((name: string, shape: Shape) => string) | undefined;
  faceOf: ((name: string, shape: Shape) => Shape) | undefined;
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
