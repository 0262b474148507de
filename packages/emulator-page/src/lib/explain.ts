/** Returns an error as a sentence for users of the page. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { statusCode, code } = error as { statusCode?: number; code?: string };
  return statusCode === undefined ? error.message : `${statusCode} ${code ?? ""}: ${error.message}`;
}
