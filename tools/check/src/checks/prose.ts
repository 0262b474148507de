import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Check, Finding } from "../check.ts";
import { trackedFiles } from "../scratch-copy.ts";

/** A phrase that readers stumble over, and what to write instead. */
interface Phrase {
  readonly pattern: RegExp;
  readonly instead: string;
}

/** Phrases to avoid in comments, messages, test names and Markdown. */
const phrases: readonly Phrase[] = [
  {
    pattern: /\b(?:which|that|if it) (?:is|are|was|were) none\b/i,
    instead: 'say what is missing: "an invalid date", "a URL that cannot be parsed"',
  },
  {
    pattern:
      /(?<!\bthere )\b(?:is|are) no (?!longer\b|more\b|less\b|fewer\b|different\b|other\b)[a-z]/i,
    instead: 'write "is not a …"',
  },
  {
    pattern: /\bwhoever\b/i,
    instead: 'name the reader: "the caller", "everybody who", "an app that"',
  },
  { pattern: /\bshall\b(?! we\b)/i, instead: 'write "must" or "will", or use the present tense' },
  { pattern: /\bmakes? no sense\b/i, instead: 'say what is wrong: "is malformed", "is invalid"' },
  { pattern: /\bin silence\b/i, instead: 'write "silently"' },
  { pattern: /\bmisspelt\b/i, instead: 'write "unknown"' },
  { pattern: /\bstands? in for\b/i, instead: 'write "replaces"' },
  { pattern: /\bcome what may\b|, be it\b/i, instead: 'write "always", or "even if it is"' },
  {
    pattern: /\bput(?:ting)? (?:it |that |them )?right\b/i,
    instead: 'write "correct" or "fix"',
  },
  {
    pattern: /\bwhat (?:has |have )?(?:come|came|comes|became|becomes|become) of\b/i,
    instead: 'name it: "the result of", "a line per step"',
  },
  {
    pattern: /\bwrong usage\b|\bcommand line is wrong\b/i,
    instead: 'write "invalid arguments"',
  },
  { pattern: /\banew\b/i, instead: 'write "again", or name the new thing' },
  {
    pattern: /\b(?:tell|hear)s? of\b/i,
    instead: 'write "reports", "receives" or "is called for"',
  },
  { pattern: /\bsomebody else's\b/i, instead: 'name the owner: "another user\'s", "a custom"' },
  {
    pattern: /^What (?:it|this|that) is\.$/,
    instead: "remove the comment, or write what the name does not say",
  },
];

/** Generated files, changelogs, and this file with its test. */
const excluded =
  /\/(?:generated|specs\/chat\/openapi|test\/scenarios|api)\/|CHANGELOG\.md$|\/checks\/prose(?:\.test)?\.ts$/;

/** Whether a file contains text that people write and read. */
const hasProse = (path: string): boolean =>
  /\.(?:[cm]?tsx?|mjs|md|tsp)$/.test(path) && !excluded.test(`/${path}`);

/** Checks that comments, messages, test names and documents contain no phrase of the list. */
export const prose: Check = {
  name: "prose",
  holds: "texts have no phrases that are hard to read",
  run: async (repository) => {
    const paths = (await trackedFiles(repository)).filter(hasProse);
    const findings = await Promise.all(
      paths.map(async (path) => inText(path, await readFile(join(repository, path), "utf8"))),
    );
    return findings.flat();
  },
};

/** Finds the phrases in one file, including those that continue on the next line. */
export function inText(path: string, text: string): Finding[] {
  const lines = text.split("\n").map(withoutMarks);
  return lines.flatMap((line, index) =>
    phrases.flatMap(({ pattern, instead }): Finding[] => {
      const match = pattern.exec(line) ?? pattern.exec(`${line} ${lines[index + 1] ?? ""}`);
      if (match === null || match.index >= line.length) return [];
      return [{ where: `${path}:${index + 1}`, what: `"${match[0]}"`, todo: instead }];
    }),
  );
}

/** Returns a line without indentation and comment delimiters. */
function withoutMarks(line: string): string {
  return line.replace(/^\s*(?:\/\*\*?|\*(?!\/)|\/\/)?\s*/, "").replace(/\s*\*\/\s*$/, "");
}
