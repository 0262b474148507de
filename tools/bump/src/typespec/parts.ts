import { type Node, SyntaxKind } from "@typespec/compiler/ast";
import { afterDoc, type DeclarationNode, type MemberNode, memberOf, membersOf } from "./files.ts";

/** A property, parameter, variant or value, taken apart. */
export interface Part {
  readonly name: string;
  readonly text: string;
  /** Decorators that mean something on the wire, in one line each. */
  readonly decorators: readonly string[];
  readonly optional: boolean;
  readonly type: string;
  readonly fallback: string;
}

/** An operation, taken apart. */
export interface OperationPart {
  readonly name: string;
  readonly text: string;
  readonly decorators: readonly string[];
  readonly verb: string;
  readonly route: string;
  readonly parameters: readonly Part[];
  /** Names of the models that are spread into the parameters. */
  readonly spreads: readonly string[];
  /** What it returns: the options of the union. */
  readonly returns: readonly string[];
}

/** Decorators that are only words, or that tell client generators something. */
const words = /^@(doc|summary|returnsDoc|tag|OpenAPI\.|Azure\.ClientGenerator\.)/;

/** What a part means on the wire, for comparison: all but its words. */
export function wireOf({ name, decorators, optional, type, fallback }: Part): readonly unknown[] {
  return [name, decorators, optional, type, fallback];
}

/** Parts by their name. */
export function byName(parts: readonly Part[]): ReadonlyMap<string, Part> {
  return new Map(parts.map((part) => [part.name, part]));
}

/** Text in one line, for comparison. */
export function inOneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}

/** Takes a property, parameter, variant or value apart; undefined for what has no name. */
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

/** Takes an operation apart. */
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

/** The path that a `@route` decorator says; empty where there is none. */
export function routeIn(decorators: readonly string[]): string {
  const route = decorators.find((one) => one.startsWith("@route("));
  return /"((?:[^"\\]|\\.)*)"/.exec(route ?? "")?.[1] ?? "";
}

/** The parameters and the type of the result of an operation. */
export function signatureOf(node: Node): {
  readonly parameters: readonly Node[];
  readonly returnType: Node;
  /** The place before the closing parenthesis. */
  readonly end: number;
} {
  if (node.kind !== SyntaxKind.OperationStatement) throw new Error("an operation is expected");
  const { signature } = node;
  if (signature.kind !== SyntaxKind.OperationSignatureDeclaration)
    throw new Error("an operation with parameters is expected");
  const { parameters, returnType } = signature;
  return { parameters: parameters.properties, returnType, end: parameters.end - 1 };
}

/** The options of a union as text, each in one line; one for anything else. */
function optionsOf(text: string, node: Node): readonly string[] {
  return node.kind === SyntaxKind.UnionExpression
    ? node.options.map((one) => sliceOf(text, one))
    : [sliceOf(text, node)];
}

function sliceOf(text: string, node: Node): string {
  return inOneLine(text.slice(node.pos, node.end));
}

/** The decorators of a node, without those that are only words. */
export function decoratorsOf(text: string, node: Node): readonly string[] {
  const { decorators = [] } = node as { readonly decorators?: readonly Node[] };
  return decorators.map((one) => sliceOf(text, one)).filter((one) => !words.test(one));
}

/** The head of a declaration, without doc comment and decorators that are only words. */
export function headOf(text: string, node: DeclarationNode): string {
  const { decorators = [] } = node as { readonly decorators?: readonly Node[] };
  const from = decorators.at(-1)?.end ?? afterDoc(text, node.pos);
  const body = /[{=;]/.exec(text.slice(node.id.end))?.index ?? 0;
  const declaration = inOneLine(
    text.slice(from, node.id.end + body).replaceAll(/#deprecated "[^"]*"/g, ""),
  );
  return [...decoratorsOf(text, node), declaration].join(" ");
}

/** Members without a name, such as spreads: each in one line. */
export function namelessIn(text: string, node: DeclarationNode): readonly string[] {
  return membersOf(node)
    .filter(({ name }) => name === undefined)
    .map(({ pos, end }) => inOneLine(text.slice(pos, end)));
}
