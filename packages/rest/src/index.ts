export * from "./generated/index.ts";
export { download } from "./download.ts";
export { randomId } from "./generated/internal/random-id.ts";
