/** The help of `pnpm release`. */
export const help = `Usage: pnpm release [--dry-run]

Builds, checks and packs the public packages, shows what would be published, and publishes it.

Options:
  --dry-run   Publish nothing.
  -h, --help  Show this text.

Examples:
  pnpm release --dry-run
  pnpm release

Before a release: \`pnpm changeset version\` writes versions and changelogs; commit that.

Exit codes: 0 done; 1 something must be put right first; 2 wrong usage, a missing tool, or a
build that fails.
`;
