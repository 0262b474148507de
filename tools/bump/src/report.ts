import { printText } from "@acs-chat/spec-diff";
import type { Report } from "./bump.ts";

/** The report as text for a person. */
export function printReport(report: Report): string {
  const { version, from, shownAs, changes, renames, items, proposal, changeset, files, dryRun } =
    report;
  const parts = [
    printText(
      { file: `specs/chat/openapi/${from}.json`, version: from },
      { file: shownAs, version },
      changes,
    ).trimEnd(),
  ];
  if (renames.length > 0) {
    const list = renames.map(({ model, from: old, to }) => `  ${model}.${old} → ${to}`);
    parts.push(
      `Taken for new names; if one is not, write @removed and @added instead of @renamedFrom:\n${list.join("\n")}`,
    );
  }
  parts.push(
    items.length === 0
      ? "Left for a human: nothing"
      : `Left for a human (${items.length})\n${items.map(({ where, what }) => `  [ ] ${where}\n      ${what.replaceAll("\n", "\n      ")}`).join("\n")}`,
    `Semver: ${proposal.step}, because ${proposal.because}\n  ${dryRun ? "would be written to" : "written to"} ${changeset}`,
    `Files ${dryRun ? "that would change" : "changed"} (${files.length})\n${files.map(mark).join("\n")}`,
    dryRun
      ? "Dry run: nothing was changed. Run it again without --dry-run to make the change."
      : `Next: git switch -c api-version-${version}, work through the list, then \`pnpm check\` and \`pnpm test\`.`,
  );
  return parts.join("\n\n");
}

function mark({ path, before, after }: Report["files"][number]): string {
  return `  ${before === undefined ? "new    " : after === undefined ? "removed" : "changed"} ${path}`;
}
