import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { root } from "../markdown.ts";

const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  readonly repository: { readonly url: string };
};

/** The repository's URL for browsers, from the root's package.json. */
export const repositoryUrl: string = manifest.repository.url.replace(/^git\+|\.git$/g, "");

/** Returns the URL of a file or folder of the repository on its default branch, to read or to edit. */
export function sourceUrl(path: string, action: "read" | "edit" = "read"): string {
  const toRead = statSync(join(root, path)).isDirectory() ? "tree" : "blob";
  return `${repositoryUrl}/${action === "edit" ? "edit" : toRead}/main/${path}`;
}
