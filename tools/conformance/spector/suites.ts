import { existsSync, globSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The public scenario packages, in the order in which they are reported. */
export const suiteNames = ["http-specs", "azure-http-specs"] as const;

export type SuiteName = (typeof suiteNames)[number];

const packages: Record<SuiteName, string> = {
  "http-specs": "@typespec/http-specs",
  "azure-http-specs": "@azure-tools/azure-http-specs",
};

/** One service description of a suite. */
export interface Spec {
  readonly suite: SuiteName;
  /** Folder below the suite's `specs`, with forward slashes: `type/property/nullable`. */
  readonly path: string;
  /** The file to compile: `client.tsp` where there is one beside `main.tsp`. */
  readonly entry: string;
}

/** The folder of a suite's specs, as Spector is given it. */
export function suiteFolder(suite: SuiteName): string {
  const manifest = fileURLToPath(import.meta.resolve(`${packages[suite]}/package.json`));
  return realpathSync(join(dirname(manifest), "specs"));
}

/** All specs of both suites, sorted by path within their suite. */
export function listSpecs(): Spec[] {
  return suiteNames.flatMap((suite) => {
    const folder = suiteFolder(suite);
    // Two specs are customizations only: a client.tsp over several services, without a main.tsp.
    const paths = globSync("**/{main,client}.tsp", { cwd: folder }).map((file) =>
      dirname(file).replaceAll("\\", "/"),
    );
    return [...new Set(paths)].toSorted().map((path) => {
      const client = join(folder, path, "client.tsp");
      return { suite, path, entry: existsSync(client) ? client : join(folder, path, "main.tsp") };
    });
  });
}

/** Names a spec in one word: `http-specs/type/array`. */
export function specId(spec: { readonly suite: SuiteName; readonly path: string }): string {
  return `${spec.suite}/${spec.path}`;
}

/** The spec of a file of calls: `type/array.ts`, or `type/array.part.ts` where its calls fill several files. */
export function specOfCalls(file: string): string {
  return file.replace(/(\.[\w-]+)?\.ts$/, "");
}

/** The area under which a spec is reported: its first two folders. */
export function areaOf(path: string): string {
  return path.split("/").slice(0, 2).join("/");
}
