import type { JSX } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import { explain } from "../lib/explain.ts";
import { createStore, useStore } from "../lib/store.ts";

interface Notice {
  readonly key: number;
  readonly text: string;
  readonly tone: "good" | "bad";
}

const notices = createStore<readonly Notice[]>([]);
/** Where notices could be shown: the page, and dialogs, each of which covers what was before. */
const places = createStore<readonly object[]>([]);
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

/** Where notices are shown, unless something covers the place. */
export function Notices(): JSX.Element {
  const [place] = useState({});
  useLayoutEffect(() => {
    places.set([...places.value, place]);
    return () => places.set(places.value.filter((one) => one !== place));
  }, []);
  const all = useStore(notices);
  const shown = useStore(places).at(-1) === place ? all : [];
  return (
    <div class="notices" role="status" aria-live="polite">
      {shown.map(({ key, text, tone }) => (
        <p key={key} class={`notice ${tone}`}>
          {text}
        </p>
      ))}
    </div>
  );
}
