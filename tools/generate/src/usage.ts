/**
 * Formats an error of `parseArgs` from node:util as one sentence. Leaves out its hint about `--`,
 * because no command of this repository takes positional arguments that begin with a dash.
 */
export function usageProblem(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return `${message.split(/\. (?:To specify|This command)/)[0]}; see --help`;
}
