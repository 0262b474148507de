import type { EnumPlan, PackagePlan, PropertyPlan, TypePlan } from "../plan/types.ts";
import { typesOf } from "../plan/versions/types.ts";
import type { SourceFile } from "./source-file.ts";

/** Returns the names of models, unions and enums whose form on the wire depends on the API version. */
export function versionedTypes({ enums, models, unions }: PackagePlan): ReadonlySet<string> {
  const versioned = new Set<string>();
  const isVersioned = (type: TypePlan): boolean => {
    switch (type.kind) {
      case "array":
      case "record":
      case "nullable":
      case "part":
        return isVersioned(type.of);
      case "tuple":
        return type.of.some(isVersioned);
      case "model":
      case "union":
      case "enum":
        return versioned.has(type.ref);
      default:
        return false;
    }
  };
  for (const { name, values } of enums) {
    if (values.some(({ earlier }) => earlier !== undefined)) versioned.add(name);
  }
  for (let size = -1; size !== versioned.size;) {
    size = versioned.size;
    for (const { additional, base, discriminator, name, properties } of models) {
      const relatives = [base, ...(discriminator?.subtypes ?? []).map(({ model }) => model)];
      const found =
        properties.some((one) => one.earlier !== undefined || typesOf(one).some(isVersioned)) ||
        (additional !== undefined && isVersioned(additional)) ||
        relatives.some((relative) => relative !== undefined && versioned.has(relative));
      if (found) versioned.add(name);
    }
    for (const { name, variants } of unions) {
      if (variants.some(isVersioned)) versioned.add(name);
    }
  }
  return versioned;
}

/** A property in a run of API versions. */
export interface SeenProperty extends PropertyPlan {
  /** Its types in all versions, if they differ. */
  readonly joined?: readonly TypePlan[];
}

/** The properties in a run of API versions; without versions, those of the newest one. */
export interface View {
  readonly versions?: readonly string[];
  readonly properties: readonly SeenProperty[];
}

/** Returns the views of a model's properties, the newest last; only that one if no version differs. */
export function viewsOf(plans: readonly PropertyPlan[]): readonly View[] {
  const properties = plans.map((property): SeenProperty =>
    property.earlier === undefined ? property : { ...property, joined: typesOf(property) },
  );
  const versions = new Set(
    properties.flatMap(({ earlier = [] }) => earlier.flatMap((older) => older.versions)),
  );
  const views = new Map<string, { versions: string[]; properties: readonly SeenProperty[] }>();
  for (const version of versions) {
    const seen = propertiesIn(properties, version);
    const key = JSON.stringify(seen);
    const view = views.get(key) ?? { versions: [], properties: seen };
    views.set(key, view);
    view.versions.push(version);
  }
  return [...views.values(), { properties }];
}

/** Returns the properties in an API version. The name of a missing property can be used by another one. */
function propertiesIn(
  properties: readonly SeenProperty[],
  version: string,
): readonly SeenProperty[] {
  const seen = properties.map((property) => {
    const older = property.earlier?.find(({ versions }) => versions.includes(version));
    return older === undefined
      ? property
      : { ...property, wireName: older.wireName, type: older.type };
  });
  return seen.filter(
    (property) =>
      property.absentIn?.includes(version) !== true ||
      seen.every((other) => other === property || other.wireName !== property.wireName),
  );
}

/** Writes the test whether `context` uses one of the API versions. */
export function speaksText(
  file: SourceFile,
  versions: readonly string[],
  context = "context",
): string {
  const list = versions.map((version) => JSON.stringify(version)).join(", ");
  return `${file.helper("speaks")}(${context}, ${list})`;
}

/** Writes the values of an enum in runs of earlier API versions. */
export function pastValuesText({ values }: EnumPlan): string {
  const runs = new Map<string, { versions: readonly string[]; names: string[] }>();
  const versions = new Set(
    values.flatMap(({ earlier = [] }) => earlier.flatMap((e) => e.versions)),
  );
  for (const version of versions) {
    const names = values.flatMap(({ value, earlier = [] }) => {
      const older = earlier.find((one) => one.versions.includes(version));
      return older === undefined
        ? []
        : [`${JSON.stringify(String(value))}: ${JSON.stringify(older.value)}`];
    });
    const key = names.join(", ");
    const run = runs.get(key);
    runs.set(key, { versions: [...(run?.versions ?? []), version], names });
  }
  const entries = [...runs].map(
    ([names, run]) => `[${JSON.stringify(run.versions)}, { ${names} }]`,
  );
  return `[${entries.join(", ")}]`;
}
