import type { TestProject } from "vitest/node";
import { buildPage } from "./site.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder of the built page. */
    readonly built: string;
  }
}

/** Builds the page once for all test files. */
export default async function build(project: TestProject): Promise<() => Promise<void>> {
  const built = await buildPage();
  project.provide("built", built.folder);
  return async () => built[Symbol.asyncDispose]();
}
