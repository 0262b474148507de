import type { JSX } from "preact";
import { explain } from "../lib/explain.ts";
import { createStore, useStore } from "../lib/store.ts";

interface Notice {
  readonly key: number;
  readonly text: string;
  readonly tone: "good" | "bad";
}

const notices = createStore<readonly Notice[]>([]);
let last = 0;

/** How long a notice is shown, in milliseconds. */
const STAY = { good: 2500, bad: 8000 } as const;

/** Shows a notice at the edge of the page for a few seconds. */
export function notify(text: string, tone: "good" | "bad"): void {
  last += 1;
  const key = last;
  notices.set([...notices.value, { key, text, tone }].slice(-4));
  setTimeout(() => notices.set(notices.value.filter((one) => one.key !== key)), STAY[tone]);
}

/**
 * Runs an action of the user. Shows a notice if it fails, and `done` if it succeeds. Returns whether it succeeded.
 */
export async function attempt(work: () => Promise<unknown>, done?: string): Promise<boolean> {
  try {
    await work();
    if (done !== undefined) notify(done, "good");
    return true;
  } catch (error) {
    notify(explain(error), "bad");
    return false;
  }
}

/** Renders the current notices. An open dialog renders them too, because it covers those of the page. */
export function Notices(): JSX.Element {
  return (
    <div class="notices" role="status" aria-live="polite">
      {useStore(notices).map(({ key, text, tone }) => (
        <p key={key} class={`notice ${tone}`}>
          {text}
        </p>
      ))}
    </div>
  );
}
