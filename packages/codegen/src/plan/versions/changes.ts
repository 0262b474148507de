import {
  listServices,
  type DecoratorApplication,
  type Enum,
  type EnumMember,
  type ModelProperty,
  type Program,
  type Type,
} from "@typespec/compiler";

/** The API versions of the services in a program: the values of each enum of versions, oldest first. */
export type Timelines = ReadonlyMap<Enum, readonly string[]>;

/** A type that can have decorators of the versioning library. */
type Decorated = { readonly decorators: readonly DecoratorApplication[] };

/** A change in an API version. */
interface Change<T> {
  /** The index of the version in its timeline. */
  readonly since: number;
  readonly versions: readonly string[];
  readonly before: T;
}

/** Finds the versions of all services of a program. */
export function findTimelines(program: Program): Timelines {
  const timelines = new Map<Enum, readonly string[]>();
  for (const { type } of listServices(program)) {
    for (const { args } of named(type, "@versioned")) {
      const versions = args[0]?.value;
      if (versions !== undefined && "kind" in versions && versions.kind === "Enum") {
        timelines.set(versions, [...versions.members.values()].map(versionOf));
      }
    }
  }
  return timelines;
}

function versionOf(member: EnumMember): string {
  return String(member.value ?? member.name);
}

function named(type: Decorated, name: string): readonly DecoratorApplication[] {
  return type.decorators.filter(({ definition }) => definition?.name === name);
}

/** Returns the changes of decorators with one name, oldest first, without those for versions of other services. */
function changes<T>(
  timelines: Timelines,
  type: Decorated,
  decorator: string,
  before: (application: DecoratorApplication) => T,
): readonly Change<T>[] {
  return named(type, decorator)
    .flatMap((application) => {
      const member = application.args[0]?.value;
      if (member === undefined || !("kind" in member) || member.kind !== "EnumMember") return [];
      const versions = timelines.get(member.enum);
      if (versions === undefined) return [];
      return [
        { since: versions.indexOf(versionOf(member)), versions, before: before(application) },
      ];
    })
    .toSorted((left, right) => left.since - right.since);
}

/** Returns the earlier names. */
export function renames(timelines: Timelines, type: Decorated): readonly Change<string>[] {
  return changes(timelines, type, "@renamedFrom", ({ args }) => String(args[1]?.jsValue));
}

/** Returns the earlier types of a property, or of the response of an operation. */
export function typeChanges(timelines: Timelines, type: Decorated): readonly Change<Type>[] {
  return ["@typeChangedFrom", "@returnTypeChangedFrom"].flatMap((decorator) =>
    changes(timelines, type, decorator, ({ args }) => args[1]?.value as Type),
  );
}

/** Returns the value in a version: that before the first later change, or the current value. */
export function at<T>(changed: readonly Change<T>[], version: number, now: T): T {
  return changed.find(({ since }) => since > version)?.before ?? now;
}

/** Returns the API versions in which something differs from the newest version, grouped in runs of equal ones. */
export function earlierRuns(
  ...changed: readonly (readonly Change<unknown>[])[]
): readonly { readonly index: number; readonly versions: readonly string[] }[] {
  const all = changed.flat();
  const [first] = all;
  if (first === undefined) return [];
  const bounds = [...new Set(all.map(({ since }) => since))]
    .filter((since) => since > 0)
    .toSorted((left, right) => left - right);
  return bounds.map((bound, position) => {
    const start = bounds[position - 1] ?? 0;
    return { index: start, versions: first.versions.slice(start, bound) };
  });
}

/** Whether something exists in a version, according to its own decorators. */
function isThere(timelines: Timelines, type: Decorated, version: number): boolean {
  const events = [
    ...changes(timelines, type, "@added", () => true),
    ...changes(timelines, type, "@removed", () => false),
  ].toSorted((left, right) => left.since - right.since);
  const [first] = events;
  return events.findLast(({ since }) => since <= version)?.before ?? first?.before !== true;
}

/** The API versions that require a property, and those that do not. */
export interface Needs {
  readonly lenient: readonly string[];
  readonly strict: readonly string[];
}

/**
 * For a property that is not required in all versions that have its owner: the versions in which it is optional or
 * missing, and those in which it is required. Empty for a property that is the same in all versions.
 */
export function needs(
  timelines: Timelines,
  property: ModelProperty,
  owners: readonly Decorated[],
): Needs {
  const states = [
    ...changes(timelines, property, "@madeOptional", () => false),
    ...changes(timelines, property, "@madeRequired", () => true),
  ].toSorted((left, right) => left.since - right.since);
  const [event] = [
    ...states,
    ...changes(timelines, property, "@added", () => true),
    ...changes(timelines, property, "@removed", () => true),
  ];
  const lenient: string[] = [];
  const strict: string[] = [];
  for (const [index, version] of (event?.versions ?? []).entries()) {
    if (!owners.every((owner) => isThere(timelines, owner, index))) continue;
    const isNeeded = isThere(timelines, property, index) && !at(states, index, property.optional);
    (isNeeded ? strict : lenient).push(version);
  }
  return { lenient, strict };
}

/** Returns the versions that have the owner of a property, but not the property. */
export function versionsWithout(
  timelines: Timelines,
  property: ModelProperty,
  owners: readonly Decorated[],
): readonly string[] {
  const [event] = [
    ...changes(timelines, property, "@added", () => true),
    ...changes(timelines, property, "@removed", () => true),
  ];
  return (event?.versions ?? []).filter(
    (_, index) =>
      !isThere(timelines, property, index) &&
      owners.every((owner) => isThere(timelines, owner, index)),
  );
}
