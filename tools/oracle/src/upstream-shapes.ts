import type { Enumeration, Shape } from "@acs-chat/spec-diff";
import { isLiterals, literalsIn } from "./declarations.ts";
import { contractName } from "./names.ts";
import type { Declarations, Mapper, MapperType } from "./upstream-types.ts";

/** Converts mappers to shapes, and collects the enumerations that they use. */
export interface ShapeReader {
  readonly enums: ReadonlyMap<string, Enumeration>;
  /** Returns the shape of a mapped value. `declared` is the TypeScript type, if it is known. */
  shape(mapper: Mapper, declared?: string): Shape;
}

const VALUES: Readonly<Record<string, { readonly type: string; readonly format?: string }>> = {
  String: { type: "string" },
  Uuid: { type: "string" },
  Number: { type: "number" },
  Boolean: { type: "boolean" },
  DateTime: { type: "string", format: "date-time" },
  Date: { type: "string", format: "date" },
  ByteArray: { type: "string", format: "byte" },
  Stream: { type: "file" },
  any: { type: "any" },
};

/** Creates a reader for one package. The names of enumerations come from the declarations, because mappers do not have them. */
export function createShapeReader(declarations: Declarations): ShapeReader {
  const enums = new Map<string, Enumeration>();

  function shape(mapper: Mapper, declared = ""): Shape {
    const { type } = mapper;
    if (mapper.isConstant)
      return value({ type: `constant ${JSON.stringify(mapper.defaultValue)}` });
    switch (type.name) {
      case "Composite":
        return { kind: "model", name: contractName(need(type.className, "className")) };
      case "Sequence":
        return {
          kind: "array",
          items: shape(need(type.element, "element"), declared.replace(/\[\]$/, "")),
          limits: {},
        };
      case "Dictionary":
        return { kind: "map", values: shape(need(type.value, "value")) };
    }
    const name = enumName(type, declared);
    if (name !== undefined) {
      const open = type.name !== "Enum";
      const values = declarations.enums.get(name)?.values ?? [];
      enums.set(name, {
        name,
        base: "string",
        open,
        values: new Map(
          (open ? values : need(type.allowedValues, "allowedValues")).map((one) => [one, ""]),
        ),
        description: "",
      });
      return { kind: "enum", name };
    }
    const known = VALUES[type.name];
    if (!known) throw new Error(`a mapper has the unknown type ${type.name}`);
    return value(known, mapper.defaultValue);
  }

  function enumName(type: MapperType, declared: string): string | undefined {
    if (type.name !== "Enum" && type.name !== "String") return undefined;
    if (declarations.enums.has(declared)) return declared;
    // A discriminator is declared by its values, so the enumeration with these values is its type.
    const values = type.allowedValues ?? (isLiterals(declared) ? literalsIn(declared) : []);
    if (values.length === 0) return undefined;
    const key = JSON.stringify(values);
    return [...declarations.enums].find(([, one]) => JSON.stringify(one.values) === key)?.[0];
  }

  return { enums, shape };
}

function value(
  known: { readonly type: string; readonly format?: string },
  fallback?: unknown,
): Shape {
  return {
    kind: "value",
    type: known.type,
    ...(known.format !== undefined && { format: known.format }),
    limits: {},
    ...(fallback !== undefined && { fallback: JSON.stringify(fallback) }),
  };
}

function need<T>(given: T | undefined, name: string): T {
  if (given === undefined) throw new Error(`a mapper does not have "${name}"`);
  return given;
}
