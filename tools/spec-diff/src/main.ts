import { runCli } from "./cli.ts";

// pnpm runs scripts in the package's folder and tells in INIT_CWD where the user stood.
const outcome = runCli(process.argv.slice(2), process.env["INIT_CWD"] ?? process.cwd());
process.stdout.write(outcome.stdout);
process.stderr.write(outcome.stderr);
process.exitCode = outcome.code;
