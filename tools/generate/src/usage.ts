/**
 * What `parseArgs` of node:util finds wrong with a command line, as one sentence that leads on. Its
 * advice to put words behind `--` is left out: no command here takes words that begin with a dash.
 */
export function usageProblem(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return `${message.split(/\. (?:To specify|This command)/)[0]}; see --help`;
}
