/** `pnpm start`: everything from the specification to a conversation. */
import { shouldRun } from "./arguments.ts";
import { turbo } from "./turbo.ts";

const help = `Usage: pnpm start

Generates the client from the specification, builds the packages, and lets two users talk on the
emulator: through @acs-chat/client, then through @acs-chat/rest. The first run takes a minute, later
ones build only what changed. The program is samples/quickstart/src/quickstart.ts.

Options:
  -h, --help  Show this text.

Examples:
  npx -y pnpm@12.21.0 start
  pnpm start

Exit codes: 0 they talked; 1 something does not build or run; 2 wrong usage.
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
      "The guides begin in docs/getting-started.md; `pnpm emulator` opens the emulator's page.",
    );
  } else {
    console.error(
      "start: put right the first error above; `pnpm install` helps when a package is missing",
    );
  }
}
