import { type Node, parse, SyntaxKind, visitChildren } from "@typespec/compiler/ast";
import { type Edit, edited, type Sources } from "../typespec/files.ts";

/** A decorator of the versioning library, with the version that it names. */
interface Versioned {
  readonly name: "added" | "removed" | "renamedFrom";
  readonly member: string;
  readonly pos: number;
  readonly end: number;
}

/**
 * Returns the specification as it was when `version` was the newest: without later versions, without what they added,
 * and without the decorators of what they removed or renamed.
 */
export function specUpTo(sources: Sources, version: string): Map<string, string> {
  const later = versionsAfter(sources, version);
  const edits: Edit[] = [];
  const gone = new Set<string>();
  for (const [file, text] of sources) {
    if (!file.endsWith(".tsp")) continue;
    const visit = (node: Node): void => {
      if (node.kind === SyntaxKind.EnumMember && later.has(node.id.sv)) {
        edits.push(cut(file, text, node));
        return;
      }
      const marks = versionedBy(text, node);
      const added = marks.find(({ name }) => name === "added");
      if (added !== undefined && later.has(added.member)) {
        if (node.kind === SyntaxKind.OperationStatement) gone.add(node.id.sv);
        edits.push(cut(file, text, node));
        return;
      }
      for (const { name, member, pos, end } of marks) {
        if (name !== "added" && later.has(member))
          edits.push({ file, from: pos, to: end, text: "" });
      }
      visitChildren(node, visit);
    };
    visitChildren(parse(text, { docs: true }), visit);
  }
  const result = edited(sources, edits);
  const client = result.get("client.tsp") ?? "";
  result.set("client.tsp", withoutOperations(client, gone));
  const config = result.get("tspconfig.yaml") ?? "";
  result.set("tspconfig.yaml", config.replace(/\S+\.openapi3\.json/, `${version}.openapi3.json`));
  return result;
}

function versionsAfter(sources: Sources, version: string): ReadonlySet<string> {
  const text = sources.get("versions.tsp") ?? "";
  const members = [...text.matchAll(/^\s*(v\w+): "([^"]+)"/gm)];
  const index = members.findIndex(([, , value]) => value === version);
  if (index === -1) throw new Error(`versions.tsp has no version ${version}`);
  return new Set(members.slice(index + 1).map(([, member]) => member!));
}

function versionedBy(text: string, node: Node): Versioned[] {
  if (!("decorators" in node)) return [];
  const decorators = node.decorators as readonly Node[];
  return decorators.flatMap(({ pos, end }) => {
    const [, name, member] =
      /^@(added|removed|renamedFrom)\(Versions\.(\w+)/.exec(text.slice(pos, end)) ?? [];
    return name === undefined || member === undefined
      ? []
      : [{ name: name as Versioned["name"], member, pos, end }];
  });
}

/** Removes a node together with the separator after it. */
function cut(file: string, text: string, { pos, end }: Node): Edit {
  const separator = /^\s*[,;]/.exec(text.slice(end))?.[0].length ?? 0;
  return { file, from: pos, to: end + separator, text: "" };
}

function withoutOperations(text: string, gone: ReadonlySet<string>): string {
  return text.replaceAll(
    /@@clientLocation\(\s*[\w.]+\.(\w+),[\s\S]*?\);\n?/g,
    (line, name: string) => (gone.has(name) ? "" : line),
  );
}
