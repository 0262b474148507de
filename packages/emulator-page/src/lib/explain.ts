/** Returns the error's message, with its status code if it has one. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { statusCode, code } = error as { statusCode?: number; code?: string };
  return statusCode === undefined ? error.message : `${statusCode} ${code ?? ""}: ${error.message}`;
}
