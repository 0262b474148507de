import { SourceFile } from "./source-file.ts";
import type { WriteContext } from "./write-context.ts";

/** The files for one kind of code about types: one for everything, or several in a folder of that name. */
export class SourceFiles {
  readonly #files = new Map<string, SourceFile>();
  readonly #context: WriteContext;
  readonly #path: string;
  readonly #namespaces: ReadonlyMap<string, string> | undefined;

  constructor(context: WriteContext, path: string, namespaces?: ReadonlyMap<string, string>) {
    this.#context = context;
    this.#path = path;
    this.#namespaces = namespaces;
  }

  /** Returns the file for a type. */
  of(type: string): SourceFile {
    return this.#at(this.#context.layout.pathOf(this.#path, type));
  }

  /** Returns the file for declarations that do not belong to one type. */
  get whole(): SourceFile {
    return this.#at(this.#path);
  }

  #at(path: string): SourceFile {
    const file =
      this.#files.get(path) ?? new SourceFile(path, this.#context.runtime, this.#namespaces);
    this.#files.set(path, file);
    return file;
  }

  get all(): readonly SourceFile[] {
    return [...this.#files.values()];
  }
}
