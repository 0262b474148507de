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

/** A type that decorators of the versioning library can be on. */
type Decorated = { readonly decorators: readonly DecoratorApplication[] };

/** Something that came with an API version. */
interface Change<T> {
  /** The index of the version in its timeline. */
  readonly since: number;
  readonly versions: readonly string[];
  readonly before: T;
}

/** The timelines of all services of a program that have API versions. */
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

/** What decorators of one name tell, oldest first; those about versions of other services than ours are left out. */
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

/** The names that something had before. */
export function renames(timelines: Timelines, type: Decorated): readonly Change<string>[] {
  return changes(timelines, type, "@renamedFrom", ({ args }) => String(args[1]?.jsValue));
}

/** The types that a property, or the response of an operation, had before. */
export function typeChanges(timelines: Timelines, type: Decorated): readonly Change<Type>[] {
  return ["@typeChangedFrom", "@returnTypeChangedFrom"].flatMap((decorator) =>
    changes(timelines, type, decorator, ({ args }) => args[1]?.value as Type),
  );
}

/** What something was in a version: what the first change after it says, or what it is now. */
export function at<T>(changed: readonly Change<T>[], version: number, now: T): T {
  return changed.find(({ since }) => since > version)?.before ?? now;
}

/** The API versions in which something differs from what it is in the newest one, in runs of equal ones. */
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

/** Whether something is there in a version, by the decorators on it. */
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
 * Of the versions that have what a required property belongs to, those in which it is missing or may be, and those in
 * which it must be there; no versions for a property that is the same in all.
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

/** The versions in which a property is not there, although what it belongs to is. */
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
