import { decodeUri, displayed, type Documents, fileOf, pointerStep } from "./documents.ts";
import { OpenApiError, type Place } from "./errors.ts";

/** A part of a document that TypeSpec cannot represent. */
export interface Loss extends Place {
  readonly reason: string;
}

/** The state of reading a document. It records what was read, so that unread parts can be listed. */
export interface Reading {
  readonly documents: Documents;
  /** The keys that were read, by object. */
  readonly read: Map<object, Set<string>>;
  /** Objects that need no search for unread keys: they were read completely, or listed as a whole. */
  readonly settled: Set<object>;
  readonly losses: Loss[];
}

export function startReading(documents: Documents): Reading {
  return { documents, read: new Map(), settled: new Set(), losses: [] };
}

/** A value of a document with its place. Each key that is read is recorded. */
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

  /** A unique id of the place. */
  get id(): string {
    return `${this.file}#${this.pointer}`;
  }

  get isObject(): boolean {
    return typeof this.value === "object" && this.value !== null && !Array.isArray(this.value);
  }

  /** Returns a member of an object; undefined if there is none. */
  get(key: string): Node | undefined {
    const own = this.#own();
    if (own === undefined || !Object.hasOwn(own, key)) return undefined;
    this.#mark(key);
    return new Node(this.reading, this.file, `${this.pointer}/${pointerStep(key)}`, own[key]);
  }

  /** Returns a member without recording that it was read. */
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

  /** Returns the strings of a list. Other items count as unread. */
  strings(key: string): readonly string[] {
    const list = this.#typed(key, Array.isArray) as readonly unknown[] | undefined;
    return (list ?? []).filter((item) => typeof item === "string");
  }

  /** Returns the items of a list. */
  list(key: string): readonly Node[] {
    const list = this.#typed(key, Array.isArray) as readonly unknown[] | undefined;
    const at = `${this.pointer}/${pointerStep(key)}`;
    return (list ?? []).map(
      (value, index) => new Node(this.reading, this.file, `${at}/${index}`, value),
    );
  }

  /** Returns the members of the object at a key. */
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

  /** Returns all members of this object. */
  members(): readonly (readonly [string, Node])[] {
    return Object.keys(this.#own() ?? {}).map((key) => [key, this.get(key)!] as const);
  }

  /** Marks this value and everything in it as read. */
  settle(): this {
    if (typeof this.value === "object" && this.value !== null) this.reading.settled.add(this.value);
    return this;
  }

  /** Records this value as a loss. */
  lose(reason: string): void {
    this.settle();
    this.note(reason);
  }

  /** Records a loss at this value, which is still searched for unread keys. */
  note(reason: string): void {
    const { file, pointer } = displayed(this);
    this.reading.losses.push({ file, pointer, reason });
  }

  /** Records a member as a loss, if it exists. */
  loseMember(key: string, reason: string): void {
    this.get(key)?.lose(reason);
  }

  /** Creates an error at this place. */
  error(reason: string): OpenApiError {
    return new OpenApiError(displayed(this), reason);
  }

  /** Follows `$ref`, through all references of a chain. Returns this node if it has no `$ref`. */
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
          "The reference refers to itself, directly or through others. Replace one of them by a definition.",
        );
      }
      seen.add(at.id);
      at = at.resolve(next);
    }
  }

  /** Returns the target of a reference in this node. */
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
      `The target of ${JSON.stringify(reference)} does not exist. Correct the reference or add the target.`,
    );
  }

  /** Returns the target of a reference; undefined if it does not exist. */
  find(reference: string): Node | undefined {
    const { files, root } = this.reading.documents;
    const file = fileOf(reference, this, root);
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
