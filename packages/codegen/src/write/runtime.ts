import { readdirSync, readFileSync } from "node:fs";

/** The folder with the sources of the helpers, relative to this file in `dist` and in `src`. */
const runtimeFolder = new URL("../../src/runtime/", import.meta.url);

/** A top-level declaration of a helper file. */
interface Declaration {
  readonly name: string;
  readonly file: string;
  readonly text: string;
  /** The names that the text refers to. */
  readonly mentions: ReadonlySet<string>;
  readonly exported: boolean;
}

interface HelperFile {
  readonly path: string;
  readonly declarations: readonly Declaration[];
  /** The imported names, with their source, and whether they are types. */
  readonly imports: ReadonlyMap<string, { readonly from: string; readonly typeOnly: boolean }>;
}

let loaded: ReadonlyMap<string, HelperFile> | undefined;

/** Reads the sources of the helpers once per process. */
function loadHelpers(): ReadonlyMap<string, HelperFile> {
  loaded ??= new Map(
    readdirSync(runtimeFolder)
      .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
      .toSorted()
      .map((name) => [
        name,
        parseHelperFile(name, readFileSync(new URL(name, runtimeFolder), "utf8")),
      ]),
  );
  return loaded;
}

const identifiers = /[A-Za-z_$][\w$]*/g;

/** Splits a helper's source into declarations. Each one starts at the beginning of a line. */
function parseHelperFile(path: string, source: string): HelperFile {
  const imports = new Map<string, { from: string; typeOnly: boolean }>();
  const withoutImports = source.replace(
    /^import (type )?\{([^}]*)\} from "([^"]+)";\n/gm,
    (_, type: string | undefined, names: string, from: string) => {
      for (const entry of names.split(",")) {
        const name = entry.trim().replace(/^type /, "");
        if (name !== "") {
          imports.set(name, {
            from,
            typeOnly: type !== undefined || entry.trim().startsWith("type "),
          });
        }
      }
      return "";
    },
  );
  const start = /^(?:\/\*\*|(?:export |async |function |const |let |interface |type |class ))/;
  const blocks: string[] = [];
  let inComment = false;
  let afterComment = false;
  for (const line of withoutImports.split("\n")) {
    if (!inComment && start.test(line) && !afterComment) blocks.push("");
    if (blocks.length > 0) blocks[blocks.length - 1] += `${line}\n`;
    if (line.startsWith("/**")) inComment = !line.endsWith("*/");
    else if (inComment && line.endsWith("*/")) inComment = false;
    afterComment = !inComment && line.endsWith("*/") && /^(\/\*\*| \*)/.test(line);
  }
  const declarations = blocks.map((block): Declaration => {
    const code = block.replace(/\/\*[\s\S]*?\*\//g, "").trim();
    const name = /(?:function\*?|const|let|interface|type|class)\s+([\w$]+)/.exec(code)?.[1] ?? "";
    return {
      name,
      file: path,
      text: block.trim(),
      mentions: new Set(code.match(identifiers)),
      exported: code.startsWith("export "),
    };
  });
  return { path, declarations, imports };
}

/** Returns all names that the helpers declare. Nothing else in a package may have them. */
export function helperNames(): readonly string[] {
  return [...loadHelpers().values()].flatMap((file) => [
    ...file.declarations.map(({ name }) => name),
    ...file.imports.keys(),
  ]);
}

/** The runtime helpers that one package uses. */
export class RuntimeModule {
  readonly #used = new Set<Declaration>();

  /** Marks a helper and everything it needs as used. Returns the path of its emitted file. */
  use(name: string): string {
    const helpers = loadHelpers();
    for (const file of helpers.values()) {
      const declaration = file.declarations.find(
        (candidate) => candidate.name === name && candidate.exported,
      );
      if (declaration === undefined) continue;
      this.#mark(file, declaration);
      return `internal/${file.path}`;
    }
    throw new Error(`There is no runtime helper called ${name}`);
  }

  #mark(file: HelperFile, declaration: Declaration): void {
    if (this.#used.has(declaration)) return;
    this.#used.add(declaration);
    for (const name of declaration.mentions) {
      const sibling = file.declarations.find((candidate) => candidate.name === name);
      if (sibling !== undefined) this.#mark(file, sibling);
      const imported = file.imports.get(name);
      if (imported?.from.startsWith("./") === true) {
        const other = loadHelpers().get(imported.from.slice(2));
        const target = other?.declarations.find((candidate) => candidate.name === name);
        if (other !== undefined && target !== undefined) this.#mark(other, target);
      }
    }
  }

  /** Returns the packages that the used helpers import. */
  get packages(): ReadonlySet<string> {
    const packages = new Set<string>();
    for (const file of loadHelpers().values()) {
      for (const declaration of this.#used) {
        if (declaration.file !== file.path) continue;
        for (const name of declaration.mentions) {
          const from = file.imports.get(name)?.from;
          if (from !== undefined && !from.startsWith("./")) packages.add(from);
        }
      }
    }
    return packages;
  }

  /** Returns the emitted helper files: only used declarations, in the order of their sources. */
  files(): ReadonlyMap<string, string> {
    const files = new Map<string, string>();
    for (const file of loadHelpers().values()) {
      const used = file.declarations.filter((declaration) => this.#used.has(declaration));
      if (used.length === 0) continue;
      const mentioned = new Set(used.flatMap((declaration) => [...declaration.mentions]));
      const byModule = new Map<string, string[]>();
      for (const [name, { from, typeOnly }] of file.imports) {
        if (!mentioned.has(name)) continue;
        const key = `${typeOnly ? "import type" : "import"}|${from}`;
        byModule.set(key, [...(byModule.get(key) ?? []), name]);
      }
      const imports = [...byModule].map(([key, names]) => {
        const [keyword, from] = key.split("|");
        return `${keyword} { ${names.toSorted().join(", ")} } from "${from}";`;
      });
      files.set(
        `internal/${file.path}`,
        [imports.join("\n"), ...used.map((declaration) => declaration.text)]
          .filter((block) => block !== "")
          .join("\n\n"),
      );
    }
    return files;
  }
}
