import type { TestProject } from "vitest/node";
import { buildApp } from "./site.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder of the built application. */
    readonly built: string;
  }
}

/** Builds the application once for all test files. */
export default async function build(project: TestProject): Promise<() => Promise<void>> {
  const built = await buildApp();
  project.provide("built", built.folder);
  return async () => built[Symbol.asyncDispose]();
}
