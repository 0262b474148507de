import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../markdown.ts";

/** Returns the changelog of a package, including the entries of its next release. */
export function changelogOf(name: string): string {
  const text = readFileSync(join(root, `packages/${name}/CHANGELOG.md`), "utf8");
  const pending = pendingChanges(`@acs-chat/${name}`);
  if (pending.length === 0) return text;
  const entries = pending.map((entry) =>
    entry.startsWith("- ") ? entry : `- ${entry.replaceAll("\n", "\n  ")}`,
  );
  return text.replace(/^(# .*\n)/, `$1\n## Not yet released\n\n${entries.join("\n")}\n`);
}

/** Returns the texts of the changesets for the package. */
function pendingChanges(name: string): string[] {
  return globSync(".changeset/*.md", { cwd: root })
    .filter((file) => !file.endsWith("README.md"))
    .toSorted()
    .flatMap((file) => {
      const text = readFileSync(join(root, file), "utf8");
      const { names, entry } = /^---\n(?<names>[\s\S]*?)---\n(?<entry>[\s\S]*)$/.exec(
        text,
      )!.groups!;
      return names!.includes(`"${name}":`) ? [entry!.trim()] : [];
    });
}
