// `pnpm bench` measures the page with 10,000 messages in a thread: the time until it is usable, how smoothly it scrolls,
// and the time until another page shows a message. The times depend on the machine, so this is not a test.
import type { Page } from "playwright-core";
import { buildPage, openSite } from "./support/site.ts";

const COUNT = 10_000;
const RUNS = 5;
const middle = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[RUNS >> 1]!;

await using built = await buildPage();
await using site = await openSite(built.folder);
await site.plant(
  Array.from({ length: COUNT }, (_, index) => ({
    message: `Number ${index + 1}. ${"some words to read ".repeat(1 + (index % 7))}`,
  })),
);

/** Returns the milliseconds from the click on Join until the newest message is shown and the text field accepts input. */
async function enter(name: string): Promise<{ page: Page; usable: number }> {
  const { page } = await site.open();
  await page.getByRole("textbox", { name: "Your name" }).fill(name);
  const began = performance.now();
  await page.getByRole("button", { name: "Join" }).click();
  await page.getByText(`Number ${COUNT}.`).waitFor();
  await page.getByRole("textbox", { name: "Message" }).fill("usable");
  return { page, usable: performance.now() - began };
}

const usable: number[] = [];
for (let run = 0; run < RUNS; run += 1) {
  const visit = await enter(`Visitor ${run}`);
  usable.push(visit.usable);
  await visit.page.close();
}

const { page } = await enter("Ada");
const scroll = await page.evaluate(async (count) => {
  const tasks: number[] = [];
  new PerformanceObserver((entries) => {
    for (const { duration } of entries.getEntries()) tasks.push(duration);
  }).observe({ type: "longtask" });
  const list = document.querySelector("#messages")!;
  // The browser runs this function alone, without the scope around it.
  // oxlint-disable-next-line unicorn/consistent-function-scoping
  const frame = () => new Promise<number>((done) => requestAnimationFrame(done));
  const loaded = () => Number(list.firstElementChild?.ariaSetSize);
  let before = await frame();
  let slowest = 0;
  let frames = 0;
  let most = 0;
  while ((list.scrollTop > 0 || loaded() < count) && frames < 12_000) {
    list.scrollBy(0, -240);
    const now = await frame();
    slowest = Math.max(slowest, now - before);
    before = now;
    frames += 1;
    most = Math.max(most, list.childElementCount);
  }
  return { frames, slowest, most, loaded: loaded(), longest: Math.max(0, ...tasks) };
}, COUNT);

const { page: other } = await enter("Grace");
await page.getByRole("button", { name: "Newest" }).click();
const seen: number[] = [];
for (let run = 0; run < RUNS; run += 1) {
  const words = `Hello ${run}`;
  await page.getByRole("textbox", { name: "Message" }).fill(words);
  // The observer must be installed before the message is sent.
  await other.locator("#messages").evaluate((list, text) => {
    const arrival = new Promise<number>((resolve) => {
      const observer = new MutationObserver(() => {
        if (!list.textContent?.includes(text)) return;
        observer.disconnect();
        resolve(performance.timeOrigin + performance.now());
      });
      observer.observe(list, { subtree: true, childList: true, characterData: true });
    });
    Object.assign(globalThis, { arrival });
  }, words);
  const sent = await page.getByRole("button", { name: "Send" }).evaluate((button) => {
    (button as HTMLButtonElement).click();
    return performance.timeOrigin + performance.now();
  });
  const arrived = await other.evaluate(
    () => (globalThis as unknown as { arrival: Promise<number> }).arrival,
  );
  seen.push(arrived - sent);
}
const ms = (time: number): string => `${time.toFixed(0)} ms`;
console.log(`usable after ${ms(middle(usable))} (median of ${RUNS}; target: at most 1000)`);
console.log(
  `seen in the other page after ${ms(middle(seen))} (median of ${RUNS}; target: at most 200)`,
);
console.log(
  `scrolled ${scroll.frames} frames over ${scroll.loaded} messages, at most ${scroll.most} rendered: ` +
    `slowest frame ${ms(scroll.slowest)}, longest task ${ms(scroll.longest)} (target: at most 100)`,
);
const missed = [middle(usable) > 1000, middle(seen) > 200, scroll.longest > 100].filter(Boolean);
const again = missed.length > 0 ? "; retry on an idle machine" : "";
console.log(`${3 - missed.length} of 3 targets met${again}`);
process.exitCode = missed.length > 0 ? 1 : 0;
