import esbuild from "esbuild";
import { globSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { SearchEntry } from "./search-data.ts";
import { theme } from "./stage.ts";

const options = {
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  logLevel: "error",
} as const;

const moduleScript = /<script type="module" src="\/(?<path>[^"]+)"><\/script>/g;

/** Returns the module scripts that a page loads, relative to the site. */
export function moduleScriptsIn(html: string): string[] {
  return [...html.matchAll(moduleScript)].map(({ groups }) => groups!["path"]!);
}

/** Replaces the module scripts of a page with `/page.js`. */
export function withPlainScript(html: string): string {
  return html
    .replaceAll(moduleScript, "")
    .replace("</head>", '<script src="/page.js" defer></script></head>');
}

/**
 * Bundles the module scripts of all pages as the plain script `page.js`, because browsers load no
 * module scripts from a file system.
 */
export async function writePageScript(out: string, modules: Iterable<string>): Promise<void> {
  const imports = [...modules].map((path) => `import "./${path}";`).join("\n");
  await esbuild.build({
    ...options,
    stdin: { contents: imports, resolveDir: out },
    outfile: join(out, "page.js"),
  });
  for (const path of globSync("_astro/*.js", { cwd: out })) rmSync(join(out, path));
}

/** Writes the search and its data as plain scripts, which also work from a file system. */
export async function writeSiteScript(out: string, entries: readonly SearchEntry[]): Promise<void> {
  writeFileSync(
    join(out, "search-data.js"),
    `globalThis.searchEntries = ${JSON.stringify(entries)};`,
  );
  await esbuild.build({
    ...options,
    entryPoints: [join(theme, "src/site.ts")],
    outfile: join(out, "site.js"),
  });
}
