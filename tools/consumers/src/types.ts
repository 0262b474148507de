import { join } from "node:path";
import { createProject } from "./project.ts";
import type { Played } from "./scenario.ts";
import { aliasFor, type Client } from "./site.ts";

const pages = join(import.meta.dirname, "../programs/pages");

/**
 * Type-checks the pages with the types of the client in place of the official ones, also in the
 * declarations of the UI library.
 *
 * @param folder - The folder with the installed consumers.
 */
export async function playTypes(client: Client, folder: string): Promise<Played> {
  await using project = await createProject(client, pages, folder);
  const types = Object.entries(aliasFor(client)).map(([name, file]) => [
    name,
    [file.replace(/\.js$/, ".d.ts")],
  ]);
  const { lines, failure } = await project.compile("new", {
    module: "esnext",
    moduleResolution: "bundler",
    target: "es2023",
    lib: ["es2023", "dom", "dom.iterable"],
    jsx: "react-jsx",
    types: [],
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    allowImportingTsExtensions: true,
    paths: Object.fromEntries(types),
  });
  return { observations: [{ at: "compiler", lines }], ...(failure && { stuck: failure }) };
}
