import { type Node, SyntaxKind } from "@typespec/compiler/ast";
import { afterDoc, type DeclarationNode, type MemberNode, memberOf, membersOf } from "./files.ts";

/** A parsed property, parameter, variant or value. */
export interface Part {
  readonly name: string;
  readonly text: string;
  /** Decorators that affect requests and responses, each in one line. */
  readonly decorators: readonly string[];
  readonly optional: boolean;
  readonly type: string;
  readonly fallback: string;
}

/** A parsed operation. */
export interface OperationPart {
  readonly name: string;
  readonly text: string;
  readonly decorators: readonly string[];
  readonly verb: string;
  readonly route: string;
  readonly parameters: readonly Part[];
  /** Names of the models that are spread into the parameters. */
  readonly spreads: readonly string[];
  /** The return types: the variants of the union. */
  readonly returns: readonly string[];
}

/** Decorators that do not affect requests and responses: documentation, and hints for client generators. */
const words = /^@(doc|summary|returnsDoc|tag|OpenAPI\.|Azure\.ClientGenerator\.)/;

/** Returns what a part means on the wire, for comparison. Documentation is left out. */
export function wireOf({ name, decorators, optional, type, fallback }: Part): readonly unknown[] {
  return [name, decorators, optional, type, fallback];
}

export function byName(parts: readonly Part[]): ReadonlyMap<string, Part> {
  return new Map(parts.map((part) => [part.name, part]));
}

/** Returns text in one line, for comparison. */
export function inOneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}

/** Parses a property, parameter, variant or value. Returns undefined for a member without a name. */
export function partOf(text: string, { node, pos, end, name }: MemberNode): Part | undefined {
  if (name === undefined) return undefined;
  const {
    optional = false,
    value,
    default: fallback,
  } = node as Node & {
    readonly optional?: boolean;
    readonly value?: Node;
    readonly default?: Node;
  };
  return {
    name: name.text,
    text: text.slice(pos, end),
    decorators: decoratorsOf(text, node),
    optional,
    type: value === undefined ? "" : sliceOf(text, value),
    fallback: fallback === undefined ? "" : sliceOf(text, fallback),
  };
}

/** Parses an operation. */
export function operationPartOf(text: string, { node, pos, end, name }: MemberNode): OperationPart {
  const { parameters, returnType } = signatureOf(node);
  const decorators = decoratorsOf(text, node);
  const members = parameters.map(memberOf);
  return {
    name: name?.text ?? "",
    text: text.slice(pos, end),
    decorators: decorators.filter((one) => !isVerb(one) && !one.startsWith("@route(")),
    verb: /^@(\w+)/.exec(decorators.find(isVerb) ?? "")?.[1] ?? "",
    route: routeIn(decorators),
    parameters: members.flatMap((one) => partOf(text, one) ?? []),
    spreads: members.flatMap((one) =>
      one.name === undefined
        ? [
            text
              .slice(one.pos, one.end)
              .replace(/^\.\.\./, "")
              .trim(),
          ]
        : [],
    ),
    returns: optionsOf(text, returnType),
  };
}

function isVerb(decorator: string): boolean {
  return /^@(get|put|post|patch|delete|head)\b/.test(decorator);
}

/** Returns the path of a `@route` decorator; empty if there is none. */
export function routeIn(decorators: readonly string[]): string {
  const route = decorators.find((one) => one.startsWith("@route("));
  return /"((?:[^"\\]|\\.)*)"/.exec(route ?? "")?.[1] ?? "";
}

/** Returns the parameters and the return type of an operation. */
export function signatureOf(node: Node): {
  readonly parameters: readonly Node[];
  readonly returnType: Node;
  /** The position before the closing parenthesis. */
  readonly end: number;
} {
  if (node.kind !== SyntaxKind.OperationStatement) throw new Error("expected an operation");
  const { signature } = node;
  if (signature.kind !== SyntaxKind.OperationSignatureDeclaration)
    throw new Error("expected an operation with parameters");
  const { parameters, returnType } = signature;
  return { parameters: parameters.properties, returnType, end: parameters.end - 1 };
}

/** Returns the variants of a union as text, each in one line. Any other type is a single variant. */
function optionsOf(text: string, node: Node): readonly string[] {
  return node.kind === SyntaxKind.UnionExpression
    ? node.options.map((one) => sliceOf(text, one))
    : [sliceOf(text, node)];
}

function sliceOf(text: string, node: Node): string {
  return inOneLine(text.slice(node.pos, node.end));
}

/** Returns the decorators of a node that affect requests and responses. */
export function decoratorsOf(text: string, node: Node): readonly string[] {
  const { decorators = [] } = node as { readonly decorators?: readonly Node[] };
  return decorators.map((one) => sliceOf(text, one)).filter((one) => !words.test(one));
}

/** Returns the head of a declaration, without doc comment and decorators that do not affect requests and responses. */
export function headOf(text: string, node: DeclarationNode): string {
  const { decorators = [] } = node as { readonly decorators?: readonly Node[] };
  const from = decorators.at(-1)?.end ?? afterDoc(text, node.pos);
  const body = /[{=;]/.exec(text.slice(node.id.end))?.index ?? 0;
  const declaration = inOneLine(
    text.slice(from, node.id.end + body).replaceAll(/#deprecated "[^"]*"/g, ""),
  );
  return [...decoratorsOf(text, node), declaration].join(" ");
}

/** Returns the members without a name, such as spreads, each in one line. */
export function namelessIn(text: string, node: DeclarationNode): readonly string[] {
  return membersOf(node)
    .filter(({ name }) => name === undefined)
    .map(({ pos, end }) => inOneLine(text.slice(pos, end)));
}
