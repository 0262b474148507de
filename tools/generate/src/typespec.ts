import { readFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import {
  compile,
  type CompilerHost,
  type CompilerOptions,
  formatDiagnostic,
  NodeHost,
  resolveCompilerOptions,
} from "@typespec/compiler";
import { type Files, SpecError } from "./files.ts";
import type { TypeSpecTarget } from "./targets.ts";

/**
 * Compiles a TypeSpec file once for all of its targets, and returns the files that their emitters
 * write.
 *
 * @throws SpecError with the compiler's diagnostics, including warnings.
 */
export async function compileTypeSpec(
  root: string,
  entry: string,
  sharing: readonly TypeSpecTarget[],
): Promise<Files> {
  const files: Files = new Map();
  const host: CompilerHost = {
    ...NodeHost,
    mkdirp: async (path) => path,
    rm: async () => {},
    writeFile: async (path, content) => {
      files.set(relative(root, path).replaceAll("\\", "/"), content);
    },
  };
  const program = await compile(host, join(root, entry), await optionsFor(root, entry, sharing));
  const problems = program.diagnostics.filter(
    ({ severity }) => severity === "error" || severity === "warning",
  );
  if (problems.length > 0) {
    throw new SpecError(
      problems.map((one) => formatDiagnostic(one, { pathRelativeTo: root })).join("\n"),
    );
  }
  return files;
}

async function optionsFor(
  root: string,
  entry: string,
  sharing: readonly TypeSpecTarget[],
): Promise<CompilerOptions> {
  const [configured, diagnostics] = await resolveCompilerOptions(NodeHost, {
    cwd: dirname(join(root, entry)),
    entrypoint: join(root, entry),
  });
  if (diagnostics.length > 0) {
    throw new SpecError(
      diagnostics.map((one) => formatDiagnostic(one, { pathRelativeTo: root })).join("\n"),
    );
  }
  const own = sharing.some((target) => target.emitter === undefined);
  const emitters = own ? [...(configured.emit ?? [])] : [];
  const options: NonNullable<CompilerOptions["options"]> = { ...configured.options };
  for (const target of sharing) {
    if (target.emitter === undefined) continue;
    // The specification does not depend on the emitter and cannot resolve its name, so this is a path.
    emitters.push(packageFolder(target.emitter.name));
    options[target.emitter.name] = {
      ...target.emitter.options,
      "package-version": await versionOf(join(root, target.emitter.package)),
      "emitter-output-dir": join(root, target.owns[0]!),
    };
  }
  return { ...configured, emit: emitters, options };
}

/** Returns the version in a package's package.json. */
export async function versionOf(folder: string): Promise<string> {
  const text = await readFile(join(folder, "package.json"), "utf8");
  return (JSON.parse(text) as { readonly version: string }).version;
}

function packageFolder(name: string): string {
  return dirname(fileURLToPath(import.meta.resolve(`${name}/package.json`)));
}
