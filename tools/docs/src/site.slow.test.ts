import { type Browser, chromium, type Page } from "@playwright/test";
import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromiumPath, missingChromium } from "@acs-chat/chromium";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildSite } from "./site/build.ts";

const urlOf = (page: string) => pathToFileURL(join(site, page)).href;
const site = mkdtempSync(join(tmpdir(), "site-"));
let problems: readonly string[];
beforeAll(async () => {
  // The reference of one package is enough for these tests and takes less time.
  problems = await buildSite({ out: site, log: () => {}, apiOf: ["react"] });
}, 600_000);
afterAll(() => rmSync(site, { recursive: true }));

test("is built without warnings and broken links", () => {
  expect(problems).toEqual([]);
});

test("has guides, reference, samples, decisions and changelogs in the menu of each page", () => {
  const guide = readFileSync(join(site, "guides/client.html"), "utf8");
  const hrefs = new Set([...guide.matchAll(/href="([^"#]+)"/g)].map(([, href]) => href));
  for (const href of [
    "../guides/troubleshooting.html",
    "../api/react/functions/usemessages.html",
    "../samples/programs/threads.html",
    "../changelog/client.html",
    "../packages/client.html",
    "../decisions.html",
  ]) {
    expect(hrefs).toContain(href);
  }
});

test("shows the version of each package", () => {
  const { version } = JSON.parse(
    readFileSync(join(import.meta.dirname, "../../../packages/client/package.json"), "utf8"),
  ) as { readonly version: string };
  expect(readFileSync(join(site, "index.html"), "utf8")).toContain(
    `<span class="version">${version}</span>`,
  );
  expect(readFileSync(join(site, "guides/client.html"), "utf8")).toMatch(
    new RegExp(`sl-badge[^>]*>\\s*${version.replaceAll(".", String.raw`\.`)}`),
  );
});

test("loads nothing from other sites, and no module scripts", () => {
  const foreign =
    /<(?:script|img|link)\b[^>]*\b(?:src|href)="https?:|@import|<script type="module" src=/;
  const pages = globSync("**/*.html", { cwd: site });
  expect(pages.length).toBeGreaterThan(80);
  expect(pages.filter((page) => foreign.test(readFileSync(join(site, page), "utf8")))).toEqual([]);
});

describe.skipIf(missingChromium())("in a browser, from the file system", () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: chromiumPath, args: ["--no-sandbox"] });
  });
  afterAll(() => browser.close());

  /** Opens a page of the site and collects its errors and failed requests. */
  async function open(
    path: string,
    { width = 1280, colorScheme = "light" as "light" | "dark" } = {},
  ): Promise<Page & { readonly failures: readonly string[] }> {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
    const page = await context.newPage();
    const failures: string[] = [];
    page.on("pageerror", (error) => failures.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") failures.push(message.text());
    });
    page.on("requestfailed", (request) => {
      const reason = request.failure()?.errorText ?? "";
      // Leaving a page aborts its pending requests.
      if (reason !== "net::ERR_ABORTED") failures.push(`${request.url()}: ${reason}`);
    });
    page.on("request", (request) => {
      if (!/^(?:file|data):/.test(request.url())) failures.push(request.url());
    });
    await page.goto(urlOf(path));
    return Object.assign(page, { failures });
  }

  test("finds words in the guides and opens a guide", async () => {
    const page = await open("index.html");
    await page.getByRole("button", { name: "Search" }).click();
    const find = async (query: string, guide: string) => {
      await page.getByRole("searchbox").fill(query);
      const result = page.locator(`site-search a[href*="${guide}"]`).first();
      await result.waitFor();
      return result;
    };
    await find("certificate", "guides/troubleshooting.html");
    await find("sendmessage", "guides/cheat-sheet-client.html");
    const result = await find("safeRetry", "guides/retries.html");
    await result.click();
    await page.waitForURL("**/guides/retries.html*");
    expect(await page.getByRole("main").textContent()).toContain("safeRetry");
    expect(page.failures).toEqual([]);
  });

  test("searches with the keyboard", async () => {
    const page = await open("api/react.html");
    await page.keyboard.press("Control+k");
    await page.keyboard.type("certificates");
    await page.locator("site-search .results a").first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL(/troubleshooting|containers/);
    expect(page.failures).toEqual([]);
  });

  const pages = [
    "index.html",
    "guides/realtime.html",
    "guides/api-versions.html",
    "api/react/functions/usemessages.html",
  ];

  test.each([
    { colorScheme: "light", width: 1280 },
    { colorScheme: "dark", width: 390 },
  ] as const)("has no axe violations in $colorScheme colors at $width pixels", async (look) => {
    const found: string[] = [];
    for (const path of pages) {
      const page = await open(path, look);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      const faults = [...(await violations(page, axe)), ...page.failures];
      if (width > look.width) faults.push(`the page is ${width} pixels wide`);
      found.push(...faults.map((fault) => `${path}: ${fault}`));
      await page.context().close();
    }
    expect(found).toEqual([]);
  });

  test("has no axe violations with an open search", async () => {
    const page = await open("guides/client.html");
    await page.getByRole("button", { name: "Search" }).click();
    await page.getByRole("searchbox").fill("retry");
    await page.locator("site-search .results a").first().waitFor();
    expect(await violations(page, axe, "site-search")).toEqual([]);
  });

  test("opens the menu at 390 pixels", async () => {
    const page = await open("guides/client.html", { width: 390 });
    await page.getByRole("button", { name: "Menu" }).click();
    const menu = page.getByRole("navigation", { name: "Main" });
    await menu.getByRole("link", { name: "Real time", exact: true }).waitFor();
    expect(page.failures).toEqual([]);
  });

  test("switches between light and dark colors", async () => {
    const page = await open("guides/client.html");
    await page.locator("starlight-theme-select select").first().selectOption("dark");
    expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
  });
});

/** Returns axe's violations on the current page, or in the element with a name. */
async function violations(page: Page, axe: string, within = "html"): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async (selector) => {
    interface Result {
      violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[];
    }
    interface Axe {
      run(within: string, options: { preload: boolean }): Promise<Result>;
    }
    const { run } = (globalThis as unknown as { axe: Axe }).axe;
    // Pages from a file system cannot fetch their styles, so axe must not preload them.
    const result = await run(selector, { preload: false });
    return result.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ""}`),
    );
  }, within);
}
