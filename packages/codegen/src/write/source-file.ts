import type { RuntimeModule } from "./runtime.ts";

/** Collects the imports and the content of an emitted file. */
export class SourceFile {
  /** Path inside the emitted code, with slashes. */
  readonly path: string;
  readonly #imports = new Map<string, Map<string, boolean>>();
  readonly #blocks: string[] = [];
  readonly #runtime: RuntimeModule;
  readonly #namespaces: ReadonlyMap<string, string>;
  /** The used namespaces, and whether they are only used for types. */
  readonly #usedNamespaces = new Map<string, boolean>();

  /** @param namespaces - files that are imported as a namespace, because many of their names are used */
  constructor(
    path: string,
    runtime: RuntimeModule,
    namespaces: ReadonlyMap<string, string> = new Map(),
  ) {
    this.path = path;
    this.#runtime = runtime;
    this.#namespaces = namespaces;
  }

  /** Adds a block of code; a blank line separates it from the others. */
  add(...blocks: (string | undefined)[]): void {
    for (const block of blocks) if (block !== undefined && block !== "") this.#blocks.push(block);
  }

  get isEmpty(): boolean {
    return this.#blocks.length === 0;
  }

  /** Imports a value from another emitted file or from a package. Returns its name. */
  value(from: string, name: string): string {
    return this.#import(from, name, false);
  }

  /** Imports a type. Returns its name. */
  type(from: string, name: string): string {
    return this.#import(from, name, true);
  }

  /** Imports a runtime helper, which is emitted then. */
  helper(name: string): string {
    return this.value(this.#runtime.use(name), name);
  }

  /** Imports a type of the runtime. */
  helperType(name: string): string {
    return this.type(this.#runtime.use(name), name);
  }

  #import(from: string, name: string, typeOnly: boolean): string {
    if (from === this.path) return name;
    const namespace = this.#namespaces.get(from);
    if (namespace !== undefined) {
      this.#usedNamespaces.set(from, (this.#usedNamespaces.get(from) ?? true) && typeOnly);
      return `${namespace}.${name}`;
    }
    const names = this.#imports.get(from) ?? new Map<string, boolean>();
    this.#imports.set(from, names);
    names.set(name, (names.get(name) ?? true) && typeOnly);
    return name;
  }

  /** Returns the text of the file, unformatted. */
  toString(): string {
    const modules = new Set([...this.#imports.keys(), ...this.#usedNamespaces.keys()]);
    const imports = [...modules]
      .toSorted((left, right) => compareModules(left, right))
      .flatMap((from) => {
        const specifier = JSON.stringify(isPackage(from) ? from : relative(this.path, from));
        const typeOnlyNamespace = this.#usedNamespaces.get(from);
        if (typeOnlyNamespace !== undefined) {
          const keyword = typeOnlyNamespace ? "import type" : "import";
          return [`${keyword} * as ${this.#namespaces.get(from)} from ${specifier};`];
        }
        const names = this.#imports.get(from) ?? new Map<string, boolean>();
        const values = [...names].filter(([, typeOnly]) => !typeOnly).map(([name]) => name);
        const types = [...names].filter(([, typeOnly]) => typeOnly).map(([name]) => name);
        return [
          ...(values.length === 0
            ? []
            : [`import { ${values.toSorted().join(", ")} } from ${specifier};`]),
          ...(types.length === 0
            ? []
            : [`import type { ${types.toSorted().join(", ")} } from ${specifier};`]),
        ];
      });
    return [imports.join("\n"), ...this.#blocks].filter((block) => block !== "").join("\n\n");
  }
}

function isPackage(from: string): boolean {
  return !from.endsWith(".ts");
}

function compareModules(left: string, right: string): number {
  if (isPackage(left) !== isPackage(right)) return isPackage(left) ? -1 : 1;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Returns the specifier for an import of one emitted file in another. */
export function relative(from: string, to: string): string {
  const up = from.split("/").slice(0, -1);
  const down = to.split("/");
  while (up.length > 0 && down.length > 1 && up[0] === down[0]) {
    up.shift();
    down.shift();
  }
  return `${up.length === 0 ? "./" : "../".repeat(up.length)}${down.join("/")}`;
}
