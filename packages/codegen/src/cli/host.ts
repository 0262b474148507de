import { existsSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { type CompilerHost, createSourceFile, NodeHost, normalizePath } from "@typespec/compiler";

/** The folder of this package, in the repository and when installed. */
export const packageFolder = join(import.meta.dirname, "../..");

/** TypeSpec sources in memory, in a folder that does not exist on disk. */
export interface InMemory {
  readonly folder: string;
  readonly files: ReadonlyMap<string, string>;
}

/** The files that the emitter has written, instead of writing them to disk. */
export interface Recorded {
  /** Content by absolute path. */
  readonly written: Map<string, string>;
  readonly removed: Set<string>;
}

/**
 * Creates a compiler host that records written files instead of writing them. For a specification whose folder has no
 * TypeSpec libraries, it provides those that are installed with this package.
 */
export function createHost(project: string, recorded: Recorded, inMemory?: InMemory): CompilerHost {
  const root = normalizePath(project);
  const sources = new Map(
    [...(inMemory?.files ?? [])].map(([file, text]) => [
      `${normalizePath(inMemory?.folder ?? "")}/${file}`,
      text,
    ]),
  );
  const own = (path: string): string => {
    const name = libraryIn(path, `${root}/node_modules/`);
    const folder = name === undefined ? undefined : libraryFolder(name);
    return folder === undefined
      ? path
      : `${folder}${path.slice(`${root}/node_modules/${name}`.length)}`;
  };
  return {
    ...NodeHost,
    readFile: async (path) => {
      const text = sources.get(normalizePath(path));
      return text === undefined ? NodeHost.readFile(own(path)) : createSourceFile(text, path);
    },
    stat: async (path) => {
      const normal = normalizePath(path);
      if (sources.has(normal)) return { isDirectory: () => false, isFile: () => true };
      const isFolder = inMemory !== undefined && normal === normalizePath(inMemory.folder);
      return isFolder ? { isDirectory: () => true, isFile: () => false } : NodeHost.stat(own(path));
    },
    realpath: async (path) =>
      sources.has(normalizePath(path)) ? path : NodeHost.realpath(own(path)),
    mkdirp: async (path) => path,
    writeFile: async (path, content) => void recorded.written.set(normalizePath(path), content),
    rm: async (path) => void recorded.removed.add(normalizePath(path)),
  };
}

/** Returns the path of `@typespec/http` and the like in this package, unless the folder has the library. */
function libraryIn(path: string, folder: string): string | undefined {
  const normal = normalizePath(path);
  if (!normal.startsWith(folder)) return undefined;
  const [scope = "", name = ""] = normal.slice(folder.length).split("/");
  const library = scope.startsWith("@") ? `${scope}/${name}` : scope;
  return existsSync(`${folder}${library}`) ? undefined : library;
}

/** Returns the folder of a library that is installed with this package. */
export function libraryFolder(name: string): string | undefined {
  if (!/^@(typespec|azure-tools)\/[\w.-]+$/.test(name)) return undefined;
  for (let folder = realpathSync(packageFolder); ; folder = dirname(folder)) {
    const candidate = join(folder, "node_modules", name);
    if (existsSync(candidate)) return normalizePath(realpathSync(candidate));
    if (folder === dirname(folder)) return undefined;
  }
}

/** Returns the compiler of a project, if it has one. It must not be mixed with another one. */
export function compilerOf(project: string): string | undefined {
  for (let folder = project; ; folder = dirname(folder)) {
    const candidate = join(folder, "node_modules/@typespec/compiler");
    if (existsSync(candidate)) return normalizePath(realpathSync(candidate));
    if (folder === dirname(folder)) return undefined;
  }
}
