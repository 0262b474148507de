import { formatTypeSpec } from "@typespec/compiler";
import { applyPatch, structuredPatch } from "diff";
import type { Place } from "@acs-chat/codegen/contract";
import {
  afterDoc,
  type DeclarationNode,
  declarationsIn,
  type Edit,
  edited,
  type MemberNode,
  membersOf,
  type Sources,
  versionMember,
} from "./files.ts";

/** A declaration of the specification, with its file. */
export interface Located {
  readonly file: string;
  readonly text: string;
  readonly node: DeclarationNode;
  readonly members: readonly MemberNode[];
}

/** A change that TypeSpec cannot express, or not for one version alone. */
export interface Obstacle {
  /** The place in the document of the new version. */
  readonly place: Place | undefined;
  readonly what: string;
}

/** The line width of the specification. */
const printWidth = 80;

/** Collects changes to a specification for a new version, and applies them at once. */
export class Draft {
  readonly sources: Sources;
  readonly version: string;
  readonly member: string;
  readonly added: string;
  readonly removed: string;
  readonly namespace: string;
  readonly obstacles: Obstacle[] = [];
  /** The places in the document from which declarations and members were written. */
  readonly origins = new Map<string, Place>();
  readonly #known: ReadonlyMap<string, Located>;
  readonly #edits: Edit[] = [];
  readonly #fresh = new Map<string, string>();
  readonly #client: string[] = [];
  readonly #moved = new Map<string, string>();

  constructor(sources: Sources, version: string) {
    this.sources = sources;
    this.version = version;
    this.member = versionMember(version);
    this.added = `@added(Versions.${this.member})`;
    this.removed = `@removed(Versions.${this.member})`;
    this.namespace = namespaceOf(sources);
    this.#known = locate(sources);
  }

  /** Returns the declaration of this name; undefined if the specification has none. */
  find(name: string): Located | undefined {
    return this.#known.get(name);
  }

  /** Returns the member of a declaration; undefined if there is none. */
  memberIn(declaration: string, name: string): MemberNode | undefined {
    return this.find(declaration)?.members.find((one) => one.name?.text === name);
  }

  /** Lists all declarations of the specification, including interfaces. */
  all(): Iterable<Located> {
    return this.#known.values();
  }

  /** Records a change that cannot be written. */
  stop(place: Place | undefined, what: string): void {
    this.obstacles.push({ place, what });
  }

  /** Records the place in the document from which a declaration or member was written. */
  note(name: string, place: Place | undefined): void {
    if (place !== undefined) this.origins.set(name, place);
  }

  /** Replaces a range of a file. */
  replace(file: string, from: number, to: number, text: string): void {
    this.#edits.push({ file, from, to, text });
  }

  /** Adds decorators to a declaration or a member, after its doc comment. */
  decorate({ file, text }: Located, pos: number, ...decorators: readonly string[]): void {
    const at = afterDoc(text, pos);
    this.replace(file, at, at, `${decorators.join("\n")}\n`);
  }

  /** Marks a declaration or member as removed, and those of its members that have version decorators. */
  remove(located: Located, pos: number, members: readonly MemberNode[]): void {
    this.decorate(located, pos, this.removed);
    for (const one of members) {
      const text = located.text.slice(one.pos, one.end);
      if (/@(added|removed|renamedFrom|typeChangedFrom|madeOptional|madeRequired)\(/.test(text))
        this.decorate(located, one.pos, this.removed);
    }
  }

  /** Adds text before the closing brace of a declaration. */
  append({ file, node }: Located, text: string): void {
    this.replace(file, node.end - 1, node.end - 1, `\n${text}\n`);
  }

  /** Adds a declaration to the file of the new version. */
  declare(name: string, text: string): void {
    this.#fresh.set(name, text);
  }

  /** Whether the file of the new version declares the name. */
  declares(name: string): boolean {
    return this.#fresh.has(name);
  }

  /** Returns all new text, to search for names in it. */
  writes(): string {
    return [...this.#edits.map(({ text }) => text), ...this.#fresh.values()].join("\n");
  }

  /** Adds a line to client.tsp, if the specification has that file. */
  tellClients(line: string): void {
    this.#client.push(line);
  }

  /** Renames an operation in client.tsp. */
  renameForClients(from: string, to: string): void {
    this.#moved.set(from, to);
  }

  /** Returns the sources with all changes applied. Only changed files are formatted. */
  async finish(): Promise<Map<string, string>> {
    const result = edited(this.sources, this.#edits);
    if (this.#fresh.size > 0) addFile(result, this, [...this.#fresh.values()]);
    const told = result.get("client.tsp");
    if (told !== undefined) result.set("client.tsp", this.#told(told));
    for (const [file, text] of result) {
      const before = this.sources.get(file);
      if (text === before || !file.endsWith(".tsp")) continue;
      result.set(file, await formatted(before, text));
    }
    return result;
  }

  #told(text: string): string {
    const moved = [...this.#moved].reduce(
      (all, [from, to]) => all.replaceAll(new RegExp(`\\b${from}(?=[,\\s])`, "g"), to),
      text,
    );
    return this.#client.length === 0 ? moved : `${moved.trimEnd()}\n${this.#client.join("\n")}\n`;
  }
}

/** Formats a changed source. Lines that were not changed keep their format. */
async function formatted(before: string | undefined, text: string): Promise<string> {
  const now = await formatTypeSpec(text, { printWidth });
  if (before === undefined) return now;
  const plain = await formatTypeSpec(before, { printWidth });
  if (plain === before) return now;
  const patch = structuredPatch("before", "now", plain, now, "", "", { context: 1 });
  const patched = applyPatch(before, patch, { fuzzFactor: 1 });
  return patched === false ? now : patched;
}

function locate(sources: Sources): ReadonlyMap<string, Located> {
  const found = new Map<string, Located>();
  for (const [file, text] of sources) {
    if (!file.endsWith(".tsp")) continue;
    for (const node of declarationsIn(text)) {
      found.set(node.id.sv, { file, text, node, members: membersOf(node) });
    }
  }
  return found;
}

/** Libraries by the text that requires them. */
const libraries: readonly (readonly [pattern: RegExp, path: string])[] = [
  [/@Azure\.Core\./, "@azure-tools/typespec-azure-core"],
  [/@OpenAPI\./, "@typespec/openapi"],
  [/@Xml\./, "@typespec/xml"],
];

/** Adds a file for the new version. It imports all files except the entry points, and main.tsp imports it. */
function addFile(
  files: Map<string, string>,
  { version, namespace }: Draft,
  declarations: readonly string[],
): void {
  const file = `added-in-${version}.tsp`;
  const entries = new Set(["main.tsp", "client.tsp"]);
  const text = declarations.join("\n\n");
  const imports = [
    "@typespec/http",
    "@typespec/versioning",
    ...libraries.filter(([pattern]) => pattern.test(text)).map(([, path]) => path),
    ...[...files.keys()]
      .filter((name) => name.endsWith(".tsp") && !entries.has(name))
      .map((name) => `./${name}`),
  ];
  const head = [
    ...imports.map((path) => `import "${path}";`),
    "",
    "using Http;",
    "using Versioning;",
    "",
    `namespace ${namespace};`,
  ];
  files.set(file, `${head.join("\n")}\n\n${text}`);
  files.set("main.tsp", `${(files.get("main.tsp") ?? "").trimEnd()}\nimport "./${file}";\n`);
}

function namespaceOf(sources: Sources): string {
  for (const text of sources.values()) {
    const name = /^namespace ([\w.]+);/m.exec(text)?.[1];
    if (name !== undefined) return name;
  }
  return "Service";
}
