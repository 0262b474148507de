/** The file with the contexts. */
export const contextPath = "context.ts";

/** How each emitted file begins. */
export const fileMark = "// Written by @acs-chat/codegen ";
