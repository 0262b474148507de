/** The file with the contexts. */
export const contextPath = "context.ts";

/** The files with the functions that read responses and write requests. */
export const readersPath = "readers.ts";
export const writersPath = "writers.ts";

/** The beginning of each emitted file. */
export const fileMark = "// Written by @acs-chat/codegen ";
