import type {
  DecoratedType,
  SdkContext,
  SdkEnumType,
  SdkHttpOperation,
  SdkModelType,
  SdkUnionType,
} from "@azure-tools/typespec-client-generator-core";
import type { DiagnosticTarget, Program, Type } from "@typespec/compiler";
import { NoTarget } from "@typespec/compiler";
import { pascalCase, type NameRegistry } from "./names.ts";
import type { Problems } from "./problems.ts";
import type { Past } from "./versions/past.ts";

/** A named type of the model that the plan refers to. */
export type NamedType = SdkModelType | SdkEnumType | SdkUnionType;

/** What the parts of the planner share while one package is planned. */
export interface Planner {
  readonly sdk: SdkContext<Record<string, unknown>, SdkHttpOperation>;
  readonly program: Program;
  /** What older API versions are like, for a package that speaks all of them. */
  readonly past: Past | undefined;
  /** All API versions of the package, oldest first. */
  readonly versions: readonly string[];
  /** Names of types and of whatever else the package exports. */
  readonly names: NameRegistry;
  /** Names of the helpers that operations call. */
  readonly reservedNames: ReadonlySet<string>;
  /** What cannot be emitted. */
  readonly problems: Problems;
  /** The name that each named type got. */
  readonly typeNames: Map<NamedType, string>;
}

/** The place in the TypeSpec sources to point at when something is wrong with `type`. */
export function targetOf(
  ...candidates: readonly ({ readonly __raw?: unknown } | undefined)[]
): DiagnosticTarget | typeof NoTarget {
  for (const candidate of candidates) {
    const raw = candidate?.__raw as Type | undefined;
    if (raw !== undefined && "entityKind" in raw) return raw;
  }
  return NoTarget;
}

/** The name of a named type, handed out at first sight. */
export function nameOf(planner: Planner, type: NamedType): string {
  const known = planner.typeNames.get(type);
  if (known !== undefined) return known;
  const plain = type.isExactName ? type.name : pascalCase(type.name);
  const namespace = pascalCase(type.namespace.split(".").at(-1) ?? "");
  const name = planner.names.claim(plain, `${namespace}${plain}`, `${plain}Model`);
  planner.typeNames.set(type, name);
  return name;
}

/** API versions for a doc comment: only where they are not all that the package covers. */
export function versionsOf(
  planner: Planner,
  type: { readonly apiVersions: readonly string[] },
): readonly string[] | undefined {
  const covered = planner.versions.filter((version) => type.apiVersions.includes(version));
  return covered.length === 0 || covered.length === planner.versions.length ? undefined : covered;
}

/** Arguments of a decorator on a type, when it is there. */
export function decorator(type: DecoratedType, name: string): Record<string, unknown> | undefined {
  return type.decorators.find((entry) => entry.name === name)?.arguments;
}
