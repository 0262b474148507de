import { printText } from "@acs-chat/spec-diff";
import type { Report } from "./bump.ts";

/** Formats the report as text. */
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
      `Properties treated as renamed. If one is not a rename, replace its @renamedFrom by @removed and @added:\n${list.join("\n")}`,
    );
  }
  parts.push(
    items.length === 0
      ? "To do by hand: nothing"
      : `To do by hand (${items.length})\n${items.map(({ where, what }) => `  [ ] ${where}\n      ${what.replaceAll("\n", "\n      ")}`).join("\n")}`,
    `Semver: ${proposal.step}, because ${proposal.because}\n  changeset ${dryRun ? "that would be written" : "written"}: ${changeset}`,
    `Files ${dryRun ? "that would change" : "changed"} (${files.length})\n${files.map(mark).join("\n")}`,
    dryRun
      ? "Dry run: no file was changed. To make the change, run the command without --dry-run."
      : `Next: git switch -c api-version-${version}, work through the list, then run \`pnpm check\` and \`pnpm test\`.`,
  );
  return parts.join("\n\n");
}

function mark({ path, before, after }: Report["files"][number]): string {
  return `  ${before === undefined ? "new    " : after === undefined ? "removed" : "changed"} ${path}`;
}
