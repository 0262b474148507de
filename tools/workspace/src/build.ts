/** `pnpm build`: builds every package, dependencies first. */
import { shouldRun } from "./arguments.ts";
import { turbo } from "./turbo.ts";

const help = `Usage: pnpm build

Builds every package, dependencies first. Packages that did not change since the last build are
taken from the cache.

Options:
  -h, --help  Show this text.

Examples:
  pnpm build
  pnpm --filter @acs-chat/client build    builds one package, without its dependencies

Exit codes: 0 all packages are built; 1 a build failed; 2 invalid arguments.
`;

if (shouldRun("build", help)) {
  process.exitCode = turbo("run", "build");
  if (process.exitCode !== 0) {
    console.error(
      "build: failed. Fix the first error above and run it again; packages that are built are skipped.",
    );
  }
}
