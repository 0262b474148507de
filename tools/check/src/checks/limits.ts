import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript-api";
import { type Check, type Finding, NotReady } from "../check.ts";
import { lineOf } from "../openapi.ts";

/** The files with limits of the service. Packages do not share them, because they may not import each other. */
export const limitFiles = [
  "packages/client/src/limits.ts",
  "packages/store/src/limits.ts",
  "packages/emulator/src/engine/limits.ts",
];

/** Additional behavior of the service, with evidence. */
const overlay = "specs/chat/overlay/index.ts";

/** A date on which something was read or seen: a day, a month or a year. */
const date = /\b(19|20)\d\d(-\d\d(-\d\d)?)?\b/;
const source = /https?:\/\/|"[^"]+"\s+(\*\s+)?page/;

/** Checks that each limit of the service has a doc comment, a source and a date. */
export const limits: Check = {
  name: "limits",
  holds: "every limit has a source and a date",
  run: async (root) => {
    const findings: Finding[] = [];
    const values = new Map<string, { value: string; where: string }>();
    for (const path of limitFiles) {
      const text = await readFile(join(root, path), "utf8").catch(() => {
        throw new NotReady(
          `${path} is missing: set the path of the limits in tools/check/src/checks/limits.ts`,
        );
      });
      findings.push(...inFile(path, text, values));
    }
    return [...findings, ...(await inOverlay(root))];
  },
};

/** Checks one file, and adds its numbers to `values` for the comparison with other files. */
export function inFile(
  path: string,
  text: string,
  values: Map<string, { value: string; where: string }>,
): Finding[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
  const at = (node: ts.Node): string =>
    `${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
  const findings: Finding[] = [];
  for (const statement of file.statements.filter(ts.isVariableStatement)) {
    if (!hasNumbers(statement) || !isExported(statement)) continue;
    // A comment at the top applies to everything below.
    const commentsAbove = text.slice(0, statement.getStart());
    for (const [what, pattern] of [
      ["source", source],
      ["date", date],
    ] as const) {
      if (pattern.test(commentsAbove)) continue;
      findings.push({
        where: at(statement),
        what: `these limits have no ${what}`,
        todo: `say in a comment above ${what === "date" ? "when they were read" : "which page they were read on"}`,
      });
    }
    for (const property of propertiesOf(statement)) {
      const name = property.name.getText();
      // Packages may name the ends of a range differently.
      const value = (property.initializer.getText().match(/[\d._]+/g) ?? []).join(" ");
      if (commentOf(property, text) === "") {
        findings.push({
          where: at(property),
          what: `${name} has no doc comment`,
          todo: "say in a doc comment what it limits, with the unit",
        });
      }
      const other = values.get(name);
      if (other !== undefined && other.value !== value) {
        findings.push({
          where: at(property),
          what: `${name} is ${value} here and ${other.value} in ${other.where}`,
          todo: "read the source again and correct the value",
        });
      }
      values.set(name, { value, where: at(property) });
    }
  }
  return findings;
}

function hasNumbers(node: ts.Node): boolean {
  return (
    ts.isNumericLiteral(node) ||
    (ts.forEachChild(node, (child) => hasNumbers(child) || undefined) ?? false)
  );
}

function isExported(statement: ts.VariableStatement): boolean {
  return statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
}

/** Returns the properties with numbers of the objects that a statement declares. */
function propertiesOf(statement: ts.VariableStatement): ts.PropertyAssignment[] {
  return statement.declarationList.declarations.flatMap(({ initializer }) => {
    const value =
      initializer && ts.isAsExpression(initializer) ? initializer.expression : initializer;
    return value && ts.isObjectLiteralExpression(value)
      ? value.properties.filter(ts.isPropertyAssignment).filter(hasNumbers)
      : [];
  });
}

function commentOf(node: ts.Node, text: string): string {
  const ranges = ts.getLeadingCommentRanges(text, node.getFullStart()) ?? [];
  return ranges.map(({ pos, end }) => text.slice(pos, end)).join("\n");
}

async function inOverlay(root: string): Promise<Finding[]> {
  const path = join(root, overlay);
  const text = await readFile(path, "utf8").catch(() => undefined);
  if (text === undefined) return [];
  const { WIRE_TRUTHS } = (await import(pathToFileURL(path).href)) as {
    readonly WIRE_TRUTHS: readonly {
      readonly what: string;
      readonly source: string;
      readonly date: string;
    }[];
  };
  const truths = "specs/chat/overlay/wire-truths.ts";
  const written = await readFile(join(root, truths), "utf8").catch(() => "");
  return WIRE_TRUTHS.filter((truth) => truth.source.trim() === "" || !date.test(truth.date)).map(
    ({ what }) => ({
      where: `${truths}:${lineOf(written, what)}`,
      what: `"${what}" has no source, or no date`,
      todo: "say where it was seen and when, as a year, month or day",
    }),
  );
}
