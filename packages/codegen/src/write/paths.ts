/** The file with the contexts. */
export const contextPath = "context.ts";
