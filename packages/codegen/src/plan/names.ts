/** Words that cannot name a variable or a function in strict code. */
const reservedWords = new Set(
  (
    "abstract any arguments as async await boolean break case catch class const constructor continue debugger " +
    "declare default delete do else enum eval export extends false finally for from function get if implements " +
    "import in instanceof interface let module namespace new null number object of package private protected " +
    "public require return set static string super switch symbol this throw true try type typeof undefined " +
    "unknown var void while with yield"
  ).split(" "),
);

/** Words that are allowed as names in TypeScript. Functions and arguments may have them. */
const harmlessWords = new Set(
  (
    "abstract any as async boolean constructor declare from get module namespace number object of require set " +
    "string symbol type undefined unknown"
  ).split(" "),
);

/** Global types that models must not shadow in the emitted files. */
const globalTypes = new Set(
  (
    "Array ArrayBuffer Blob Boolean Date Error Function Iterator JSON Map Math Number Object Omit Partial Pick Promise " +
    "Proxy Readonly ReadonlyArray ReadableStream Record Reflect RegExp Request Response Set String Symbol URL " +
    "Uint8Array WeakMap Error File FormData Headers AbortSignal " +
    "HttpClient OperationOptions Page PagedAsyncIterableIterator Pipeline PipelineResponse PollerLike RestError TokenCredential"
  ).split(" "),
);

/** True for words that cannot name a variable. */
export function isReserved(name: string): boolean {
  return reservedWords.has(name) && !harmlessWords.has(name);
}

/** Splits a name at case changes, after digits, and at separators. */
function words(name: string): string[] {
  return name
    .normalize("NFC")
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, "$1 $2")
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== "");
}

function parts(name: string): string[] {
  return name
    .normalize("NFC")
    .split(/[^\p{ID_Continue}$]+|_+(?=[\p{L}\p{N}])/u)
    .filter((part) => part !== "");
}

function capital(part: string): string {
  return part.charAt(0).toUpperCase() + part.slice(1);
}

function identifier(name: string): string {
  return isIdentifier(name) ? name : `_${name}`;
}

/** Converts to PascalCase. */
export function pascalCase(name: string): string {
  return identifier(parts(name).map(capital).join(""));
}

/** Converts to camelCase. */
export function camelCase(name: string): string {
  const [first = "", ...others] = parts(name);
  const capitals = /^\p{Lu}+(?=\p{Lu}\p{Ll})|^\p{Lu}+$|^\p{Lu}/u.exec(first)?.[0] ?? "";
  const small = capitals.toLowerCase() + first.slice(capitals.length);
  return identifier([small, ...others.map(capital)].join(""));
}

/** Converts to kebab-case, for files and packages. */
export function kebabCase(name: string): string {
  return words(name)
    .map((word) => word.toLowerCase())
    .join("-");
}

/**
 * Returns an npm name for a service. npm and the header User-Agent allow only ASCII: `Café` becomes `cafe`, and a name
 * without ASCII becomes `client`.
 */
export function npmName(service: string): string {
  const plain = kebabCase(service).normalize("NFKD").replaceAll(/\p{M}/gu, "");
  const name = plain.replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-|-$/g, "");
  return name === "" ? "client" : name;
}

/** Whether a name can be used as a property without quotes. */
export function isIdentifier(name: string): boolean {
  return /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(name);
}

/** Something to name. */
export interface Named {
  /** The name in the spec, unique in its scope. */
  readonly id: string;
  readonly wanted: string;
}

/**
 * Gives each thing in a scope a unique name that does not depend on their order. If several want the same name, it goes
 * to the one with this name in the spec, or else to the first by alphabet. The others are numbered.
 */
export function settleNames(
  things: readonly Named[],
  isFree: (name: string) => boolean = () => true,
): ReadonlyMap<string, string> {
  const byPriority = (left: Named, right: Named): number =>
    Number(right.id === right.wanted) - Number(left.id === left.wanted) ||
    (left.id < right.id ? -1 : 1);
  const settled = new Map<string, string>();
  const wanted = new Set(things.map((thing) => thing.wanted));
  const taken = new Set<string>();
  for (const { id, wanted: name } of things.toSorted(byPriority)) {
    let free = name;
    const isTaken = (candidate: string): boolean =>
      taken.has(candidate) || !isFree(candidate) || (candidate !== name && wanted.has(candidate));
    for (let number = 2; isTaken(free); number++) free = `${name}${number}`;
    taken.add(free);
    settled.set(id, free);
  }
  return settled;
}

/** Hands out names without duplicates. */
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
