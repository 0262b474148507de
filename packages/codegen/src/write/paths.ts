/** The file with the contexts. */
export const contextPath = "context.ts";

/** Where the functions are that check responses, and those that write requests. */
export const readersPath = "readers.ts";
export const writersPath = "writers.ts";

/** How each emitted file begins. */
export const fileMark = "// Written by @acs-chat/codegen ";
