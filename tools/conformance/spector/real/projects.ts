import { existsSync, globSync } from "node:fs";
import { dirname, join } from "node:path";

/** A TypeSpec project of somebody else's. */
export interface Project {
  /** Its folder below the one that was given, with forward slashes. */
  readonly name: string;
  /** The file to compile: `client.tsp` where there is one beside `main.tsp`. */
  readonly entry: string;
}

/** Every folder below `folder` with a `main.tsp` or `client.tsp`, in order; installed packages apart. */
export function findProjects(folder: string): Project[] {
  const files = globSync("**/{main,client}.tsp", {
    cwd: folder,
    exclude: (name) => name === "node_modules",
  });
  const names = new Set(files.map((file) => dirname(file).replaceAll("\\", "/")));
  return [...names].toSorted().map((name) => {
    const client = join(folder, name, "client.tsp");
    return { name, entry: existsSync(client) ? client : join(folder, name, "main.tsp") };
  });
}
