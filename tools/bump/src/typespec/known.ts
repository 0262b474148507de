import { SyntaxKind } from "@typespec/compiler/ast";
import type { Draft } from "./draft.ts";
import { memberOf } from "./files.ts";
import { decoratorsOf, type OperationPart, operationPartOf, type Part, partOf } from "./parts.ts";
import type { Written, WrittenOperation } from "./written.ts";

/** The shared parameters and responses of the specification, so that new operations use them like the existing ones. */
export interface Known {
  /** Returns the model that declares an equal parameter; undefined if there is none. */
  parameter(part: Part): string | undefined;
  /** Returns the return types of an operation under the names that the specification gives them. */
  returns(operation: OperationPart): readonly string[];
}

/** Learns how the specification names the responses that the converter writes in full. */
export function learn(into: Draft, before: Written, after: Written): Known {
  const parameters = knownParameters(into);
  const successes = new Map<string, string>();
  const failures = new Map<string, string>();
  for (const written of before.operations) {
    const own = ownOperation(into, written);
    if (own === undefined) continue;
    const [good, bad] = split(written, before);
    const [ownGood, ownBad] = [own.returns.slice(0, good.length), own.returns.slice(good.length)];
    for (const [index, text] of good.entries()) {
      const said = ownGood[index];
      if (said !== undefined && !successes.has(text)) successes.set(text, said);
    }
    const key = bad.toSorted().join(" | ");
    if (key !== "" && ownBad.length > 0 && !failures.has(key))
      failures.set(key, ownBad.join(" | "));
  }
  return {
    parameter: (part) => parameters.get(keyOf(part)),
    returns: (operation) => {
      const [good, bad] = split(operation, after);
      const failed = failures.get(bad.toSorted().join(" | "));
      return [
        ...good.map((text) => successes.get(text) ?? text),
        ...(failed === undefined ? bad : [failed]),
      ];
    },
  };
}

/** Returns the operation of the specification that an operation of the document was compiled from. */
export function ownOperation(
  into: Draft,
  { group, name }: { readonly group: string; readonly name: string },
): OperationPart | undefined {
  const located = into.find(group === "" ? name : group);
  if (located === undefined) return undefined;
  const member = group === "" ? memberOf(located.node) : into.memberIn(group, name);
  return member === undefined ? undefined : operationPartOf(located.text, member);
}

/** Splits the return types of an operation into those of successes and those of failures. */
function split(
  { returns }: Pick<WrittenOperation, "returns">,
  written: Written,
): readonly [readonly string[], readonly string[]] {
  const isFailure = (text: string): boolean => {
    if (/@statusCode _: [45]|@minValue\([45]00\)|^Failure(In)?</.test(text)) return true;
    const type = written.types.get(text) ?? written.shared.get(text);
    return type !== undefined && /(^|\s)@error\b/.test(type.head);
  };
  return [returns.filter((one) => !isFailure(one)), returns.filter(isFailure)];
}

/** Finds the models of the specification that declare a single parameter, by the parameter's key. */
function knownParameters(into: Draft): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { node, text, members } of into.all()) {
    const [only, ...others] = members;
    if (node.kind !== SyntaxKind.ModelStatement || only === undefined || others.length > 0)
      continue;
    if (!decoratorsOf(text, only.node).some((one) => /^@(path|query|header|cookie)\b/.test(one)))
      continue;
    const part = partOf(text, only);
    if (part !== undefined) found.set(keyOf(part), node.id.sv);
  }
  return found;
}

/**
 * Returns a key that is equal for equal parameters on the wire, such as `@path("chatThreadId")` and `@path
 * chatThreadId`.
 */
function keyOf({ name, decorators, type, optional }: Part): string {
  const place = decorators.find((one) => /^@(path|query|header|cookie)\b/.test(one)) ?? "";
  const [, kind = "", given] = /^@(\w+)(?:\("([^"]*)"\))?/.exec(place) ?? [];
  const others = decorators.filter((one) => one !== place);
  return JSON.stringify([kind, given ?? name, type, optional, others]);
}
