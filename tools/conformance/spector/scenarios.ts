import { globSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { suiteFolder, suiteNames, type SuiteName } from "./suites.ts";

/** A scenario of Spector and its spec. */
export interface Scenario {
  readonly name: string;
  readonly suite: SuiteName;
  readonly path: string;
}

/** Returns all scenarios of the suites' mock services, which are the modules that Spector serves. */
export async function listScenarios(): Promise<Scenario[]> {
  const scenarios: Scenario[] = [];
  for (const suite of suiteNames) {
    const folder = join(suiteFolder(suite), "..", "dist", "specs");
    for (const file of globSync("**/mockapi.js", { cwd: folder }).toSorted()) {
      const module = (await import(pathToFileURL(join(folder, file)).href)) as {
        Scenarios?: Record<string, unknown>;
      };
      const path = dirname(file).replaceAll("\\", "/");
      for (const name of Object.keys(module.Scenarios ?? {})) scenarios.push({ name, suite, path });
    }
  }
  return scenarios;
}
