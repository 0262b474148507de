/** Builds the site of the guides, the API reference, samples, decisions and changelogs. */
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writtenGroups } from "./gather.ts";
import { writeHtml } from "./html.ts";
import { withBetterMarkup, withRelativeLinks } from "./markup.ts";
import { menuOf } from "./menu.ts";
import { packages } from "./navigation.ts";
import { readReference } from "./reference.ts";
import { moduleScriptsIn, withPlainScript, writePageScript, writeSiteScript } from "./scripts.ts";
import { searchEntries } from "./search-data.ts";
import { stage } from "./stage.ts";
import { brokenPageLinks } from "./static-links.ts";

/** Options for building the site. */
export interface SiteOptions {
  /** The folder for the site. */
  readonly out: string;
  /** Called with each line of progress. */
  readonly log: (line: string) => void;
  /** The packages whose API reference is part of the site. Default: all. */
  readonly apiOf?: readonly string[];
}

/**
 * Builds the site and checks every link in it.
 *
 * @returns The warnings of TypeDoc and the broken links.
 */
export async function buildSite({ out, log, apiOf = packages }: SiteOptions): Promise<string[]> {
  // The project is in this package so that its imports resolve.
  const project = mkdtempSync(join(import.meta.dirname, "../../.staged-"));
  try {
    log("reading the API of the packages");
    const reference = await readReference(apiOf, project);
    const groups = writtenGroups();
    const pages = [...groups, ...reference.groups].flatMap((group) => group.pages);
    const staged = stage([...pages, ...reference.others], apiOf, project);
    log(`writing ${staged.length + 1} pages`);
    await writeHtml(project, out, menuOf(groups, reference.groups));
    await finishPages(out);
    const entries = searchEntries(staged);
    await writeSiteScript(out, entries);
    log("checking the links");
    const found = entries.map(({ url }) => url);
    return [...reference.problems, ...brokenPageLinks(out, found)];
  } finally {
    rmSync(project, { recursive: true });
  }
}

/** Changes the pages, which Astro writes for a web server, so that they work from any folder. */
async function finishPages(out: string): Promise<void> {
  const modules = new Set<string>();
  for (const page of globSync("**/*.html", { cwd: out })) {
    const path = join(out, page);
    const html = readFileSync(path, "utf8");
    for (const module of moduleScriptsIn(html)) modules.add(module);
    writeFileSync(path, withRelativeLinks(withBetterMarkup(withPlainScript(html)), page));
  }
  await writePageScript(out, modules);
}
