// Measures the page with 10,000 messages in a thread: the time until it is usable, and how smoothly it scrolls. The
// times depend on the machine, so this is not a test.
import { startEmulator } from "@acs-chat/emulator";
import { startChromium } from "@acs-chat/chromium";
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
const browser = await startChromium();
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
  const scroll = await page.evaluate(async (count) => {
    const tasks: number[] = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ type: "longtask" });
    const list = document.querySelector(".virtual")!;
    // The browser runs this function alone, without the scope around it.
    // oxlint-disable-next-line unicorn/consistent-function-scoping
    const frame = () => new Promise<number>((done) => requestAnimationFrame(done));
    let before = await frame();
    let slowest = 0;
    let frames = 0;
    const size = () => Number(list.querySelector("li")?.getAttribute("aria-setsize"));
    while ((list.scrollTop > 0 || size() < count) && frames < 6000) {
      list.scrollBy(0, -240);
      const now = await frame();
      slowest = Math.max(slowest, now - before);
      before = now;
      frames += 1;
    }
    return { frames, slowest, loaded: size(), tasks };
  }, COUNT);
  const [first] = emulator.control.state().participants.slice(1);
  const other = await browser.newPage();
  await other.goto(`${address}?as=${encodeURIComponent(first!.userId)}`);
  await page.getByRole("button", { name: "Newest" }).click();
  for (const one of [page, other]) await one.locator(".pane .state-dot.good").waitFor();
  const seen: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    await page.getByRole("textbox", { name: "Message as Alice" }).fill(`Hello ${run}`);
    // The observer must be installed before the message is sent.
    await other.locator(".virtual").evaluate((list, text) => {
      const arrival = new Promise<number>((resolve) => {
        const observer = new MutationObserver(() => {
          if (!list.textContent?.includes(text)) return;
          observer.disconnect();
          resolve(performance.timeOrigin + performance.now());
        });
        observer.observe(list, { subtree: true, childList: true, characterData: true });
      });
      Object.assign(globalThis, { arrival });
    }, `Hello ${run}`);
    const sent = await page.getByRole("button", { name: "Send" }).evaluate((button) => {
      (button as HTMLButtonElement).click();
      return performance.timeOrigin + performance.now();
    });
    const arrived = await other.evaluate(
      () => (globalThis as unknown as { arrival: Promise<number> }).arrival,
    );
    seen.push(arrived - sent);
  }
  const middle = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[RUNS >> 1]!;
  const median = middle(usable);
  const longest = Math.max(0, ...scroll.tasks);
  console.log(`usable after ${median.toFixed(0)} ms (median of ${RUNS}; target: at most 1000)`);
  console.log(
    `seen in the other page after ${middle(seen).toFixed(0)} ms (median of ${RUNS}; target: at most 200)`,
  );
  console.log(
    `scrolled ${scroll.frames} frames over ${scroll.loaded} messages: slowest frame ` +
      `${scroll.slowest.toFixed(0)} ms, longest task ${longest.toFixed(0)} ms (target: at most 100), ` +
      `${scroll.tasks.length} tasks over 50 ms`,
  );
  const missed = [median > 1000, middle(seen) > 200, longest > 100].filter(Boolean).length;
  console.log(`${3 - missed} of 3 targets met${missed > 0 ? "; retry on an idle machine" : ""}`);
  process.exitCode = missed > 0 ? 1 : 0;
} finally {
  await browser.close();
}
