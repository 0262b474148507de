import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const script = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The rules whose results depend on colors. */
const COLOR_RULES = ["color-contrast", "link-in-text-block"];

interface Axe {
  run(options: { resultTypes: string[]; runOnly?: readonly string[] }): Promise<{
    violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[];
  }>;
}

async function run(page: Page, rules?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(script);
  return page.evaluate(async (runOnly) => {
    const { axe } = globalThis as unknown as { axe: Axe };
    // Without the nodes of passed rules, which nobody reads.
    const found = await axe.run({ resultTypes: ["violations"], ...(runOnly && { runOnly }) });
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ""}`),
    );
  }, rules);
}

/**
 * Returns a line for each violation of accessibility rules that axe finds on a page as it is now, in light and in
 * dark colors. In dark colors, only the rules about colors run.
 */
export async function violations(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: "light" });
  const light = await run(page);
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await run(page, COLOR_RULES);
  return [...light, ...dark.map((line) => `dark: ${line}`)];
}
