import { parse, type Node, SyntaxKind } from "@typespec/compiler/ast";
import type { TypeSpecScriptNode } from "@typespec/compiler/ast";

/** TypeSpec sources by file name, without the folder. */
export type Sources = ReadonlyMap<string, string>;

/** A range of a file to replace. `from` equals `to` for an insertion. */
export interface Edit {
  readonly file: string;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A declaration that can be looked up by its name. */
export type DeclarationNode = Extract<
  TypeSpecScriptNode["statements"][number],
  { readonly kind: (typeof kinds)[number] }
>;

const kinds = [
  SyntaxKind.ModelStatement,
  SyntaxKind.UnionStatement,
  SyntaxKind.EnumStatement,
  SyntaxKind.InterfaceStatement,
  SyntaxKind.ScalarStatement,
  SyntaxKind.AliasStatement,
  SyntaxKind.OperationStatement,
] as const;

/** Returns all declarations of a source in their order. */
export function declarationsIn(text: string): readonly DeclarationNode[] {
  return parse(text, { docs: true }).statements.filter((node): node is DeclarationNode =>
    (kinds as readonly SyntaxKind[]).includes(node.kind),
  );
}

/** The range of a member of a declaration, or of a parameter of an operation. */
export interface MemberNode {
  readonly node: Node;
  readonly pos: number;
  readonly end: number;
  /** The name with its range; absent for a member without a name. */
  readonly name?: { readonly text: string; readonly pos: number; readonly end: number };
}

/** Returns the members of a declaration: properties, variants, values or operations. */
export function membersOf(node: DeclarationNode): readonly MemberNode[] {
  switch (node.kind) {
    case SyntaxKind.ModelStatement:
      return node.properties.map(memberOf);
    case SyntaxKind.UnionStatement:
      return node.options.map(memberOf);
    case SyntaxKind.EnumStatement:
      return node.members.map(memberOf);
    case SyntaxKind.InterfaceStatement:
      return node.operations.map(memberOf);
    default:
      return [];
  }
}

/** Returns a node as a member, with the range of its name. */
export function memberOf(node: Node): MemberNode {
  const id = "id" in node ? (node.id as { sv?: string; pos: number; end: number }) : undefined;
  const name = id?.sv === undefined ? undefined : { text: id.sv, pos: id.pos, end: id.end };
  return { node, pos: node.pos, end: node.end, ...(name === undefined ? {} : { name }) };
}

/** Returns the sources with the edits applied. Edits at the same position are inserted in the given order. */
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

/** Returns the member of the enum of versions: `2026-01-01-preview` → `v2026_01_01_preview`. */
export function versionMember(version: string): string {
  return `v${version.replaceAll(/[^0-9a-zA-Z]/g, "_")}`;
}

/** Returns the position after the doc comment of a declaration. */
export function afterDoc(text: string, at: number): number {
  const comment = /^\/\*\*[\s\S]*?\*\/\s*/.exec(text.slice(at));
  return at + (comment?.[0].length ?? 0);
}
