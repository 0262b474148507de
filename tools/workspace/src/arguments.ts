/** What the arguments of a command without options request, or the first unknown argument. */
type ParsedArguments = "help" | "run" | { readonly unknown: string };

/** Parses the arguments of a command without options. Ignores `--`, which pnpm passes through. */
function parseArguments(args: readonly string[]): ParsedArguments {
  const words = args.filter((arg) => arg !== "--");
  const unknown = words.find((arg) => arg !== "--help" && arg !== "-h");
  if (unknown !== undefined) return { unknown };
  return words.length > 0 ? "help" : "run";
}

/**
 * Returns whether the command must run. Otherwise prints the help, or prints an error and sets the
 * exit code to 2.
 */
export function shouldRun(name: string, help: string): boolean {
  const parsed = parseArguments(process.argv.slice(2));
  if (parsed === "run") return true;
  if (parsed === "help") console.log(help);
  else {
    console.error(`${name}: unknown argument "${parsed.unknown}"; see --help`);
    process.exitCode = 2;
  }
  return false;
}
