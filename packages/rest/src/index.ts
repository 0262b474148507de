export * from "./generated/index.ts";
export { randomId } from "./generated/internal/random-id.ts";
