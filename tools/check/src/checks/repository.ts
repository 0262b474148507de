import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Check, type Finding, NotReady } from "../check.ts";
import { type Manifest, publicPackages, readManifest } from "../workspace.ts";

/** Checks the `repository` of each package. npm resolves relative links of a README against it. */
export const repository: Check = {
  name: "repository",
  holds: "packages name the repository, and their links work on npm",
  run: async (root) => {
    const web = await webAddress(root);
    const findings: Finding[] = [];
    for (const { folder, manifest } of await publicPackages(root)) {
      findings.push(...fieldFindings(folder, manifest, web));
      findings.push(...(await linkFindings(root, folder, web)));
    }
    return findings;
  },
};

/**
 * The repository's address for browsers, such as `https://github.com/acs-chat/acs-chat`. The
 * `repository` of the root's package.json is the one place that configures it.
 *
 * @throws NotReady when the root has no such address.
 */
async function webAddress(root: string): Promise<string> {
  const url = (await readManifest(root))?.repository?.url;
  const web = /^git\+(https:\/\/[^/]+\/[^/]+\/[^/]+)\.git$/.exec(url ?? "")?.[1];
  if (web === undefined) {
    throw new NotReady(
      `package.json: repository.url must be git+https://<host>/<owner>/<name>.git, but is ${url ?? "missing"}`,
    );
  }
  return web;
}

function fieldFindings(folder: string, manifest: Manifest, web: string): Finding[] {
  const expected = {
    repository: { type: "git", url: `git+${web}.git`, directory: folder },
    homepage: `${web}/tree/main/${folder}#readme`,
    bugs: `${web}/issues`,
  };
  return Object.entries(expected)
    .filter(([field, value]) => !sameJson(manifest[field as keyof typeof expected], value))
    .map(([field, value]) => ({
      where: `${folder}/package.json`,
      what: `"${field}" differs from the repository in the root's package.json`,
      todo: `write "${field}": ${JSON.stringify(value)}`,
    }));
}

async function linkFindings(root: string, folder: string, web: string): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const name of ["README.md", "CHANGELOG.md"]) {
    const path = `${folder}/${name}`;
    const text = await readFile(join(root, path), "utf8").catch(() => "");
    for (const target of linksIn(text)) {
      const file = fileBehind(target, folder, web);
      if (file === undefined || existsSync(join(root, file))) continue;
      findings.push({
        where: path,
        what: `links to ${target}, which is not in the repository`,
        todo: "correct the link, or remove it",
      });
    }
  }
  return findings;
}

/** Returns the targets of links and images in Markdown. Ignores code. */
function linksIn(text: string): string[] {
  const prose = text.replaceAll(/^```[\s\S]*?^```$/gm, "").replaceAll(/`[^`\n]*`/g, "");
  return [...prose.matchAll(/\]\((?<target>[^)\s]+)\)/g)].map(({ groups }) => groups!["target"]!);
}

/** Returns the file of the repository that a link on npm leads to; undefined for other links. */
function fileBehind(target: string, folder: string, web: string): string | undefined {
  const [path] = target.split("#") as [string];
  if (path === "") return undefined;
  if (!/^[a-z]+:/.test(path)) return join(folder, path);
  const blob = /^\/(?:blob|tree|raw)\/main\/(.*)$/.exec(
    path.startsWith(web) ? path.slice(web.length) : "",
  );
  return blob?.[1];
}

function sameJson(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
