import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./markdown.ts";

/** Returns the links of a Markdown file whose file or heading does not exist. */
export function brokenLinks(file: string): string[] {
  const text = withoutCode(readFileSync(join(root, file), "utf8"));
  return [...text.matchAll(/\]\((?<target>[^)\s]+)\)/g)]
    .map((match) => match.groups!["target"]!)
    .filter((target) => !/^[a-z]+:/.test(target))
    .filter((target) => !leadsSomewhere(file, target));
}

function leadsSomewhere(file: string, target: string): boolean {
  const [path, anchor] = target.split("#") as [string, string | undefined];
  const full = path === "" ? join(root, file) : join(root, dirname(file), path);
  if (!existsSync(full)) return false;
  if (anchor === undefined || statSync(full).isDirectory()) return true;
  const headings = [...readFileSync(full, "utf8").matchAll(/^#+ (.*)$/gm)];
  return headings.some(([, heading]) => headingSlug(heading!) === anchor);
}

/** Returns the anchor of a heading. */
export function headingSlug(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-");
}

function withoutCode(text: string): string {
  return text.replaceAll(/^```[\s\S]*?^```$/gm, "").replaceAll(/`[^`\n]*`/g, "");
}
