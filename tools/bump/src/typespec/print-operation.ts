import { forSpecification } from "./client-decorators.ts";
import type { Draft } from "./draft.ts";
import { declarationsIn, membersOf, memberOf } from "./files.ts";
import type { Known } from "./known.ts";
import { partOf, signatureOf } from "./parts.ts";
import { decorated, type Written, type WrittenOperation } from "./written.ts";

/** Settings for an operation that is written into an interface. */
export interface Manner {
  /** The route of the interface. */
  readonly prefix: string;
  readonly known: Known;
  readonly after: Written;
  readonly decorators: readonly string[];
}

/** Returns an operation in the form of the specification, with its shared parameters and responses. */
export function printOperation(
  into: Draft,
  one: WrittenOperation,
  { prefix, known, after, decorators }: Manner,
): string {
  const whole = `interface I {\n${one.text};\n}`;
  const [operation] = declarationsIn(whole).flatMap(membersOf);
  if (operation === undefined) return one.text;
  const { parameters, returnType } = signatureOf(operation.node);
  let text = whole.slice(0, returnType.pos) + ` ${known.returns(one).join(" | ")}`;
  for (const parameter of parameters.toReversed()) {
    const member = memberOf(parameter);
    const shared = spreadFor(whole, member, known, after);
    if (shared === undefined) continue;
    text = `${text.slice(0, member.pos)}...${shared}${text.slice(member.end)}`;
  }
  const own = text
    .slice(operation.pos)
    .trim()
    .replace(/^@route\("([^"]*)"\)\n/m, (line, route: string) => {
      const rest = route.slice(prefix.length);
      return route.startsWith(prefix)
        ? rest === ""
          ? ""
          : `@route(${JSON.stringify(rest)})\n`
        : line;
    });
  const name = `${one.group}.${one.name}`;
  const told = forSpecification(into, { name, text: own });
  return `${decorated(told, ...decorators, ...longRunning(one))};`;
}

/** Returns the model of the specification that declares the parameter. */
function spreadFor(
  text: string,
  member: ReturnType<typeof memberOf>,
  known: Known,
  after: Written,
): string | undefined {
  const part = partOf(text, member);
  if (part !== undefined) return known.parameter(part);
  const name = text
    .slice(member.pos, member.end)
    .trim()
    .replace(/^\.\.\./, "");
  const [only, ...others] = after.shared.get(name)?.parts.values() ?? [];
  return only === undefined || others.length > 0 ? undefined : known.parameter(only);
}

/**
 * Returns the extensions for long-running operations of OpenAPI 2.0. The OpenAPI emitter does not write them for the
 * decorators of the Azure libraries.
 */
function longRunning({ operation }: WrittenOperation): readonly string[] {
  const long = operation?.longRunning;
  if (long === undefined) return [];
  const options = `#{ \`final-state-via\`: ${JSON.stringify(long.finalStateVia)} }`;
  return [
    '@OpenAPI.extension("x-ms-long-running-operation", true)',
    ...(long.finalStateVia === undefined
      ? []
      : [`@OpenAPI.extension("x-ms-long-running-operation-options", ${options})`]),
  ];
}
