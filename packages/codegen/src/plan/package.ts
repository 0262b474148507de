import type {
  SdkClientType,
  SdkContext,
  SdkEnumType,
  SdkHttpOperation,
  SdkModelType,
  SdkUnionType,
} from "@azure-tools/typespec-client-generator-core";
import { getService, type Program } from "@typespec/compiler";
import { shareAnonymousModels } from "./anonymous.ts";
import { nameOperations } from "./function-names.ts";
import { planClients } from "./clients.ts";
import { completeHierarchies, nameOnWire } from "./hierarchies.ts";
import { planEnum, planModel, planUnion } from "./models.ts";
import { NameRegistry } from "./names.ts";
import { nameOf, type NamedType, type Planner } from "./planner.ts";
import { Problems } from "./problems.ts";
import { withoutUnusedUnions } from "./reachable.ts";
import { markShapes } from "./shapes.ts";
import { withoutUnsupported } from "./skipping.ts";
import type { ModelPlan, PackagePlan } from "./types.ts";
import type { Past } from "./versions/past.ts";
import { carryVersions } from "./versions/carry.ts";

export interface PlanOptions {
  /** Present for a package that supports all API versions. The newest stable one is the default. */
  readonly past?: Past;
  /** Names that the emitted code uses for its own helpers. */
  readonly reservedNames: readonly string[];
  /** Leaves out operations that cannot be emitted, with warnings, instead of reporting errors. */
  readonly skipUnsupported?: boolean;
}

type Client = SdkClientType<SdkHttpOperation>;

// Why a plan: docs/decisions/0020-a-plan-between-model-and-text.md
/** Converts TCGC's client model to the plan of a package. */
export function planPackage(
  program: Program,
  sdk: SdkContext<Record<string, unknown>, SdkHttpOperation>,
  options: PlanOptions,
): PackagePlan {
  completeHierarchies(sdk);
  const versions = sdk.sdkPackage.clients[0]?.apiVersions ?? [];
  const planner: Planner = {
    sdk,
    program,
    past: options.past,
    versions,
    names: new NameRegistry(options.reservedNames),
    reservedNames: new Set(options.reservedNames),
    problems: new Problems(),
    typeNames: new Map(),
  };
  const plan = planner.problems.collect(program, () => planAll(planner, options));
  const { found, warnings } = planner.problems;
  program.reportDiagnostics(warnings);
  const skips = options.skipUnsupported === true;
  for (const { owner, diagnostic } of found) {
    const isWarning = skips && owner.kind !== "package";
    program.reportDiagnostic(isWarning ? { ...diagnostic, severity: "warning" } : diagnostic);
  }
  const carried = carryVersions(planner, plan);
  const supported = skips && found.length > 0 ? withoutUnsupported(carried, found) : carried;
  const shared = shareAnonymousModels(planner, supported);
  return withoutUnusedUnions(markShapes(planner, shared));
}

function planAll(planner: Planner, options: PlanOptions): PackagePlan {
  const { sdk, versions } = planner;
  const { clients, models, enums, unions } = sdk.sdkPackage;
  const named = unions.filter((union): union is SdkUnionType => union.kind === "union");
  const modelTypes = collectModels(models);
  // Sorted, so that names do not depend on the order of types in the spec.
  const inOrder = [...modelTypes, ...enums, ...named].toSorted((left, right) =>
    left.crossLanguageDefinitionId < right.crossLanguageDefinitionId ? -1 : 1,
  );
  for (const type of inOrder) nameOf(planner, type);
  const plannedClients = nameOperations(planner, planClients(planner, clients));
  const defaultApiVersion = defaultVersion(versions, options);
  const service = serviceName(sdk);
  return {
    service,
    title: titleOf(planner, clients[0]) ?? service,
    apiVersions: versions,
    ...(defaultApiVersion === undefined ? {} : { defaultApiVersion }),
    clients: plannedClients,
    models: planModels(planner, modelTypes),
    enums: collectEnums(planner, enums),
    unions: collectUnions(planner, named),
  };
}

function ofType<T>(planner: Planner, type: NamedType, plan: () => T): T {
  return planner.problems.during({ kind: "type", name: nameOf(planner, type) }, plan);
}

/** Plans the models, including those that only older versions of a property refer to. */
function planModels(planner: Planner, listed: readonly SdkModelType[]): PackagePlan["models"] {
  const planned = new Map<SdkModelType, ModelPlan>();
  for (let open = listed; open.length > 0; open = open.filter((type) => !planned.has(type))) {
    for (const type of open) {
      if (!listed.includes(type)) nameOnWire(planner.sdk, type);
      planned.set(
        type,
        ofType(planner, type, () => planModel(planner, type)),
      );
    }
    open = [...planner.typeNames.keys()].filter(
      (type): type is SdkModelType => type.kind === "model",
    );
  }
  return [...planned.values()];
}

/** Returns the models in TCGC's order, with subtypes and bases that TCGC does not list. */
function collectModels(models: readonly SdkModelType[]): SdkModelType[] {
  const all = new Set<SdkModelType>();
  const visit = (model: SdkModelType): void => {
    if (all.has(model)) return;
    all.add(model);
    if (model.baseModel !== undefined) visit(model.baseModel);
    for (const subtype of Object.values(model.discriminatedSubtypes ?? {})) visit(subtype);
  };
  for (const model of models) visit(model);
  return [...all];
}

function collectEnums(planner: Planner, listed: readonly SdkEnumType[]): PackagePlan["enums"] {
  const all = new Set<SdkEnumType>(listed);
  for (const type of planner.typeNames.keys()) if (type.kind === "enum") all.add(type);
  return [...all].map((type) => planEnum(planner, type));
}

function collectUnions(planner: Planner, listed: readonly SdkUnionType[]): PackagePlan["unions"] {
  const all = new Set<SdkUnionType>(listed);
  for (const type of planner.typeNames.keys()) if (type.kind === "union") all.add(type);
  return [...all].map((type) => ofType(planner, type, () => planUnion(planner, type)));
}

/** The endings of preview versions. */
const previewVersion = /(preview|alpha|beta|rc)[.\d-]*$/i;

function defaultVersion(versions: readonly string[], options: PlanOptions): string | undefined {
  const newest = versions.at(-1);
  if (options.past === undefined) return newest;
  return versions.findLast((version) => !previewVersion.test(version)) ?? newest;
}

/** Returns the title of the service, or else the name of its client. */
function titleOf({ program }: Planner, client: Client | undefined): string | undefined {
  const [service] = client?.__raw.services ?? [];
  return (service && getService(program, service)?.title) ?? client?.name;
}

function serviceName(sdk: SdkContext<Record<string, unknown>, SdkHttpOperation>): string {
  return sdk.sdkPackage.clients[0]?.namespace ?? sdk.sdkPackage.crossLanguagePackageId ?? "Service";
}
