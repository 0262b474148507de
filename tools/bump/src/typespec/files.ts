import { type InterfaceStatementNode, parse, SyntaxKind } from "@typespec/compiler/ast";
import type { TypeSpecScriptNode } from "@typespec/compiler/ast";

/** TypeSpec sources by file name, without folder. */
export type Sources = ReadonlyMap<string, string>;

/** A part of a file to be replaced; `from` equals `to` where text is only put in. */
export interface Edit {
  readonly file: string;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A declaration that can be looked up by its name. */
export type Declaration = Extract<
  TypeSpecScriptNode["statements"][number],
  {
    readonly kind:
      | SyntaxKind.ModelStatement
      | SyntaxKind.UnionStatement
      | SyntaxKind.EnumStatement
      | SyntaxKind.InterfaceStatement;
  }
>;

/** A declaration with the file it stands in. */
export interface Located {
  readonly file: string;
  readonly text: string;
  readonly node: Declaration;
}

const declarations = new Set([
  SyntaxKind.ModelStatement,
  SyntaxKind.UnionStatement,
  SyntaxKind.EnumStatement,
  SyntaxKind.InterfaceStatement,
]);

/** All models, unions, enums and interfaces of the sources, by name. */
export function locate(sources: Sources): Map<string, Located> {
  const found = new Map<string, Located>();
  for (const [file, text] of sources) {
    if (!file.endsWith(".tsp")) continue;
    for (const node of parse(text, { docs: true }).statements) {
      if (declarations.has(node.kind)) {
        const declaration = node as Declaration;
        found.set(declaration.id.sv, { file, text, node: declaration });
      }
    }
  }
  return found;
}

/** The members of a declaration by name: properties, variants, enum members or operations. */
export function membersOf(
  node: Declaration,
): Map<string, { pos: number; end: number; namePos: number }> {
  const members =
    node.kind === SyntaxKind.ModelStatement
      ? node.properties
      : node.kind === SyntaxKind.UnionStatement
        ? node.options
        : node.kind === SyntaxKind.EnumStatement
          ? node.members
          : (node as InterfaceStatementNode).operations;
  return new Map(
    members.flatMap((member) =>
      "id" in member && member.id !== undefined
        ? [[member.id.sv, { pos: member.pos, end: member.end, namePos: member.id.pos }] as const]
        : [],
    ),
  );
}

/** The sources with the edits carried out. Edits at one place come out in the order given. */
export function edited(sources: Sources, edits: readonly Edit[]): Map<string, string> {
  const result = new Map(sources);
  const ordered = edits
    .map((edit, index) => ({ edit, index }))
    .toSorted((a, b) => b.edit.from - a.edit.from || b.index - a.index);
  for (const { edit } of ordered) {
    const text = result.get(edit.file) ?? "";
    result.set(edit.file, text.slice(0, edit.from) + edit.text + text.slice(edit.to));
  }
  return result;
}

/** `2026-01-01-preview` → `v2026_01_01_preview`: how members of the enum of versions are called. */
export function versionMember(version: string): string {
  return `v${version.replaceAll(/[^0-9a-zA-Z]/g, "_")}`;
}
