import { type Change, CHANGE_CLASSES, type ChangeClass } from "./change.ts";
import { countByClass } from "./diff.ts";
import type { NotCompared } from "./not-compared.ts";

/** One of the two documents that were compared. */
export interface Side {
  readonly file: string;
  readonly version: string;
}

const HEADINGS: Readonly<Record<ChangeClass, string>> = {
  removal: "REMOVED: code that uses one of these fails",
  breaking: "BREAKING: code that uses one of these may fail",
  addition: "Added",
  documentation: "Documentation",
};
const MARKS: Readonly<Record<ChangeClass, string>> = {
  removal: "!!! ",
  breaking: "!   ",
  addition: "+   ",
  documentation: "~   ",
};
/** The number of operations that are named in a line; further ones are counted. */
const NAMED_OPERATIONS = 3;
/** The number of characters of a description that are printed. */
const TEXT_WIDTH = 72;

/** Formats the changes as text, the most severe class first. Ends with a newline. */
export function printText(
  from: Side,
  to: Side,
  changes: readonly Change[],
  others: readonly NotCompared[] = [],
): string {
  const counts = countByClass(changes);
  const lines = [`${from.version} (${from.file}) -> ${to.version} (${to.file})`];
  for (const name of CHANGE_CLASSES) {
    const those = changes.filter((change) => change.class === name);
    if (those.length === 0) continue;
    lines.push("", `${HEADINGS[name]} (${those.length})`);
    lines.push(...those.map((change) => `${MARKS[name]}${describeChange(change)}`));
  }
  if (others.length > 0) {
    lines.push("", `Not compared: parts that differ, but that are not read (${others.length})`);
    lines.push(
      ...others.map(
        ({ side, pointer, reason }) =>
          `?   ${(side === "from" ? from : to).file}#${pointer}: ${reason}`,
      ),
    );
  }
  lines.push(
    "",
    `changes: ${changes.length} (removals: ${counts.removal}, breaking: ${counts.breaking}, additions: ${counts.addition}, documentation: ${counts.documentation})`,
  );
  return `${lines.join("\n")}\n`;
}

/** Formats the changes as JSON. Ends with a newline. */
export function printJson(
  from: Side,
  to: Side,
  changes: readonly Change[],
  others: readonly NotCompared[] = [],
): string {
  const report = { from, to, counts: countByClass(changes), changes, notCompared: others };
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** Describes a change in one line. */
export function describeChange(change: Change): string {
  const words = change.kind.replaceAll("-", " ");
  const because = change.because === undefined ? "" : `; ${change.because}`;
  return `${change.place}: ${words}${valuesOf(change)}${because}${operationsOf(change)}`;
}

function valuesOf({ before, after, kind }: Change): string {
  const show = (text: string): string => {
    if (text === "") return "nothing";
    if (kind !== "description-changed") return text;
    return JSON.stringify(text.length > TEXT_WIDTH ? `${text.slice(0, TEXT_WIDTH)}…` : text);
  };
  if (before !== undefined && after !== undefined) return `, ${show(before)} -> ${show(after)}`;
  if (before !== undefined) return ` (was ${show(before)})`;
  return after === undefined ? "" : ` (${show(after)})`;
}

function operationsOf({ class: name, operations, place }: Change): string {
  const others = operations.filter((operation) => !place.startsWith(operation));
  if ((name !== "removal" && name !== "breaking") || others.length === 0) return "";
  const rest = others.length - NAMED_OPERATIONS;
  const named = others.slice(0, NAMED_OPERATIONS).join(", ");
  return ` [in ${named}${rest > 0 ? ` and ${rest} more` : ""}]`;
}
