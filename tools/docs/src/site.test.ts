import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { root } from "./markdown.ts";
import { buildSite, guides } from "./site.ts";
import { brokenPageLinks, unlinkWhatIsOutside } from "./site-links.ts";

let site: string;
beforeEach(() => {
  site = mkdtempSync(join(tmpdir(), "site-"));
  mkdirSync(join(site, "media"));
  mkdirSync(join(site, "documents"));
  writeFileSync(join(site, "documents/errors.html"), '<h2 id="the-table">The table</h2>');
  writeFileSync(join(site, "media/LICENSE"), "MIT");
  writeFileSync(join(site, "media/README.md"), "# Guides");
});
afterEach(() => rmSync(site, { recursive: true }));
const write = (html: string) => writeFileSync(join(site, "index.html"), html);
const read = () => readFileSync(join(site, "index.html"), "utf8");

test("the site has every guide", () => {
  const there = readdirSync(join(root, "docs"))
    .filter((name) => name.endsWith(".md") && name !== "README.md")
    .map((name) => name.replace(/\.md$/, ""));
  expect(guides.toSorted()).toEqual(there.toSorted());
});

test("links that lead to pages, their anchors, files and elsewhere are sound", () => {
  write(`<h1 id="top"></h1><a href="#top">1</a><a href="documents/errors.html#the-table">2</a>
    <a href="media/LICENSE">3</a><a href="https://example.org/a">4</a><img src="media/LICENSE">`);
  expect(brokenPageLinks(site)).toEqual([]);
});

test("links to what is not there are found", () => {
  write(`<a href="#bottom">1</a><a href="documents/errors.html#tables">2</a>
    <a href="documents/gone.html">3</a><img src="media/gone.png">`);
  expect(brokenPageLinks(site)).toEqual([
    "index.html: #bottom leads nowhere",
    "index.html: documents/errors.html#tables leads nowhere",
    "index.html: documents/gone.html leads nowhere",
    "index.html: media/gone.png leads nowhere",
  ]);
});

test("folders and Markdown of the repository become text, files and other links stay", () => {
  write(
    '<a href="media/samples">samples</a> <a href="media/README.md" class="x"><code>docs</code></a> ' +
      '<a href="media/LICENSE">MIT</a> <a href="documents/errors.html">Errors</a>',
  );
  unlinkWhatIsOutside(site);
  expect(read()).toBe(
    "samples <code>docs</code> " +
      '<a href="media/LICENSE">MIT</a> <a href="documents/errors.html">Errors</a>',
  );
});

test("the site is built without a warning, and all its links lead somewhere", async () => {
  const out = join(site, "out");
  expect(await buildSite(out, () => {})).toEqual([]);
  expect(readdirSync(join(out, "documents"))).toHaveLength(guides.length);
  expect(readFileSync(join(out, "index.html"), "utf8")).toContain(
    "documents/Limits_of_the_service.html",
  );
});
