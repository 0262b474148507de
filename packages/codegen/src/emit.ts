import { emitFile, NoTarget, resolvePath, type EmitContext } from "@typespec/compiler";
import { describeService, type Sdk } from "./describe.ts";
import { foreignFiles } from "./foreign.ts";
import { formatFiles } from "./format.ts";
import { reportDiagnostic } from "./lib.ts";
import type { CodegenOptions } from "./options.ts";
import { selectGroups } from "./plan/groups.ts";
import { markFailures } from "./plan/http/failures.ts";
import { npmName } from "./plan/names.ts";
import { planPackage } from "./plan/package.ts";
import { Past } from "./plan/versions/past.ts";
import { removeStaleFiles } from "./stale.ts";
import { packageFiles } from "./write/package-files.ts";
import { withImportExtension } from "./write/import-extensions.ts";
import { writePackage } from "./write/package.ts";
import { helperNames } from "./write/runtime.ts";
import { modelsNamespace } from "./write/type-text.ts";

/** The TypeSpec emitter: writes the files of a TypeScript client for a compiled program. */
export async function $onEmit(context: EmitContext<CodegenOptions>): Promise<void> {
  // The compiler prints these times with its option --stats.
  const { options, perf, program } = context;
  markFailures(program);
  const past = options["api-version"] === "all" ? new Past(program) : undefined;
  const describe = (): Promise<Sdk | undefined> => describeService(context);
  const sdk = await perf.timeAsync("describe", () =>
    past === undefined ? describe() : past.during(describe),
  );
  if (sdk === undefined || program.hasError()) return;
  if (sdk.sdkPackage.clients.length === 0) {
    reportDiagnostic(program, { code: "no-client", target: program.getGlobalNamespaceType() });
    return;
  }
  checkVersion(context, sdk);
  const whole = perf.time("plan", () =>
    planPackage(program, sdk, {
      ...(past === undefined ? {} : { past }),
      reservedNames: [...helperNames(), ...modelsNamespace.values()],
      skipUnsupported: options["skip-unsupported"] === true,
    }),
  );
  const plan = selectGroups(program, whole, options.groups);
  if (program.hasError() || program.compilerOptions.noEmit === true) return;
  const name = options["package-name"] ?? npmName(plan.service);
  const version = options["package-version"] ?? "0.1.0";
  const userAgent = `${name.replace(/^@/, "").replaceAll("/", "-")}/${version}`;
  const written = perf.time("write", () => writePackage(plan, userAgent));
  const isPackage = options["emit-package-json"] === true;
  const files = isPackage
    ? packageFiles(plan, written, name, version)
    : withImportExtension(written.files, options["import-extension"] ?? "ts");
  const formatted = await perf.timeAsync("format", () => formatFiles(files));
  const foreign = await foreignFiles(program, context.emitterOutputDir, formatted, name);
  for (const file of foreign) {
    reportDiagnostic(program, { code: "foreign-file", format: { file }, target: NoTarget });
  }
  if (foreign.length > 0) return;
  const paths = new Set<string>();
  for (const [path, content] of formatted) {
    const file = resolvePath(context.emitterOutputDir, path);
    paths.add(file);
    await emitFile(program, { path: file, content });
  }
  const root = isPackage ? resolvePath(context.emitterOutputDir, "src") : context.emitterOutputDir;
  await removeStaleFiles(program, root, paths);
}

/** Reports an API version that the service does not have. TCGC would silently use the newest one. */
function checkVersion({ program, options }: EmitContext<CodegenOptions>, sdk: Sdk): void {
  const version = options["api-version"];
  if (version === undefined || version === "latest" || version === "all") return;
  const versions = new Set(sdk.sdkPackage.clients.flatMap(({ apiVersions }) => apiVersions));
  if (versions.has(version)) return;
  reportDiagnostic(program, {
    code: "unknown-api-version",
    format: { version, known: [...versions, "latest", "all"].join(", ") },
    target: program.getGlobalNamespaceType(),
  });
}
