// How entries of CHANGELOG.md look: what changed, without commit hashes, and one line for what moved along.

/** The text of one changeset. */
export async function getReleaseLine({ summary }) {
  const [first, ...rest] = summary.trim().split("\n");
  return [`- ${first}`, ...rest.map((line) => (line === "" ? "" : `  ${line}`))].join("\n");
}

/** What a package says when only packages that it depends on have changed. */
export async function getDependencyReleaseLine(_changesets, dependencies) {
  if (dependencies.length === 0) return "";
  const list = dependencies.map(({ name, newVersion }) => `${name} ${newVersion}`);
  return `- Stands on ${list.join(" and ")}.`;
}
