import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import {
  compile,
  formatDiagnostic,
  NodeHost,
  type CompilerHost,
  type Program,
} from "@typespec/compiler";
import { $onEmit, type CodegenOptions } from "../src/index.ts";

/** The result of emitting a spec. */
export interface Emitted {
  /** Emitted text by path inside the output folder. */
  readonly files: ReadonlyMap<string, string>;
  /** Codes of the diagnostics, each with its place in the spec. */
  readonly diagnostics: readonly string[];
  /** Messages of the errors. */
  readonly errors: readonly string[];
}

/** The folder of this package. Specs in tests import the libraries that are installed there. */
export const packageFolder = dirname(import.meta.dirname);

/** Runs `use` with a new folder inside the package, which git ignores. */
export async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(packageFolder, ".test-"));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Emits a spec from its sources with the emitter's source code, without a build.
 *
 * @param before - Options of emitters that run earlier on the same program.
 */
export async function emit(
  sources: string | Readonly<Record<string, string>>,
  options: CodegenOptions = {},
  before: readonly CodegenOptions[] = [],
): Promise<Emitted> {
  return withFolder(async (folder) => {
    const files = typeof sources === "string" ? { "main.tsp": sources } : sources;
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    }
    const entry = "client.tsp" in files ? "client.tsp" : "main.tsp";
    const program = await compileSpec(join(folder, entry));
    const output = join(folder, "out");
    await mkdir(output, { recursive: true });
    for (const [index, others] of before.entries()) {
      await run(program, join(folder, `before-${index}`), others);
    }
    if (!program.hasError()) await run(program, output, options);
    return {
      files: await readTree(output),
      diagnostics: program.diagnostics.map((diagnostic) => {
        const text = formatDiagnostic(diagnostic, { pathRelativeTo: folder });
        const place = /^([\w./-]+\.tsp:\d+:\d+)/.exec(text)?.[1] ?? "nowhere";
        return `${diagnostic.code} at ${place}`;
      }),
      errors: program.diagnostics
        .filter(({ severity }) => severity === "error")
        .map(({ message }) => message),
    };
  });
}

/** Emits a spec into a folder that may contain files. */
export async function emitTo(output: string, source: string): Promise<void> {
  await withFolder(async (folder) => {
    await writeFile(join(folder, "main.tsp"), source);
    await run(await compileSpec(join(folder, "main.tsp")), output, {});
  });
}

/** Calls `load` once for each path of an installed library, and each time for other paths. */
function oncePerLibrary<T>(load: (path: string) => Promise<T>): (path: string) => Promise<T> {
  const loaded = new Map<string, Promise<T>>();
  return (path) => {
    if (!path.includes("/node_modules/")) return load(path);
    const result = loaded.get(path) ?? load(path);
    loaded.set(path, result);
    return result;
  };
}

/** Reads and parses the libraries that specs import once for all tests. */
const host: CompilerHost = {
  ...NodeHost,
  parseCache: new WeakMap(),
  readFile: oncePerLibrary(NodeHost.readFile),
  stat: oncePerLibrary(NodeHost.stat),
  realpath: oncePerLibrary(NodeHost.realpath),
  getJsImport: oncePerLibrary(NodeHost.getJsImport),
};

/** Compiles a spec. */
export function compileSpec(main: string): Promise<Program> {
  return compile(host, main, { parseOptions: {} });
}

async function run(program: Program, output: string, options: CodegenOptions): Promise<void> {
  const timer = { end: () => 0 };
  await $onEmit({
    program,
    emitterOutputDir: output,
    options,
    perf: {
      startTimer: () => timer,
      time: (_label, callback) => callback(),
      timeAsync: (_label, callback) => callback(),
      report: () => {},
    },
  });
}

/** Writes files into a folder. */
export async function writeTree(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  for (const [path, text] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

/** Reads all files in a folder. */
export async function readTree(folder: string): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(
      path
        .slice(folder.length + 1)
        .split(sep)
        .join("/"),
      await readFile(path, "utf8"),
    );
  }
  return files;
}
