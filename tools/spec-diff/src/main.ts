import { BuildError, buildDependencies } from "@acs-chat/generate/command";

// pnpm runs scripts in the package's folder and passes the user's folder in INIT_CWD.
const folder = process.env["INIT_CWD"] ?? process.cwd();
try {
  await buildDependencies("@acs-chat/spec-diff", console.error);
  const { runCli } = await import("./cli.ts");
  const outcome = runCli(process.argv.slice(2), folder);
  process.stdout.write(outcome.stdout);
  process.stderr.write(outcome.stderr);
  process.exitCode = outcome.code;
} catch (error) {
  if (!(error instanceof BuildError)) throw error;
  console.error(`spec:diff: ${error.message}`);
  process.exitCode = 2;
}
