import type { EnumSchema, Literal } from "../contract.ts";
import { Names, valueName } from "./scope.ts";
import { quoted } from "./text.ts";

/** Writes a value as a literal type. */
export function literalText(value: Literal): string {
  return typeof value === "string" ? quoted(value) : String(value);
}

/** Returns the member names of an enumeration, in the order of the values. */
export function memberNamesOf({ values }: EnumSchema): readonly string[] {
  const names = new Names();
  return values.map(({ name, value }) => names.claim(memberName(name ?? String(value))));
}

function memberName(text: string): string {
  if (text === "") return "empty";
  if (/^-\d/.test(text)) return memberName(`minus ${text.slice(1)}`);
  if (/^[\p{ID_Start}_][\p{ID_Continue}]*$/u.test(text)) return text;
  const name = valueName(text);
  return name === "value" ? text : name;
}
