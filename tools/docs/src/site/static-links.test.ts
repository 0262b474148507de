import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { brokenPageLinks } from "./static-links.ts";

let site: string;
beforeEach(() => {
  site = mkdtempSync(join(tmpdir(), "site-"));
  mkdirSync(join(site, "guides"));
  write("guides/errors.html", '<h2 id="the-table">The table</h2>');
  write("favicon.svg", "<svg/>");
});
afterEach(() => rmSync(site, { recursive: true }));
const write = (page: string, html: string) => writeFileSync(join(site, page), html);

test("accepts links to pages, anchors, files and other sites", () => {
  write(
    "index.html",
    `<h1 id="top"></h1><a href="#top">1</a><a href="guides/errors.html#the-table">2</a>
    <a href="https://example.org/a">3</a><img src="favicon.svg">`,
  );
  expect(brokenPageLinks(site)).toEqual([]);
});

test("reports links to missing files and anchors, and absolute paths", () => {
  write(
    "index.html",
    `<a href="#bottom">1</a><a href="guides/errors.html#tables">2</a>
    <a href="guides/gone.html">3</a><img src="/favicon.svg">`,
  );
  expect(brokenPageLinks(site, ["guides/errors.html#gone"])).toEqual([
    "index.html: broken link #bottom",
    "index.html: broken link guides/errors.html#tables",
    "index.html: broken link guides/gone.html",
    "index.html: broken link /favicon.svg",
    "index.html: broken link guides/errors.html#gone",
  ]);
});
