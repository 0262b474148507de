/** What a command line asks of a command without options: its help, the command itself, or what it does not know. */
export type Asked = "help" | "run" | { readonly unknown: string };

/** Reads the command line of a command without options. pnpm may hand on a `--`. */
function readArguments(args: readonly string[]): Asked {
  const words = args.filter((arg) => arg !== "--");
  const unknown = words.find((arg) => arg !== "--help" && arg !== "-h");
  if (unknown !== undefined) return { unknown };
  return words.length > 0 ? "help" : "run";
}

/**
 * Whether the command `name` is to run. If not, its help has been printed, or what is wrong and the
 * exit code set to 2.
 */
export function shouldRun(name: string, help: string): boolean {
  const asked = readArguments(process.argv.slice(2));
  if (asked === "run") return true;
  if (asked === "help") console.log(help);
  else {
    console.error(`${name}: there is no "${asked.unknown}" here; see --help`);
    process.exitCode = 2;
  }
  return false;
}
