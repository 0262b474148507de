import { SyntaxKind } from "@typespec/compiler/ast";
import type { Draft, Located } from "./draft.ts";
import type { Known } from "./known.ts";
import { routeIn } from "./parts.ts";
import { printOperation } from "./print-operation.ts";
import type { Written, WrittenOperation } from "./written.ts";

/** Writes a new operation into the interface of its group, or into a new interface. */
export function addOperation(
  into: Draft,
  one: WrittenOperation,
  known: Known,
  after: Written,
  groups: Map<string, string[]>,
): void {
  const { group, name } = one;
  const located = into.find(group);
  const isInterface = located?.node.kind === SyntaxKind.InterfaceStatement;
  const prefix = isInterface ? routeOf(located) : "";
  const isInside = one.route === prefix || one.route.startsWith(`${prefix}/`) || prefix === "";
  if (group === "") {
    const text = printOperation(into, one, { prefix: "", known, after, decorators: [into.added] });
    return into.declare(name, text.replace(/^([^(@]*?)(\w+\()/m, "op $2"));
  }
  if (isInterface && isInside) {
    into.append(
      located,
      printOperation(into, one, { prefix, known, after, decorators: [into.added] }),
    );
    return told(into, group, name);
  }
  // An interface's route is a prefix of its operations' routes. Other operations go into a second interface, where
  // `@operationId` keeps their ids.
  const own = isInterface ? `${group}Of${into.member.slice(1).replaceAll("_", "")}` : group;
  const decorators = isInterface ? [`@OpenAPI.operationId(${JSON.stringify(one.id)})`] : [];
  const text = printOperation(into, one, { prefix: "", known, after, decorators });
  groups.set(own, [...(groups.get(own) ?? []), text]);
  told(into, own, name);
}

function told(into: Draft, group: string, name: string): void {
  const { namespace } = into;
  if (!(into.sources.get("client.tsp") ?? "").includes("@@clientLocation(")) return;
  into.tellClients(`@@clientLocation(${namespace}.${group}.${name}, ${namespace}, "!autorest");`);
}

function routeOf({ text, node }: Located): string {
  const { decorators } = node as { readonly decorators: readonly { pos: number; end: number }[] };
  return routeIn(decorators.map(({ pos, end }) => text.slice(pos, end).trim()));
}
