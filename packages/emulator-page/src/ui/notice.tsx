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

/** Milliseconds that a notice stays. */
const STAY = { good: 2500, bad: 8000 } as const;

/** Tells something at the edge of the page for a moment. */
export function notify(text: string, tone: "good" | "bad"): void {
  last += 1;
  const key = last;
  notices.set([...notices.value, { key, text, tone }].slice(-4));
  setTimeout(() => notices.set(notices.value.filter((one) => one.key !== key)), STAY[tone]);
}

/** Waits for something the user asked for; says if it fails. */
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

/** Where notices are shown: on the page, and in a dialog, which covers that. */
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
