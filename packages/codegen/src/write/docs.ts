import type { DocPlan } from "../plan/types.ts";

/** Writes a doc comment with paragraphs and tags; empty if there is no text. */
export function docComment(
  doc: DocPlan | undefined,
  tags: readonly string[] = [],
  fallback?: string,
): string {
  const lines: string[] = [];
  const text = doc?.text !== undefined && doc.text !== "" ? doc.text : fallback;
  if (text !== undefined && text !== "") lines.push(...wrap(text));
  if (doc?.versions !== undefined) {
    if (lines.length > 0) lines.push("");
    lines.push(...wrap(availability(doc.versions)));
  }
  const allTags = [
    ...tags,
    ...(doc?.deprecated === undefined ? [] : [`@deprecated ${doc.deprecated}`]),
  ];
  if (allTags.length > 0) {
    if (lines.length > 0) lines.push("");
    for (const tag of allTags) lines.push(...(tag.includes("\n") ? tag.split("\n") : wrap(tag)));
  }
  if (lines.length === 0) return "";
  const safe = lines.map((line) => line.replaceAll("*/", "*\\/"));
  if (safe.length === 1 && (safe[0] ?? "").length < 90) return `/** ${safe[0]} */\n`;
  return `/**\n${safe.map((line) => ` * ${line}`.trimEnd()).join("\n")}\n */\n`;
}

function availability(versions: readonly string[]): string {
  const names = versions.map((version) => `\`${version}\``);
  return `API version${names.length === 1 ? "" : "s"} ${names.join(", ")} only.`;
}

/** Wraps text at about a hundred characters. List items and code are not wrapped. */
function wrap(text: string, width = 96): string[] {
  return joinParagraphs(text).flatMap((line) => {
    if (line.length <= width) return [line.trimEnd()];
    const result: string[] = [];
    let current = "";
    for (const word of line.split(" ")) {
      if (current !== "" && current.length + 1 + word.length > width) {
        result.push(current);
        current = word;
      } else {
        current = current === "" ? word : `${current} ${word}`;
      }
    }
    return [...result, current];
  });
}

/** Returns the first sentence of a documentation. */
export function firstSentence(doc: DocPlan | undefined): string | undefined {
  const line = doc?.text
    .split(/\n\s*\n/)[0]
    ?.replace(/\s+/g, " ")
    .trim();
  return line === undefined || line === "" ? undefined : line;
}

/** Joins the lines of each paragraph, but not those of lists, tables, quotes and code. */
function joinParagraphs(text: string): string[] {
  const lines: string[] = [];
  let inCode = false;
  for (const line of text.split("\n")) {
    const previous = lines.at(-1);
    const fence = line.trimStart().startsWith("```");
    const separate =
      inCode ||
      fence ||
      previous === undefined ||
      previous.trim() === "" ||
      line.trim() === "" ||
      /^\s*([-*+|>#]|\d+\.|```|@)/.test(line) ||
      /^\s*(```|[|#])/.test(previous);
    if (fence) inCode = !inCode;
    if (separate) lines.push(line.trimEnd());
    else lines[lines.length - 1] = `${previous} ${line.trim()}`;
  }
  return lines;
}
