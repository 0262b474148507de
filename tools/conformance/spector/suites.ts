import { existsSync, globSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The packages with the public scenarios, in the order of the report. */
export const suiteNames = ["http-specs", "azure-http-specs"] as const;

export type SuiteName = (typeof suiteNames)[number];

const packages: Record<SuiteName, string> = {
  "http-specs": "@typespec/http-specs",
  "azure-http-specs": "@azure-tools/azure-http-specs",
};

/** A specification of a suite. */
export interface Spec {
  readonly suite: SuiteName;
  /** The folder below the suite's `specs`, with forward slashes: `type/property/nullable`. */
  readonly path: string;
  /** The file to compile: `client.tsp` if it exists, otherwise `main.tsp`. */
  readonly entry: string;
}

/** Returns the folder of a suite's specs. */
export function suiteFolder(suite: SuiteName): string {
  const manifest = fileURLToPath(import.meta.resolve(`${packages[suite]}/package.json`));
  return realpathSync(join(dirname(manifest), "specs"));
}

/** Returns all specs of both suites, sorted by path within each suite. */
export function listSpecs(): Spec[] {
  return suiteNames.flatMap((suite) => {
    const folder = suiteFolder(suite);
    // Two specs have no main.tsp, only a client.tsp that customizes several services.
    const paths = globSync("**/{main,client}.tsp", { cwd: folder }).map((file) =>
      dirname(file).replaceAll("\\", "/"),
    );
    return [...new Set(paths)].toSorted().map((path) => {
      const client = join(folder, path, "client.tsp");
      return { suite, path, entry: existsSync(client) ? client : join(folder, path, "main.tsp") };
    });
  });
}

/** Returns the id of a spec, such as `http-specs/type/array`. */
export function specId(spec: { readonly suite: SuiteName; readonly path: string }): string {
  return `${spec.suite}/${spec.path}`;
}

/** Returns the spec of a file of calls: `type/array` for `type/array.ts` and `type/array.part.ts`. */
export function specOfCalls(file: string): string {
  return file.replace(/(\.[\w-]+)?\.ts$/, "");
}

/** Returns the area of a spec in the report: its first two folders. */
export function areaOf(path: string): string {
  return path.split("/").slice(0, 2).join("/");
}
