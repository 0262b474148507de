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
import type { Target } from "./targets.ts";

/** Files by path relative to the repository. */
export type Files = Map<string, string>;

/** A specification that does not compile; the message holds the compiler's own diagnostics. */
export class SpecError extends Error {
  override readonly name = "SpecError";
}

/** Compiles the targets' specifications, each once, and returns what would be written. */
export async function emit(
  root: string,
  wanted: readonly Target[],
  progress: (line: string) => void,
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
  for (const entry of new Set(wanted.map((target) => target.entry))) {
    progress(`compiling ${entry}`);
    const sharing = wanted.filter((target) => target.entry === entry);
    const program = await compile(host, join(root, entry), await optionsFor(root, entry, sharing));
    const problems = program.diagnostics.filter(
      (one) => one.severity === "error" || one.severity === "warning",
    );
    if (problems.length > 0) {
      throw new SpecError(
        problems.map((one) => formatDiagnostic(one, { pathRelativeTo: root })).join("\n"),
      );
    }
  }
  const stray = [...files.keys()].find(
    (path) => !wanted.some((target) => target.owns.some((folder) => path.startsWith(`${folder}/`))),
  );
  if (stray !== undefined) {
    throw new SpecError(`${stray} would be written, but no target owns its folder`);
  }
  return files;
}

async function optionsFor(
  root: string,
  entry: string,
  sharing: readonly Target[],
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
    // Given by path: the specification does not depend on the emitter, so it cannot resolve its name.
    emitters.push(packageFolder(target.emitter.name));
    options[target.emitter.name] = {
      ...target.emitter.options,
      "emitter-output-dir": join(root, target.owns[0]!),
    };
  }
  return { ...configured, emit: emitters, options };
}

function packageFolder(name: string): string {
  return dirname(fileURLToPath(import.meta.resolve(`${name}/package.json`)));
}
