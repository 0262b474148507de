/** The help of `pnpm release`. */
export const help = `Usage: pnpm release [--dry-run]

Builds, checks, packs and publishes the public packages. Prints the packages and their changelog
entries first.

Options:
  --dry-run   Publish nothing.
  -h, --help  Show this text.

Examples:
  pnpm release --dry-run
  pnpm release

Before a release, run \`pnpm changeset version\`, which writes versions and changelogs, and commit the
result.

Exit codes: 0 done; 1 a check failed or changesets are pending; 2 invalid arguments, a missing tool,
or a build that fails.
`;
