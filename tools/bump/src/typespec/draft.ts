import { formatTypeSpec } from "@typespec/compiler";
import { SyntaxKind } from "@typespec/compiler/ast";
import { type Edit, edited, locate, membersOf, type Sources, versionMember } from "./files.ts";

/** Changes to a specification, collected and then carried out at once. */
export interface Draft {
  /** `@added(Versions.v…)` of the new version. */
  readonly added: string;
  /** `@removed(Versions.v…)` of the new version. */
  readonly removed: string;
  /** The namespace of the service. */
  readonly namespace: string;
  /** Puts text before the closing brace of a declaration. */
  insertAtEnd(declaration: string, text: string): void;
  /** Puts a decorator on a declaration, or on one of its members. */
  decorate(declaration: string, decorator: string, member?: string): void;
  /** Gives a property another name from the new version on. */
  rename(model: string, from: string, to: string): void;
  /** The route of an interface; undefined if there is no such interface. */
  routeOf(group: string): string | undefined;
  /** Writes a whole declaration into the file of the new version. */
  declare(text: string): void;
  /** Writes a line into the file that tells client generators more, where there is one. */
  tellClients(line: string): void;
  /** The sources with all of this carried out, formatted. */
  finish(): Promise<Map<string, string>>;
}

/** Begins to change a specification for a new version. */
export function draft(sources: Sources, version: string): Draft {
  const known = locate(sources);
  const edits: Edit[] = [];
  const fresh: string[] = [];
  const client: string[] = [];
  const member = versionMember(version);
  const namespace = namespaceOf(sources);

  return {
    added: `@added(Versions.${member})`,
    removed: `@removed(Versions.${member})`,
    namespace,
    insertAtEnd: (declaration, text) => {
      const found = known.get(declaration);
      if (found === undefined) return;
      const at = found.node.end - 1;
      edits.push({ file: found.file, from: at, to: at, text });
    },
    decorate: (declaration, decorator, name) => {
      const found = known.get(declaration);
      const node = name === undefined ? found?.node : found && membersOf(found.node).get(name);
      if (found === undefined || node === undefined) return;
      const at = afterDoc(found.text, node.pos);
      edits.push({ file: found.file, from: at, to: at, text: `${decorator}\n` });
    },
    rename: (model, from, to) => {
      const found = known.get(model);
      const property = found && membersOf(found.node).get(from);
      if (found === undefined || property === undefined) return;
      const { file, text } = found;
      const at = afterDoc(text, property.pos);
      const decorator = `@renamedFrom(Versions.${member}, ${JSON.stringify(from)})\n`;
      edits.push({ file, from: at, to: at, text: decorator });
      const { namePos } = property;
      edits.push({ file, from: namePos, to: namePos + from.length, text: to });
    },
    routeOf: (group) => {
      const found = known.get(group);
      if (found?.node.kind !== SyntaxKind.InterfaceStatement) return undefined;
      const head = found.text.slice(found.node.pos, found.node.bodyRange.pos);
      return /@route\("([^"]*)"\)/.exec(head)?.[1] ?? "";
    },
    declare: (text) => void fresh.push(text),
    tellClients: (line) => void client.push(line),
    finish: async () => {
      const result = edited(sources, edits);
      if (fresh.length > 0) addFile(result, `added-in-${version}.tsp`, namespace, fresh);
      const told = result.get("client.tsp");
      if (told !== undefined && client.length > 0) {
        result.set("client.tsp", `${told.trimEnd()}\n${client.join("\n")}\n`);
      }
      for (const [file, text] of result) {
        if (text === sources.get(file)) continue;
        result.set(file, await formatTypeSpec(text, { printWidth: 120 }));
      }
      return result;
    },
  };
}

/** Adds a file that sees all the others but the entries, and that the entries see. */
function addFile(
  files: Map<string, string>,
  file: string,
  namespace: string,
  declarations: readonly string[],
): void {
  const entries = new Set(["main.tsp", "client.tsp"]);
  const imports = [...files.keys()]
    .filter((name) => name.endsWith(".tsp") && !entries.has(name))
    .map((name) => `import "./${name}";`);
  const head = [
    'import "@typespec/http";',
    'import "@typespec/versioning";',
    ...imports,
    "",
    "using Http;",
    "using Versioning;",
    "",
    `namespace ${namespace};`,
  ];
  files.set(file, [head.join("\n"), ...declarations].join("\n\n"));
  files.set("main.tsp", `import "./${file}";\n${files.get("main.tsp") ?? ""}`);
}

function namespaceOf(sources: Sources): string {
  for (const text of sources.values()) {
    const name = /^namespace ([\w.]+);/m.exec(text)?.[1];
    if (name !== undefined) return name;
  }
  return "Service";
}

/** The place behind the doc comment that a declaration begins with. */
function afterDoc(text: string, at: number): number {
  const comment = /^\/\*\*[\s\S]*?\*\/\s*/.exec(text.slice(at));
  return at + (comment?.[0].length ?? 0);
}
