import { assertNever } from "../plan/assert-never.ts";
import { isPatch, itemShape } from "../plan/shape.ts";
import type { Shape, TypePlan } from "../plan/types.ts";
import { isLeaf } from "../plan/wire/codecs.ts";
import { jsonReaderOf, jsonWriterOf } from "./codecs.ts";
import { readerName, writerNameOf } from "./function-names.ts";
import type { Layout } from "./layout.ts";
import { readersPath, writersPath } from "./paths.ts";
import type { SourceFile } from "./source-file.ts";
import { textReader, wholeText } from "./texts.ts";
import type { TypeAnalysis } from "./type-analysis.ts";
import type { TypeText } from "./type-text.ts";

type OfKind<Kind extends TypePlan["kind"]> = Extract<TypePlan, { readonly kind: Kind }>;

/** Writes the expressions that convert between the client's form and JSON, and records the functions that they call. */
export class Converters {
  /** Models and unions whose readers or writers are used. */
  readonly readers = new Set<string>();
  readonly writers = new Set<string>();
  /** Models and unions, with their faces, that are distinguished before they are written. */
  readonly guards = new Set<string>();

  readonly #analysis: TypeAnalysis;
  readonly #layout: Layout;
  readonly #types: TypeText;

  constructor(analysis: TypeAnalysis, layout: Layout, types: TypeText) {
    this.#analysis = analysis;
    this.#layout = layout;
    this.#types = types;
  }

  /** Writes a reader for a type: an expression for a function of the value and the walk. */
  reader(file: SourceFile, type: TypePlan): string {
    if (this.#analysis.isVersionedEnum(type)) return this.#namedReader(file, type);
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
        return this.#namedReader(file, type);
      case "union":
        return this.#analysis.needsReading(type)
          ? this.#namedReader(file, type)
          : file.helper("readAnything");
      case "unknown":
        return file.helper("readAnything");
      default:
        return assertNever(type);
    }
  }

  #namedReader(file: SourceFile, type: OfKind<"model" | "union" | "enum">): string {
    if (!this.#analysis.needsReading(type)) return file.helper("readObject");
    this.readers.add(type.ref);
    return file.value(this.#layout.pathOf(readersPath, type.ref), readerName(type.ref));
  }

  /** Writes a writer for a type: an expression for a function of the value; undefined if JSON.stringify is enough. */
  writer(file: SourceFile, type: TypePlan, shape: Shape): string | undefined {
    if (!this.#analysis.needsWriting(type, shape)) return undefined;
    if (this.#analysis.isVersionedEnum(type)) {
      this.writers.add(type.ref);
      return `${file.value(writersPath, writerNameOf(type.ref))}(context)`;
    }
    if (isLeaf(type)) return file.helper(jsonWriterOf(type) ?? "");
    switch (type.kind) {
      case "array":
        return this.#arrayWriter(file, type, shape);
      case "tuple":
        return this.#tupleWriter(file, type, shape);
      case "record":
        return this.#recordWriter(file, type, shape);
      case "part":
        return this.writer(file, type.of, shape);
      case "nullable": {
        const inner = this.writer(file, type.of, shape) ?? "";
        const parameter = `(value: ${this.#types.text(file, type, shape)})`;
        return `(${parameter} => ${file.helper("maybe")}(value, ${inner}))`;
      }
      case "model":
      case "union":
        return this.#namedWriter(file, type, shape);
      case "unknown":
        return undefined;
      default:
        return assertNever(type);
    }
  }

  #arrayWriter(file: SourceFile, type: OfKind<"array">, shape: Shape): string {
    const parameter = `(values: ${this.#types.text(file, type, shape)})`;
    if (type.text !== undefined) {
      return `(${parameter} => ${wholeText(file, type.text, "values", false)})`;
    }
    const inner = this.writer(file, type.of, itemShape(shape));
    const items = inner === undefined ? "values" : `values.map((value) => ${inner}(value))`;
    return `(${parameter} => ${items})`;
  }

  #tupleWriter(file: SourceFile, type: OfKind<"tuple">, shape: Shape): string {
    const elements = type.of.map((element, index) => {
      const inner = this.writer(file, element, shape);
      return inner === undefined ? `values[${index}]` : `${inner}(values[${index}])`;
    });
    const parameter = `(values: ${this.#types.text(file, type, shape)})`;
    return `(${parameter} => [${elements.join(", ")}])`;
  }

  #recordWriter(file: SourceFile, type: OfKind<"record">, shape: Shape): string {
    const inner = this.writer(file, type.of, shape) ?? "";
    const each = isPatch(shape) ? `(value) => ${file.helper("maybe")}(value, ${inner})` : inner;
    const parameter = `(values: ${this.#types.text(file, type, shape)})`;
    return `(${parameter} => ${file.helper("writeRecord")}(values, ${each}))`;
  }

  #namedWriter(file: SourceFile, { ref }: OfKind<"model" | "union">, shape: Shape): string {
    this.writers.add(`${ref} ${this.#types.faceOf(ref, shape)}`);
    const name = file.value(
      this.#layout.pathOf(writersPath, ref),
      writerNameOf(this.#types.faceName(ref, shape)),
    );
    return this.#analysis.isVersioned(ref) ? `${name}(context)` : name;
  }
}
