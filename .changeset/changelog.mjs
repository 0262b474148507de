// The format of CHANGELOG.md: one entry per changeset without commit hashes, and one line for updated dependencies.

/** Returns the entry of one changeset. */
export async function getReleaseLine({ summary }) {
  const [first, ...rest] = summary.trim().split("\n");
  return [`- ${first}`, ...rest.map((line) => (line === "" ? "" : `  ${line}`))].join("\n");
}

/** Returns the line for updated dependencies of this repository. */
export async function getDependencyReleaseLine(_changesets, dependencies) {
  if (dependencies.length === 0) return "";
  const list = dependencies.map(({ name, newVersion }) => `${name} ${newVersion}`);
  return `- Updated dependencies: ${list.join(", ")}.`;
}
