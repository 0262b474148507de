import {
  createSdkContext,
  type SdkHttpOperation,
} from "@azure-tools/typespec-client-generator-core";
import { emitFile, resolvePath, type EmitContext } from "@typespec/compiler";
import { formatFiles } from "./format.ts";
import { reportDiagnostic } from "./lib.ts";
import type { CodegenOptions } from "./options.ts";
import { markFailures } from "./plan/http/failures.ts";
import { planPackage } from "./plan/package.ts";
import { kebabCase } from "./plan/names.ts";
import { selectGroups } from "./plan/groups.ts";
import { packageFiles } from "./write/package-files.ts";
import { writePackage } from "./write/package.ts";
import { helperNames } from "./write/runtime.ts";
import { modelsNamespace } from "./write/type-text.ts";

/** TCGC reads the language from this name: `ts` applies customizations that are scoped to "javascript". */
const sdkName = "@acs-chat/typespec-ts";

const unionWarnings = /\/union-enums-(invalid-kind|multiple-kind)$/;

/** The TypeSpec emitter: from the compiled program to the files of a TypeScript client. */
export async function $onEmit(context: EmitContext<CodegenOptions>): Promise<void> {
  const { program, options } = context;
  markFailures(program);
  const sdk = await createSdkContext<Record<string, unknown>, SdkHttpOperation>(
    context as EmitContext<Record<string, unknown>>,
    sdkName,
    { flattenUnionAsEnum: true },
  );
  // TCGC warns of unions that are no enums; here they are unions, and that is fine.
  program.reportDiagnostics(sdk.diagnostics.filter(({ code }) => !unionWarnings.test(code)));
  if (program.hasError()) return;
  if (sdk.sdkPackage.clients.length === 0) {
    reportDiagnostic(program, { code: "no-client", target: program.getGlobalNamespaceType() });
    return;
  }
  const whole = planPackage(program, sdk, {
    allVersions: options["api-version"] === "all",
    reservedNames: [...helperNames(), ...modelsNamespace.values()],
  });
  const plan = selectGroups(program, whole, options.groups);
  if (program.hasError() || program.compilerOptions.noEmit === true) return;
  const name = options["package-name"] ?? kebabCase(plan.service);
  const version = options["package-version"] ?? "0.1.0";
  const userAgent = `${name.replace(/^@/, "").replaceAll("/", "-")}/${version}`;
  const written = writePackage(plan, userAgent);
  const files =
    options["emit-package-json"] === true
      ? packageFiles(plan, written, name, version)
      : written.files;
  for (const [path, text] of await formatFiles(files)) {
    await emitFile(program, {
      path: resolvePath(context.emitterOutputDir, path),
      content: text,
    });
  }
}
