// Measures the page with 10,000 messages in a thread: how soon it is usable, and how smoothly it
// scrolls. Times depend on the machine, so that this is a measurement and no test.
import { startEmulator } from "@acs-chat/emulator";
import { startBrowser } from "../test/support/browser.ts";
import { plantMessages } from "../test/support/plant.ts";
import { SEED } from "../test/support/page.ts";

const COUNT = 10_000;
const RUNS = 5;

await using emulator = await startEmulator({ seed: SEED });
plantMessages(
  emulator,
  Array.from({ length: COUNT }, (_, index) => ({
    message: `Message ${index + 1}: ${"some words to read ".repeat(1 + (index % 7))}`,
  })),
);
const [thread] = emulator.control.state().threads;
const address = `${emulator.endpoint}/_emulator/#/chats/${encodeURIComponent(thread!.id)}`;
const browser = await startBrowser();
try {
  const usable: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const page = await browser.newPage();
    const started = performance.now();
    await page.goto(address);
    await page.getByText(`Message ${COUNT}:`).waitFor();
    await page.getByRole("textbox", { name: "Message as Alice" }).fill("usable");
    usable.push(performance.now() - started);
    await page.close();
  }
  const page = await browser.newPage();
  await page.goto(address);
  await page.getByText(`Message ${COUNT}:`).waitFor();
  const scroll = await page.evaluate(async () => {
    const tasks: number[] = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ type: "longtask" });
    const list = document.querySelector(".virtual")!;
    // The browser runs this alone, without what stands around it.
    // oxlint-disable-next-line unicorn/consistent-function-scoping
    const frame = () => new Promise<number>((done) => requestAnimationFrame(done));
    let before = await frame();
    let slowest = 0;
    let frames = 0;
    while (list.scrollTop > 0 && frames < 4000) {
      list.scrollBy(0, -240);
      const now = await frame();
      slowest = Math.max(slowest, now - before);
      before = now;
      frames += 1;
    }
    const loaded = Number(list.querySelector("li")?.getAttribute("aria-setsize"));
    return { frames, slowest, loaded, tasks };
  });
  const sorted = usable.toSorted((a, b) => a - b);
  const median = sorted[RUNS >> 1]!;
  const longest = Math.max(0, ...scroll.tasks);
  console.log(`usable after ${median.toFixed(0)} ms (median of ${RUNS}; at most 1000 wanted)`);
  console.log(
    `scrolled ${scroll.frames} frames over ${scroll.loaded} messages: slowest frame ` +
      `${scroll.slowest.toFixed(0)} ms, longest task ${longest.toFixed(0)} ms (at most 100 wanted), ` +
      `${scroll.tasks.length} tasks over 50 ms`,
  );
} finally {
  await browser.close();
}
