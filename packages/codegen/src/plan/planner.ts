import type {
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

/** The shared state of the planner for one package. */
export interface Planner {
  readonly sdk: SdkContext<Record<string, unknown>, SdkHttpOperation>;
  readonly program: Program;
  /** The older API versions, for a package that supports all of them. */
  readonly past: Past | undefined;
  /** All API versions of the package, oldest first. */
  readonly versions: readonly string[];
  /** Names of types and other exports of the package. */
  readonly names: NameRegistry;
  /** Names of the helpers that operations call. */
  readonly reservedNames: ReadonlySet<string>;
  /** What cannot be emitted. */
  readonly problems: Problems;
  /** The assigned name of each named type. */
  readonly typeNames: Map<NamedType, string>;
}

/** Returns the place in the TypeSpec sources for a diagnostic about `type`. */
export function targetOf(
  ...candidates: readonly ({ readonly __raw?: unknown } | undefined)[]
): DiagnosticTarget | typeof NoTarget {
  for (const candidate of candidates) {
    const raw = candidate?.__raw as Type | undefined;
    if (raw !== undefined && "entityKind" in raw) return raw;
  }
  return NoTarget;
}

/** Returns the name of a named type, and assigns it on first use. */
export function nameOf(planner: Planner, type: NamedType): string {
  const known = planner.typeNames.get(type);
  if (known !== undefined) return known;
  const plain = type.isExactName ? type.name : pascalCase(type.name);
  const namespace = pascalCase(type.namespace.split(".").at(-1) ?? "");
  const others = [`${namespace}${plain}`, `${plain}Model`];
  const wanted = isNameOfBase(planner, plain) ? others : [plain, ...others];
  const name = planner.names.claim(...wanted);
  planner.typeNames.set(type, name);
  return name;
}

/** True for the name of the interface with the common properties of a discriminated model's kinds. */
function isNameOfBase({ sdk }: Planner, name: string): boolean {
  return (
    name.endsWith("Base") &&
    sdk.sdkPackage.models.some(
      (model) =>
        model.discriminatorProperty !== undefined && `${pascalCase(model.name)}Base` === name,
    )
  );
}

/** Returns the API versions for a doc comment; undefined if they are all versions of the package. */
export function versionsOf(
  planner: Planner,
  type: { readonly apiVersions: readonly string[] },
): readonly string[] | undefined {
  const covered = planner.versions.filter((version) => type.apiVersions.includes(version));
  return covered.length === 0 || covered.length === planner.versions.length ? undefined : covered;
}
