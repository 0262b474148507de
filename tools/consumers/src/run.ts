import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { startChromium } from "@acs-chat/chromium";
import { withProgress } from "@acs-chat/generate/command";
import type { Browser } from "playwright-core";
import type { Consumer, Options } from "./arguments.ts";
import { compareRuns, type Difference, recurring } from "./compare.ts";
import { playSamples } from "./samples.ts";
import { play, type Played } from "./scenario.ts";
import { type Client, isProgram, serveSite, type Site } from "./site.ts";
import { playTypes } from "./types.ts";

/** The maximum number of differences, and of lines per difference, to print. `--out` writes them all. */
const shownDifferences = 10;
const shownLines = 40;

/** The maximum number of runs per consumer. Only a difference that recurs in each run counts. */
const maxAttempts = 3;

/** Runs the consumers and prints a line per consumer. Returns the exit code. */
export async function runConsumers(folder: string, options: Options): Promise<0 | 1> {
  const inPages = options.consumers.some(isProgram);
  await using pages = inPages ? await openPages(folder) : undefined;
  let failed = 0;
  for (const consumer of options.consumers) {
    if (!(await passes(consumer, folder, pages, options.out))) failed++;
  }
  console.log(`${options.consumers.length - failed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

/**
 * Runs one consumer with both clients and prints the result. Repeats both runs if they differ: a difference between
 * the clients recurs each time, but one that depends on timing does not.
 *
 * @returns Whether no difference recurred.
 */
async function passes(
  consumer: Consumer,
  folder: string,
  pages: Pages | undefined,
  out: string | undefined,
): Promise<boolean> {
  let differences: readonly Difference[] | undefined;
  for (let attempt = 1; ; attempt++) {
    const started = performance.now();
    const runs = await withProgress(`running ${consumer}`, console.error, () =>
      Promise.all(
        (["official", "ours"] as const).map((client) => run(consumer, client, folder, pages)),
      ),
    );
    const seconds = (performance.now() - started) / 1000;
    if (out !== undefined) await write(out, consumer, runs);
    const found = differencesOf(runs);
    differences = differences ? recurring(differences, found) : found;
    if (differences.length === 0 || attempt === maxAttempts) {
      report(consumer, runs, differences, attempt, seconds);
      return differences.length === 0;
    }
    const points = differences.map(({ at }) => at).join("; ");
    console.log(`        ${consumer} differs and runs again: ${points}`);
  }
}

/** A browser and the pages of the consumers with each client. */
interface Pages extends AsyncDisposable {
  readonly browser: Browser;
  readonly sites: Record<Client, Site>;
}

async function openPages(folder: string): Promise<Pages> {
  const official = await withProgress("bundling with the official client", console.error, () =>
    serveSite("official", folder),
  );
  const ours = await withProgress("bundling with ours", console.error, () =>
    serveSite("ours", folder),
  );
  const browser = await startChromium(["--ignore-certificate-errors"]);
  return {
    browser,
    sites: { official, ours },
    async [Symbol.asyncDispose]() {
      await browser.close();
      await official[Symbol.asyncDispose]();
      await ours[Symbol.asyncDispose]();
    },
  };
}

async function run(
  consumer: Consumer,
  client: Client,
  folder: string,
  pages: Pages | undefined,
): Promise<Played> {
  if (isProgram(consumer)) return play(consumer, pages!.browser, pages!.sites[client]);
  const observe = consumer === "samples" ? playSamples : playTypes;
  return observe(client, folder);
}

/** Returns the differences between two runs. A run that timed out is a difference, even if both did. */
function differencesOf([official, ours]: readonly Played[]): Difference[] {
  const differences = compareRuns(official!.observations, ours!.observations);
  for (const { observations, stuck } of [official!, ours!]) {
    const at = `after ${observations.at(-1)?.at ?? "the start"}`;
    if (stuck) differences.push({ at, lines: stuck });
  }
  return differences;
}

/** Prints the outcome of a consumer. */
function report(
  consumer: Consumer,
  [official, ours]: readonly Played[],
  differences: readonly Difference[],
  attempts: number,
  seconds: number,
): void {
  const equal = differences.length === 0;
  const count = official!.observations.length;
  const chance = attempts > 1 ? `; earlier differences did not recur (${attempts} runs)` : "";
  const summary = equal
    ? `${count} observations, all equal${chance}`
    : `${differences.length} differ`;
  console.log(`${equal ? "ok    " : "FAILED"}  ${consumer}  ${summary}  ${seconds.toFixed(1)} s`);
  if (equal) return;
  if (official!.stuck) printSome("timed out with the official client", official!.stuck);
  if (ours!.stuck) printSome("timed out with our client", ours!.stuck);
  for (const { at, lines } of differences.slice(0, shownDifferences)) printSome(at, lines);
  console.log(`        run only this consumer with: pnpm consumers ${consumer} --out <folder>`);
}

function printSome(title: string, lines: Difference["lines"]): void {
  console.log(`        ${title}`);
  for (const line of lines.slice(0, shownLines)) console.log(`          ${line}`);
  if (lines.length > shownLines) console.log(`          and ${lines.length - shownLines} more`);
}

async function write(folder: string, consumer: Consumer, runs: readonly Played[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [index, client] of ["official", "ours"].entries()) {
    const { observations, stuck = [] } = runs[index]!;
    const text = [...observations, { at: "stuck", lines: stuck }]
      .filter(({ at, lines }) => at !== "stuck" || lines.length > 0)
      .map(({ at, lines }) => [`== ${at}`, ...lines, ""].join("\n"))
      .join("\n");
    await writeFile(join(folder, `${consumer}-${client}.txt`), text);
  }
}
