import { BuildError, buildDependencies } from "@acs-chat/generate/command";

const help = `Usage: pnpm oracle

Compares the contract of every API version (specs/chat/openapi) with the official package for that
version, in both directions. Intended differences are listed in allow-list.ts. An entry that no longer
matches a difference is a failure, too.

Options:
  -h, --help  Show this text.

Examples:
  pnpm oracle
  pnpm oracle | grep unexplained

Exit codes: 0 the contract is proven; 1 it is not proven; 2 invalid arguments, or a contract that
cannot be read.
`;

const isHelp = (arg: string): boolean => arg === "--help" || arg === "-h";
const args = process.argv.slice(2).filter((arg) => arg !== "--");
try {
  if (args.length === 0) {
    await buildDependencies("@acs-chat/oracle", console.error);
    const { runOracle } = await import("./run.ts");
    const { text, proven } = runOracle();
    process.stdout.write(text);
    if (!proven) {
      process.stderr.write(
        "oracle: correct specs/chat, or add the difference with its reason to tools/oracle/src/allow-list.ts\n",
      );
    }
    process.exitCode = proven ? 0 : 1;
  } else if (args.every(isHelp)) {
    process.stdout.write(help);
  } else {
    process.stderr.write(
      `oracle: unknown argument "${args.find((arg) => !isHelp(arg))}"; see --help\n`,
    );
    process.exitCode = 2;
  }
} catch (error) {
  const isKnown =
    error instanceof BuildError ||
    (error instanceof Error && (error.name === "SpecError" || error.name === "OpenApiError"));
  if (!isKnown) throw error;
  process.stderr.write(`oracle: ${error.message}\n`);
  process.exitCode = 2;
}
