import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { withProgress } from "@acs-chat/generate/command";
import type { Browser } from "playwright-core";
import type { Consumer, Options } from "./arguments.ts";
import { launchChromium } from "./browser.ts";
import { compareRuns, type Difference } from "./compare.ts";
import { playSamples } from "./samples.ts";
import { play, type Played } from "./scenario.ts";
import { type Client, isProgram, serveSite, type Site } from "./site.ts";
import { playTypes } from "./types.ts";

/** Differences, and lines of one difference, that are printed; `--out` has them all. */
const shownDifferences = 10;
const shownLines = 40;

/** Runs the consumers, prints what came of each, and returns the exit code. */
export async function runConsumers(folder: string, options: Options): Promise<0 | 1> {
  const inPages = options.consumers.some(isProgram);
  await using pages = inPages ? await openPages(folder) : undefined;
  let failed = 0;
  for (const consumer of options.consumers) {
    const started = performance.now();
    const runs = await withProgress(`running ${consumer}`, console.error, () =>
      Promise.all(
        (["official", "ours"] as const).map((client) => run(consumer, client, folder, pages)),
      ),
    );
    const seconds = (performance.now() - started) / 1000;
    if (options.out !== undefined) await write(options.out, consumer, runs);
    if (!report(consumer, runs, seconds)) failed++;
  }
  console.log(`${options.consumers.length - failed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

/** A browser, and the pages of the consumers with each client. */
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
  const browser = await launchChromium();
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

/** Prints the outcome of a consumer. Returns whether every observation was equal. */
function report(consumer: Consumer, [official, ours]: readonly Played[], seconds: number): boolean {
  const differences = compareRuns(official!.observations, ours!.observations);
  const stuck = [
    { client: "the official client", lines: official!.stuck },
    { client: "ours", lines: ours!.stuck },
  ].filter(({ lines }) => lines !== undefined);
  const equal = differences.length === 0 && stuck.length === 0;
  const count = official!.observations.length;
  const summary = equal ? `${count} observations, all equal` : `${differences.length} differ`;
  console.log(`${equal ? "ok    " : "FAILED"}  ${consumer}  ${summary}  ${seconds.toFixed(1)} s`);
  for (const { client, lines } of stuck) printSome(`got stuck with ${client}`, lines!);
  for (const { at, lines } of differences.slice(0, shownDifferences)) printSome(at, lines);
  if (!equal) {
    console.log(`        again alone: pnpm consumers ${consumer} --out <folder>`);
  }
  return equal;
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
