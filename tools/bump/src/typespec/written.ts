import type { Contract, Operation, Place } from "@acs-chat/codegen/contract";
import { writeTypeSpec } from "@acs-chat/codegen/openapi";
import { SyntaxKind } from "@typespec/compiler/ast";
import { afterDoc, type DeclarationNode, declarationsIn, memberOf, membersOf } from "./files.ts";
import {
  headOf,
  namelessIn,
  type OperationPart,
  operationPartOf,
  type Part,
  partOf,
} from "./parts.ts";

/** A parsed declaration that the converter wrote from a document. */
export interface WrittenType {
  readonly name: string;
  readonly text: string;
  readonly kind: SyntaxKind;
  readonly head: string;
  readonly parts: ReadonlyMap<string, Part>;
  /** Members without a name: spreads, and types that a union accepts. */
  readonly nameless: readonly string[];
  /** The text after the name of a declaration without members, such as an alias. */
  readonly rest: string;
  readonly place: Place;
}

/** An operation that the converter wrote from a document. */
export interface WrittenOperation extends OperationPart {
  readonly group: string;
  readonly id: string;
  readonly operation: Operation | undefined;
  readonly place: Place;
}

/** A document in the form that the converter writes. */
export interface Written {
  readonly types: ReadonlyMap<string, WrittenType>;
  /** Parameters, responses and credentials that operations share, by name. */
  readonly shared: ReadonlyMap<string, WrittenType>;
  readonly operations: readonly WrittenOperation[];
  /** Returns the place of a property in the document. */
  placeOf(type: string, part: string): Place | undefined;
}

/** Writes a document as TypeSpec, and parses the result. */
export function write(contract: Contract): Written {
  const types = new Map<string, WrittenType>();
  const shared = new Map<string, WrittenType>();
  const operations: WrittenOperation[] = [];
  const routes = new Map(contract.operations.map((one) => [routeKey(one.method, one.path), one]));
  for (const declarations of writeTypeSpec(contract).files.values()) {
    for (const { file, text, at } of declarations) {
      for (const node of declarationsIn(text)) {
        if (file === "operations.tsp") operations.push(...readGroup(text, node, routes, at));
        else (file === "models.tsp" ? types : shared).set(node.id.sv, readType(text, node, at));
      }
    }
  }
  const named = new Map(
    [...contract.schemas.values()].map(({ name, schema }) => [name, schema] as const),
  );
  return {
    types,
    shared,
    operations,
    placeOf: (type, part) => {
      const schema = named.get(type);
      const property =
        schema?.kind === "object" ? schema.properties.find(({ name }) => name === part) : undefined;
      return property?.at ?? types.get(type)?.place;
    },
  };
}

/** Identifies an operation. Path parameters may have any name. */
export function routeKey(method: string, path: string): string {
  return `${method} ${path.replaceAll(/\{[^}]*\}/g, "{}")}`;
}

function readType(text: string, node: DeclarationNode, place: Place): WrittenType {
  const members = membersOf(node);
  return {
    name: node.id.sv,
    text: text.slice(node.pos, node.end),
    kind: node.kind,
    head: headOf(text, node),
    parts: new Map(
      members.flatMap((one) => {
        const part = partOf(text, one);
        return part === undefined ? [] : [[part.name, part] as const];
      }),
    ),
    nameless: namelessIn(text, node),
    rest: members.length > 0 ? "" : text.slice(node.id.end, node.end).replaceAll(/\s+/g, " "),
    place,
  };
}

function readGroup(
  text: string,
  node: DeclarationNode,
  routes: ReadonlyMap<string, Operation>,
  at: Place,
): readonly WrittenOperation[] {
  const isGroup = node.kind === SyntaxKind.InterfaceStatement;
  const members = isGroup ? membersOf(node) : [memberOf(node)];
  return members.map((member) => {
    const part = operationPartOf(text, member);
    const route = part.route.replaceAll(/\{[^}]*\}/g, "{}");
    const operation = routes.get(`${part.verb} ${route}`);
    const group = isGroup ? node.id.sv : "";
    return Object.assign(part, {
      group,
      id: operation?.id ?? `${group}_${part.name}`,
      operation,
      place: operation?.at ?? at,
    });
  });
}

/** Returns a text with decorators after its doc comment. */
export function decorated(text: string, ...decorators: readonly string[]): string {
  const at = afterDoc(text, 0);
  return `${text.slice(0, at)}${decorators.map((one) => `${one}\n`).join("")}${text.slice(at)}`;
}
