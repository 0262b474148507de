/** Words that cannot name a variable or a function in a module of strict code. */
const reservedWords = new Set(
  (
    "abstract any arguments as async await boolean break case catch class const constructor continue debugger " +
    "declare default delete do else enum eval export extends false finally for from function get if implements " +
    "import in instanceof interface let module namespace new null number object of package private protected " +
    "public require return set static string super switch symbol this throw true try type typeof undefined " +
    "unknown var void while with yield"
  ).split(" "),
);

/** Words that are legal names in TypeScript, if confusing ones; functions and arguments may keep them. */
const harmlessWords = new Set(
  (
    "abstract any as async boolean constructor declare from get module namespace number object of require set " +
    "string symbol type undefined unknown"
  ).split(" "),
);

/** Global types that a model must not shadow in the emitted files. */
const globalTypes = new Set(
  (
    "Array ArrayBuffer Blob Boolean Date Error Function Iterator JSON Map Math Number Object Omit Partial Pick Promise " +
    "Proxy Readonly ReadonlyArray ReadableStream Record Reflect RegExp Request Response Set String Symbol URL " +
    "Uint8Array WeakMap Error File FormData Headers AbortSignal " +
    "HttpClient OperationOptions Page PagedAsyncIterableIterator Pipeline PipelineResponse PollerLike RestError TokenCredential"
  ).split(" "),
);

/** True for words that no variable may be called. */
export function isReserved(name: string): boolean {
  return reservedWords.has(name) && !harmlessWords.has(name);
}

/** Splits a name at case changes, digits' ends and separators. */
function words(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== "");
}

/** First letter large, separators gone. */
export function pascalCase(name: string): string {
  const joined = name
    .split(/[^A-Za-z0-9_$]+|_+(?=[A-Za-z0-9])/)
    .filter((part) => part !== "")
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join("");
  return /^[0-9]/.test(joined) || joined === "" ? `_${joined}` : joined;
}

/** First word small, separators gone. */
export function camelCase(name: string): string {
  const pascal = pascalCase(name);
  const capitals = /^[A-Z]+(?=[A-Z][a-z])|^[A-Z]+$|^[A-Z]/.exec(pascal)?.[0] ?? "";
  return capitals.toLowerCase() + pascal.slice(capitals.length);
}

/** Small words with hyphens, for files and packages. */
export function kebabCase(name: string): string {
  return words(name)
    .map((word) => word.toLowerCase())
    .join("-");
}

/** Whether a name can stand as a property without quotes. */
export function isIdentifier(name: string): boolean {
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name);
}

/** Hands out names and never the same one twice. */
export class NameRegistry {
  readonly #taken: Set<string>;

  /** Names in `reserved` are never handed out. */
  constructor(reserved: Iterable<string> = []) {
    this.#taken = new Set(reserved);
  }

  isFree(name: string): boolean {
    return !this.#taken.has(name) && !globalTypes.has(name);
  }

  /** Reserves and returns the first candidate that is free, or the last one with a number. */
  claim(...candidates: string[]): string {
    for (const candidate of candidates) {
      if (this.isFree(candidate)) {
        this.#taken.add(candidate);
        return candidate;
      }
    }
    const last = candidates.at(-1) ?? "Type";
    for (let number = 2; ; number++) {
      const numbered = `${last}${number}`;
      if (!this.#taken.has(numbered)) {
        this.#taken.add(numbered);
        return numbered;
      }
    }
  }
}
