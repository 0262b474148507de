import { decodeUri, displayed, type Documents, fileOf, pointerStep } from "./documents.ts";
import { OpenApiError, type Place } from "./errors.ts";

/** Something that a document says and TypeSpec cannot hold. */
export interface Loss extends Place {
  readonly reason: string;
}

/** What has been read of the documents, so that the rest can be listed. */
export interface Reading {
  readonly documents: Documents;
  /** The keys that were read, by object. */
  readonly read: Map<object, Set<string>>;
  /** Objects that need no further look: read or listed as a whole. */
  readonly settled: Set<object>;
  readonly losses: Loss[];
}

export function startReading(documents: Documents): Reading {
  return { documents, read: new Map(), settled: new Set(), losses: [] };
}

/** A value of a document with its place. Reading a key is recorded. */
export class Node implements Place {
  readonly reading: Reading;
  readonly file: string;
  readonly pointer: string;
  readonly value: unknown;

  constructor(reading: Reading, file: string, pointer: string, value: unknown) {
    this.reading = reading;
    this.file = file;
    this.pointer = pointer;
    this.value = value;
  }

  /** Identifies the place among all files. */
  get id(): string {
    return `${this.file}#${this.pointer}`;
  }

  get isObject(): boolean {
    return typeof this.value === "object" && this.value !== null && !Array.isArray(this.value);
  }

  /** The member of an object, or undefined where there is none. */
  get(key: string): Node | undefined {
    const own = this.#own();
    if (own === undefined || !Object.hasOwn(own, key)) return undefined;
    this.#mark(key);
    return new Node(this.reading, this.file, `${this.pointer}/${pointerStep(key)}`, own[key]);
  }

  /** Looks at a member without recording that it was read. */
  peek(key: string): unknown {
    return this.#own()?.[key];
  }

  string(key: string): string | undefined {
    return this.#typed(key, (value) => typeof value === "string") as string | undefined;
  }

  number(key: string): number | undefined {
    return this.#typed(key, (value) => typeof value === "number") as number | undefined;
  }

  boolean(key: string): boolean | undefined {
    return this.#typed(key, (value) => typeof value === "boolean") as boolean | undefined;
  }

  /** The strings of a list; others are left unread. */
  strings(key: string): readonly string[] {
    const list = this.#typed(key, Array.isArray) as readonly unknown[] | undefined;
    return (list ?? []).filter((item) => typeof item === "string");
  }

  /** The members of a list. */
  list(key: string): readonly Node[] {
    const list = this.#typed(key, Array.isArray) as readonly unknown[] | undefined;
    const at = `${this.pointer}/${pointerStep(key)}`;
    return (list ?? []).map(
      (value, index) => new Node(this.reading, this.file, `${at}/${index}`, value),
    );
  }

  /** The members of an object below a key. */
  entries(key: string): readonly (readonly [string, Node])[] {
    const node = this.get(key)?.target();
    const { value } = node ?? {};
    // Some tools write an empty object as an empty list.
    const isNothing =
      value === undefined || value === null || (Array.isArray(value) && value.length === 0);
    if (node !== undefined && !node.isObject && !isNothing)
      throw node.error(`${JSON.stringify(key)} must be an object. Correct the document.`);
    return node?.members() ?? [];
  }

  /** All members of this object. */
  members(): readonly (readonly [string, Node])[] {
    return Object.keys(this.#own() ?? {}).map((key) => [key, this.get(key)!] as const);
  }

  /** Marks this value and all below as read. */
  settle(): this {
    if (typeof this.value === "object" && this.value !== null) this.reading.settled.add(this.value);
    return this;
  }

  /** Lists this value as lost. */
  lose(reason: string): void {
    this.settle();
    this.note(reason);
  }

  /** Lists something about this value as lost; what else it says is still looked at. */
  note(reason: string): void {
    const { file, pointer } = displayed(this);
    this.reading.losses.push({ file, pointer, reason });
  }

  /** Lists a member as lost, if it is there. */
  loseMember(key: string, reason: string): void {
    this.get(key)?.lose(reason);
  }

  /** An error at this place. */
  error(reason: string): OpenApiError {
    return new OpenApiError(displayed(this), reason);
  }

  /** Follows `$ref`, through all links of a chain; this node where there is none. */
  target(): Node {
    const reference = this.string("$ref");
    if (reference === undefined) return this;
    const seen = new Set([this.id]);
    let at = this.resolve(reference);
    for (;;) {
      const next = at.string("$ref");
      if (next === undefined) return at;
      if (seen.has(at.id)) {
        throw this.error(
          "The reference leads back to itself. Let one of its links be a definition.",
        );
      }
      seen.add(at.id);
      at = at.resolve(next);
    }
  }

  /** The value that a reference of this node leads to. */
  resolve(reference: string): Node {
    const from = { file: this.file, pointer: `${this.pointer}/$ref` };
    const fragment = reference.split("#")[1] ?? "";
    if (fragment !== "" && !fragment.startsWith("/")) {
      throw new OpenApiError(
        displayed(from),
        `${JSON.stringify(reference)} is an anchor. Use a JSON pointer, such as "#/components/schemas/Pet".`,
      );
    }
    const found = this.find(reference);
    if (found !== undefined) return found;
    throw new OpenApiError(
      displayed(from),
      `${JSON.stringify(reference)} leads nowhere. Correct the reference or add what it refers to.`,
    );
  }

  /** The value that a reference leads to; undefined where there is none. */
  find(reference: string): Node | undefined {
    const file = fileOf(reference, this);
    const { files } = this.reading.documents;
    if (!files.has(file)) return undefined;
    let pointer = "";
    let value = files.get(file);
    for (const step of decodeUri(reference.split("#")[1] ?? "")
      .split("/")
      .slice(1)) {
      const key = step.replaceAll("~1", "/").replaceAll("~0", "~");
      if (typeof value !== "object" || value === null || !Object.hasOwn(value, key))
        return undefined;
      value = (value as Readonly<Record<string, unknown>>)[key];
      pointer += `/${pointerStep(key)}`;
    }
    return new Node(this.reading, file, pointer, value);
  }

  #own(): Readonly<Record<string, unknown>> | undefined {
    return this.isObject ? (this.value as Readonly<Record<string, unknown>>) : undefined;
  }

  #typed(key: string, is: (value: unknown) => boolean): unknown {
    const value = this.peek(key);
    if (!is(value)) return undefined;
    this.#mark(key);
    return value;
  }

  #mark(key: string): void {
    const { read } = this.reading;
    const object = this.value as object;
    const keys = read.get(object);
    if (keys === undefined) read.set(object, new Set([key]));
    else keys.add(key);
  }
}
