import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Item } from "./checklist.ts";

const folder = "packages/rest/api";

/**
 * Lists the declarations of `@acs-chat/rest` that the new API version removes. The types of the package cover all API
 * versions, so callers of an older version lose them as well.
 */
export async function lostByOlderVersions(before: string, after: string): Promise<Item[]> {
  const items: Item[] = [];
  for (const report of await readdir(join(before, folder)).catch(() => [])) {
    const [old, now] = await Promise.all(
      [before, after].map((root) => readFile(join(root, folder, report), "utf8").catch(() => "")),
    );
    const left = new Map(declarationLines(now ?? "").map((one) => [keyOf(one), one]));
    for (const one of declarationLines(old ?? "")) {
      const { text, owner, line } = one;
      const counterpart = left.get(keyOf(one));
      if (counterpart !== undefined && takesAll(one, counterpart)) continue;
      items.push({
        where: `${folder}/${report}:${line}`,
        what: `callers of older API versions lose this ${owner === "" ? "declaration" : `member of ${owner}`}: ${text}`,
      });
    }
  }
  return items;
}

/** Identifies a declaration or member by its owner and name, without its type. */
function keyOf({ owner, text }: Line): string {
  return `${owner} ${text.replace(/[?]?[:=(].*$/, "").trim()}`;
}

/** Whether the new type accepts all values that the old one accepts. */
function takesAll(old: Line, now: Line): boolean {
  const options = ({ text }: Line): readonly string[] =>
    text
      .replace(/^[^:=]*[:=]/, "")
      .replace(/;$/, "")
      .split(" | ")
      .map((one) => one.trim());
  const known = new Set(options(now));
  return options(old).every((one) => known.has(one) || one === "undefined");
}

interface Line {
  readonly text: string;
  /** The declaration that a member belongs to; empty for a declaration itself. */
  readonly owner: string;
  readonly line: number;
}

function declarationLines(report: string): readonly Line[] {
  let owner = "";
  return report.split("\n").flatMap((raw, index) => {
    const text = raw.trim().replace(/,$/, "");
    const declared = /^export (?:declare )?(?:abstract )?\w+ (\w+)/.exec(raw)?.[1];
    if (declared !== undefined) owner = declared;
    if (text === "" || /^(\/\/|\*|\/\*|[})\]]|```|#|>)/.test(text)) return [];
    return [{ text, owner: declared === undefined ? owner : "", line: index + 1 }];
  });
}
