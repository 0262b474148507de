/** `pnpm build`: every package, in the order in which they need each other. */
import { shouldRun } from "./arguments.ts";
import { turbo } from "./turbo.ts";

const help = `Usage: pnpm build

Builds every package that has something to build, in the order in which they need each other, and
only what changed since the last time.

Options:
  -h, --help  Show this text.

Examples:
  pnpm build
  pnpm --filter @acs-chat/client build    one package, when what it needs is built

Exit codes: 0 all built; 1 something does not build; 2 wrong usage.
`;

if (shouldRun("build", help)) {
  process.exitCode = turbo("run", "build");
  if (process.exitCode !== 0) {
    console.error(
      "build: put right the first error above; packages that build are not built again",
    );
  }
}
