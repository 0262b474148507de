/** `pnpm start`: generates, builds, and runs a conversation on the emulator. */
import { shouldRun } from "./arguments.ts";
import { turbo } from "./turbo.ts";

const help = `Usage: pnpm start

Generates the client from the specification, builds the packages, and runs
samples/quickstart/src/quickstart.ts: two users chat on the emulator, first with @acs-chat/client,
then with @acs-chat/rest. The first run takes a minute. Later runs build only what changed.

Options:
  -h, --help  Show this text.

Examples:
  npx -y pnpm@12.21.0 start
  pnpm start

Exit codes: 0 the conversation succeeded; 1 a build or the conversation failed; 2 invalid arguments.
`;

if (shouldRun("start", help)) {
  process.exitCode = turbo(
    "run",
    "start",
    "--filter=@acs-chat/quickstart",
    "--log-prefix=none",
    "--output-logs=new-only",
  );
  if (process.exitCode === 0) {
    console.log(
      "Next: read docs/getting-started.md, or run `pnpm emulator` to open the emulator's page.",
    );
  } else {
    console.error(
      "start: failed. Fix the first error above; if a package is missing, run `pnpm install`.",
    );
  }
}
