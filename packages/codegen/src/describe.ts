import {
  $scope,
  createSdkContext,
  createTCGCContext,
  getClientType,
  type SdkContext,
  type SdkHttpOperation,
} from "@azure-tools/typespec-client-generator-core";
import {
  getSourceLocation,
  isArrayModelType,
  navigateProgram,
  type DecoratorContext,
  type Diagnostic,
  type EmitContext,
  type Model,
  type Operation,
  type Program,
  type Type,
  type Union,
} from "@typespec/compiler";
import { getAllHttpServices } from "@typespec/http";
import { $lib, reportDiagnostic } from "./lib.ts";
import type { CodegenOptions } from "./options.ts";

export type Sdk = SdkContext<Record<string, unknown>, SdkHttpOperation>;

/** TCGC derives the language from this name. `ts` applies customizations with the scope "javascript". */
const sdkName = "@acs-chat/typespec-ts";

const tcgc = "@azure-tools/typespec-client-generator-core";

/** Warnings of TCGC about unions that are not enums. This emitter supports them as unions. */
const unionWarnings = /\/union-enums-(invalid-kind|multiple-kind)$/;

/** Errors of TCGC that do not matter here: duplicate names are numbered, and examples are not used. */
const harmless = new Set([`${tcgc}/duplicate-client-name`, `${tcgc}/duplicate-example-file`]);

/**
 * Creates TCGC's model of the service. If TCGC fails on an operation, the operation is reported, or left out with the option
 * `skip-unsupported`. Returns undefined if TCGC still fails.
 */
export async function describeService(
  context: EmitContext<CodegenOptions>,
): Promise<Sdk | undefined> {
  const { program, options } = context;
  const left = new Set<Operation>();
  for (;;) {
    try {
      const sdk = await createSdkContext<Record<string, unknown>, SdkHttpOperation>(
        context as EmitContext<Record<string, unknown>>,
        sdkName,
        { flattenUnionAsEnum: true },
      );
      program.reportDiagnostics(sdk.diagnostics.flatMap(ours));
      return sdk;
    } catch (error) {
      const culprits = findCulprits(program, error).filter((operation) => !left.has(operation));
      const skips = options["skip-unsupported"] === true && culprits.length > 0;
      reportFailure(program, culprits, error, skips);
      if (!skips) return undefined;
      for (const operation of culprits) {
        left.add(operation);
        leaveOut(program, operation);
      }
    }
  }
}

function ours(diagnostic: Diagnostic): readonly Diagnostic[] {
  if (unionWarnings.test(diagnostic.code)) return [];
  return harmless.has(diagnostic.code)
    ? [{ ...diagnostic, severity: "warning" } as Diagnostic]
    : [diagnostic];
}

/** Matches the place in an assertion of the compiler. */
const assertedPlace = /Occurred while compiling code in (.+) near line (\d+)/;

function reportFailure(
  program: Program,
  culprits: readonly Operation[],
  error: unknown,
  skips: boolean,
): void {
  const text = error instanceof Error ? error.message : String(error);
  const reason = `${(text.split("\n")[0] ?? "").replace(/\.$/, "")}.`;
  for (const operation of culprits) {
    const diagnostic = $lib.createDiagnostic({
      code: "unsupported-operation",
      format: { operation: operation.name, reason },
      target: operation,
    });
    program.reportDiagnostic(skips ? { ...diagnostic, severity: "warning" } : diagnostic);
  }
  if (culprits.length > 0) return;
  const endless = findEndlessLists(program);
  for (const type of endless) {
    reportDiagnostic(program, {
      code: "unsupported-service",
      format: {
        reason: `"${type.name}" is a list that contains only itself. Add another type of items.`,
      },
      target: type,
    });
  }
  if (endless.length > 0) return;
  reportDiagnostic(program, {
    code: "unsupported-service",
    format: {
      reason: `${reason} To find the cause, remove models and operations until the service can be emitted.`,
    },
    target: program.getGlobalNamespaceType(),
  });
}

/** Finds lists that contain only themselves. TCGC would follow them endlessly. */
function findEndlessLists(program: Program): readonly (Model | Union)[] {
  const found: (Model | Union)[] = [];
  const check = (type: Model | Union): void => {
    const seen = new Set<Type>();
    for (let at: Type | undefined = type; at !== undefined; at = onlyMember(at)) {
      if (seen.has(at)) {
        if (at === type && type.name !== undefined && type.name !== "Array") found.push(type);
        return;
      }
      seen.add(at);
    }
  };
  navigateProgram(program, { model: check, union: check });
  return found;
}

function onlyMember(type: Type): Type | undefined {
  if (type.kind === "Model") return isArrayModelType(type) ? type.indexer.value : undefined;
  if (type.kind !== "Union") return undefined;
  const [only, ...others] = type.variants.values();
  return others.length === 0 ? only?.type : undefined;
}

/** Finds the operations that TCGC cannot describe, from its assertion or by trying the types of each operation. */
function findCulprits(program: Program, error: unknown): readonly Operation[] {
  const [services] = getAllHttpServices(program);
  const operations = services.flatMap((service) => service.operations);
  const [, path, line] = assertedPlace.exec(error instanceof Error ? error.message : "") ?? [];
  const asserted = operations.find(({ operation }) => {
    const location = getSourceLocation(operation);
    if (location === undefined || location.file.path !== path) return false;
    return location.file.getLineAndCharacterOfPosition(location.pos).line + 1 === Number(line);
  });
  if (asserted !== undefined) return [asserted.operation];
  return operations
    .filter(({ operation }) => !isDescribable(program, operation))
    .map(({ operation }) => operation);
}

function isDescribable(program: Program, operation: Operation): boolean {
  const sdk = createTCGCContext(program, sdkName);
  try {
    for (const property of operation.parameters.properties.values()) {
      getClientType(sdk, property.type, operation);
    }
    getClientType(sdk, operation.returnType, operation);
    return true;
  } catch {
    return false;
  }
}

function leftOut(context: DecoratorContext, operation: Operation): void {
  $scope(context, operation, "!javascript");
}

/** Excludes an operation from TCGC's model, like the decorator in a spec. */
function leaveOut(program: Program, operation: Operation): void {
  leftOut({ program } as DecoratorContext, operation);
  // The decorator is also added to the list, because slicing by API version decorates copies again.
  operation.decorators.push({ decorator: leftOut, args: [] });
}
