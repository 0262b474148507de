import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A TypeSpec project or an OpenAPI document. */
export interface Project {
  /** The project's folder or file, relative to the searched folder, with forward slashes. */
  readonly name: string;
  readonly kind: "typespec" | "openapi";
  /** The entry file: in a TypeSpec project `client.tsp` if it exists, otherwise `main.tsp`. */
  readonly entry: string;
}

/** Returns every TypeSpec project and OpenAPI document below `folder`, sorted, except in node_modules. */
export function findProjects(folder: string): Project[] {
  const found = globSync("**/*.{tsp,json,yaml,yml}", {
    cwd: folder,
    exclude: (name) => name === "node_modules",
  }).map((file) => file.replaceAll("\\", "/"));
  const names = new Set(
    found.filter((file) => /(^|\/)(main|client)\.tsp$/.test(file)).map((file) => dirname(file)),
  );
  const typespec = [...names].map((name): Project => {
    const client = join(folder, name, "client.tsp");
    const entry = existsSync(client) ? client : join(folder, name, "main.tsp");
    return { name, kind: "typespec", entry };
  });
  const openapi = found
    .filter((file) => !file.endsWith(".tsp") && isOpenApi(join(folder, file)))
    .map((name): Project => ({ name, kind: "openapi", entry: join(folder, name) }));
  return [...typespec, ...openapi].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function isOpenApi(path: string): boolean {
  return /^[\s{]*["']?(openapi|swagger)["']?\s*:\s*["']?[23]\.\d/m.test(readFileSync(path, "utf8"));
}
