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
import { readerName, writerNameOf } from "./function-names.ts";
import type { Layout } from "./layout.ts";
import type { SourceFile } from "./source-file.ts";
import { versionedTypes } from "./versions.ts";

/** Where the functions are that check answers, and those that write requests. */
export const readersPath = "readers.ts";
export const writersPath = "writers.ts";

/**
 * Decides which types need converting between what the client shows and what JSON holds, and gives the expressions
 * that do it. Models that are the same on both sides get no function for writing.
 */
export class Converters {
  readonly #models: ReadonlyMap<string, ModelPlan>;
  readonly #unions: ReadonlyMap<string, UnionPlan>;
  readonly #enums: ReadonlyMap<string, PackagePlan["enums"][number]>;
  readonly #versioned: ReadonlySet<string>;
  readonly #writes = new Map<string, boolean>();
  readonly #checks = new Map<string, boolean>();
  /** Models and unions whose readers or writers are called for. */
  readonly readers = new Set<string>();
  readonly writers = new Set<string>();

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

  /** True when what stands on the wire for a model, union or enum depends on the API version. */
  isVersioned(name: string): boolean {
    return this.#versioned.has(name);
  }

  /** Properties of a model and of everything it extends, the base's first. */
  allProperties(model: ModelPlan): readonly PropertyPlan[] {
    const base = model.base === undefined ? undefined : this.#models.get(model.base);
    const inherited = base === undefined ? [] : this.allProperties(base);
    const own = new Set(model.properties.map((property) => property.name));
    return [...inherited.filter((property) => !own.has(property.name)), ...model.properties];
  }

  /** The additional properties of a model or of what it extends. */
  additionalOf(model: ModelPlan): TypePlan | undefined {
    const base = model.base === undefined ? undefined : this.#models.get(model.base);
    return model.additional ?? (base === undefined ? undefined : this.additionalOf(base));
  }

  /** True when a value must be changed or copied before JSON.stringify. */
  needsWriting(type: TypePlan, shape: Shape): boolean {
    switch (type.kind) {
      case "date":
        return type.encode !== "rfc3339";
      case "bytes":
      case "text":
        return true;
      case "duration":
        return type.unit !== "iso" && (type.integer || type.text === true);
      case "array":
        return type.delimiter !== undefined || this.needsWriting(type.of, itemShape(shape));
      case "record":
      case "nullable":
        return this.needsWriting(type.of, shape);
      case "tuple":
        return type.of.some((element) => this.needsWriting(element, shape));
      case "enum":
        return this.isVersioned(type.ref);
      case "model":
      case "union":
        return this.#remember(this.#writes, `${type.ref} ${shape}`, () =>
          this.#refNeedsWriting(type.ref, shape),
        );
      default:
        return false;
    }
  }

  /** Looks something recursive up once; while it is being found out, the answer is no. */
  #remember(memory: Map<string, boolean>, key: string, find: () => boolean): boolean {
    const known = memory.get(key);
    if (known !== undefined) return known;
    memory.set(key, false);
    const result = find();
    if (result) {
      memory.set(key, true);
    } else {
      // A "no" inside a cycle may have rested on an open question, so only the whole answer is kept.
      memory.delete(key);
    }
    return result;
  }

  #refNeedsWriting(name: string, used: Shape): boolean {
    const visited = new Set<string>();
    const search = (type: TypePlan, shape: Shape): boolean => {
      if (type.kind === "array" && type.delimiter !== undefined) return true;
      if (type.kind === "array") return search(type.of, itemShape(shape));
      if (type.kind === "record" || type.kind === "nullable") return search(type.of, shape);
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
        (model.additional !== undefined && search(model.additional, shape)) ||
        (model.discriminator?.subtypes ?? []).some((subtype) =>
          search({ kind: "model", ref: subtype.model }, shape),
        )
      );
    };
    return search({ kind: this.#models.has(name) ? "model" : "union", ref: name }, used);
  }

  /** A reader for a type: an expression that is a function of the value and where it was found. */
  reader(file: SourceFile, type: TypePlan): string {
    switch (type.kind) {
      case "date":
        return file.helper(
          { unix: "readUnixTime", rfc7231: "readHttpDate", rfc3339: "readDate" }[type.encode],
        );
      case "bytes":
        return file.helper("readBytes");
      case "text":
        return file.helper(
          type.of === "number"
            ? "readNumberText"
            : type.of === "bigint"
              ? "readBigintText"
              : "readBooleanText",
        );
      case "duration":
        return file.helper(
          type.unit === "iso" ? "readString" : type.text === true ? "readNumberText" : "readNumber",
        );
      case "array":
        return type.delimiter === undefined
          ? `${file.helper("arrayOf")}(${this.reader(file, type.of)})`
          : `${file.helper("readDelimited")}(${JSON.stringify(type.delimiter)})`;
      case "record":
        return `${file.helper("recordOf")}(${this.reader(file, type.of)})`;
      case "nullable":
        return `${file.helper("orNull")}(${this.reader(file, type.of)})`;
      case "model":
        return this.#namedReader(file, type.ref);
      case "union":
        return this.#unionNeedsReading(type.ref)
          ? this.#namedReader(file, type.ref)
          : file.helper("readAnything");
      case "enum":
        if (this.isVersioned(type.ref)) return this.#namedReader(file, type.ref);
        return file.helper(
          this.#enums.get(type.ref)?.numeric === true ? "readNumber" : "readString",
        );
      case "string":
        return file.helper("readString");
      case "number":
        return file.helper("readNumber");
      case "boolean":
        return file.helper("readBoolean");
      case "literal":
        return file.helper(
          typeof type.value === "string"
            ? "readString"
            : typeof type.value === "number"
              ? "readNumber"
              : "readBoolean",
        );
      default:
        return file.helper("readAnything");
    }
  }

  #namedReader(file: SourceFile, name: string): string {
    const kind = this.#models.has(name) ? "model" : this.#unions.has(name) ? "union" : "enum";
    if (!this.needsReading({ kind, ref: name })) return file.helper("readObject");
    this.readers.add(name);
    return file.value(this.#layout.pathOf(readersPath, name), readerName(name));
  }

  /** True for models without a property that a response must have. */
  isOptionalThroughout(type: TypePlan): boolean {
    const model = type.kind === "model" ? this.#models.get(type.ref) : undefined;
    return (
      model !== undefined &&
      this.allProperties(model).every(
        (property) => property.optional || !property.readable || property.metadata === true,
      )
    );
  }

  /** True for properties that a response must have. */
  isRequired(property: PropertyPlan): boolean {
    // What lacks its discriminator is of an unknown kind, and arrives whole like those. Services leave out what only
    // they can set where it says nothing.
    const isExpected = !property.optional || property.lenientIn !== undefined;
    return isExpected && !property.discriminator && property.writable;
  }

  /** True when a reader gives back the very object that it was given. */
  readsInPlace(type: TypePlan): boolean {
    switch (type.kind) {
      case "model":
      case "record":
        return true;
      case "array":
        return type.delimiter === undefined;
      case "nullable":
        return this.readsInPlace(type.of);
      default:
        return false;
    }
  }

  /** True for a single value that the client has in another form than JSON. */
  isConvertedLeaf(type: TypePlan): boolean {
    switch (type.kind) {
      case "date":
      case "bytes":
      case "text":
        return true;
      case "enum":
        return this.isVersioned(type.ref);
      default:
        return type.kind === "duration" && type.text === true;
    }
  }

  /** The JSON type of what is only looked at. */
  scalarOf(type: TypePlan): "string" | "number" | "boolean" | undefined {
    switch (type.kind) {
      case "string":
      case "number":
      case "boolean":
        return type.kind;
      case "enum":
        if (this.isVersioned(type.ref)) return undefined;
        return this.#enums.get(type.ref)?.numeric === true ? "number" : "string";
      case "literal":
        return typeof type.value as "string" | "number" | "boolean";
      case "duration":
        if (type.unit === "iso") return "string";
        return type.text === true ? undefined : "number";
      default:
        return undefined;
    }
  }

  /** True when a value of this type can be of another type than expected. */
  needsChecking(type: TypePlan): boolean {
    switch (type.kind) {
      case "bigint":
      case "tuple":
      case "unknown":
        return false;
      case "nullable":
        return this.needsChecking(type.of);
      case "union":
        return this.needsReading(type);
      default:
        return true;
    }
  }

  /** True when a value of this type has anything in it that is converted or must be there. */
  needsReading(type: TypePlan): boolean {
    switch (type.kind) {
      case "model":
        return this.#remember(this.#checks, type.ref, () => this.#modelNeedsReading(type.ref));
      case "union":
        return this.#unionNeedsReading(type.ref);
      case "array":
      case "record":
      case "nullable":
        return type.kind === "array" && type.delimiter !== undefined
          ? true
          : this.needsReading(type.of);
      case "date":
      case "bytes":
      case "text":
        return true;
      case "enum":
        return this.isVersioned(type.ref);
      case "duration":
        return type.text === true;
      default:
        return false;
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

  /** A union is read when its variants can be told apart: by a discriminator, or because only one needs reading. */
  #unionNeedsReading(name: string): boolean {
    const union = this.#unions.get(name);
    if (union === undefined) return false;
    return this.#remember(this.#checks, `union ${name}`, () =>
      union.variants.some((variant) => this.needsReading(variant)),
    );
  }

  /** A writer for a type: an expression that is a function of the value; nothing if JSON.stringify is enough. */
  writer(file: SourceFile, type: TypePlan, shape: Shape): string | undefined {
    if (!this.needsWriting(type, shape)) return undefined;
    switch (type.kind) {
      case "date":
        return file.helper(type.encode === "unix" ? "writeUnixTime" : "writeHttpDate");
      case "bytes":
        return file.helper(type.encode === "base64url" ? "writeBase64Url" : "writeBase64");
      case "text":
        return file.helper("writeText");
      case "duration":
        return file.helper(type.text === true ? "writeText" : "writeWhole");
      case "array": {
        const inner = this.writer(file, type.of, itemShape(shape));
        const items = inner === undefined ? "values" : `values.map((value) => ${inner}(value))`;
        const parameter = `(values: ${this.typeText?.(file, type, shape) ?? "unknown[]"})`;
        return type.delimiter === undefined
          ? `(${parameter} => ${items})`
          : `(${parameter} => ${items}.join(${JSON.stringify(type.delimiter)}))`;
      }
      case "record": {
        const inner = this.writer(file, type.of, shape) ?? "";
        const each = isPatch(shape) ? `(value) => ${file.helper("maybe")}(value, ${inner})` : inner;
        return `((values: ${this.typeText?.(file, type, shape) ?? ""}) => ${file.helper("writeRecord")}(values, ${each}))`;
      }
      case "nullable": {
        const inner = this.writer(file, type.of, shape) ?? "";
        return `((value: ${this.typeText?.(file, type, shape) ?? ""}) => ${file.helper("maybe")}(value, ${inner}))`;
      }
      case "enum":
        this.writers.add(type.ref);
        return `${file.value(writersPath, writerNameOf(type.ref))}(context)`;
      case "model":
      case "union": {
        this.writers.add(`${type.ref} ${this.faceOf?.(type.ref, shape) ?? shape}`);
        const name = file.value(
          this.#layout.pathOf(writersPath, type.ref),
          this.writerName?.(type.ref, shape) ?? writerNameOf(type.ref),
        );
        return this.isVersioned(type.ref) ? `${name}(context)` : name;
      }
      default:
        return undefined;
    }
  }

  /** Set by the package's writer, which knows how types are spelled. */
  typeText: ((file: SourceFile, type: TypePlan, shape: Shape) => string) | undefined;
  writerName: ((name: string, shape: Shape) => string) | undefined;
  faceOf: ((name: string, shape: Shape) => Shape) | undefined;
}

/** Whether a property is sent under another name, elsewhere, or not at all. */
function differsOnWire(property: PropertyPlan, shape: Shape): boolean {
  return (
    property.metadata === true ||
    !isPresentIn(property, shape) ||
    property.wireName !== property.name ||
    property.earlier !== undefined
  );
}
