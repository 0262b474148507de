import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { control, type ClockState, type ClockWish } from "../emulator/control.ts";
import { formatExact } from "../lib/time.ts";
import { Button } from "../ui/button.tsx";
import { Field, valueOf } from "../ui/field.tsx";
import { attempt } from "../ui/notice.tsx";
import { useRemote } from "./use-remote.ts";

const HOUR = 3_600_000;
const STEPS = [
  { text: "+1 minute", advance: 60_000 },
  { text: "+1 hour", advance: HOUR },
  { text: "+1 day", advance: 24 * HOUR },
  { text: "+30 days", advance: 30 * 24 * HOUR },
] as const;

/** Shows the emulator's clock, and freezes, advances and sets it. */
export function ClockCard(): JSX.Element {
  const [clock, setClock] = useRemote(control.clock, /\/(?:clock|reset)$/);
  const wish = (what: ClockWish): void =>
    void attempt(async () => setClock(await control.setClock(what)));
  const set = (form: HTMLFormElement): void => {
    const at = new Date(valueOf(form, "at"));
    if (!Number.isNaN(at.getTime())) wish({ set: at.toISOString() });
  };
  return (
    <section class="card">
      <h2>Clock</h2>
      <p class="big">
        {clock ? <Time clock={clock} /> : "…"}
        {clock && (
          <span class={clock.frozen ? "tag" : "tag good"}>
            {clock.frozen ? "frozen" : "running"}
          </span>
        )}
      </p>
      <p class="muted">Token expiry and retention follow this clock.</p>
      <p class="actions">
        {STEPS.map(({ text, advance }) => (
          <Button key={text} onClick={() => wish({ advance })}>
            {text}
          </Button>
        ))}
      </p>
      <form
        class="inline"
        onSubmit={(event) => {
          event.preventDefault();
          set(event.currentTarget);
        }}
      >
        <Field label="Set to">
          <input name="at" type="datetime-local" required />
        </Field>
        <Button type="submit">Set</Button>
      </form>
      <p class="actions">
        <Button disabled={clock?.frozen === true} onClick={() => wish({ freeze: true })}>
          Freeze
        </Button>
        <Button onClick={() => wish({ reset: true })}>Reset to real time</Button>
      </p>
    </section>
  );
}

/** Shows the emulator's time. Counts seconds locally unless the clock is frozen. */
function Time({ clock }: { readonly clock: ClockState }): JSX.Element {
  const [passed, setPassed] = useState(0);
  useEffect(() => {
    setPassed(0);
    if (clock.frozen) return undefined;
    const from = Date.now();
    const timer = setInterval(() => setPassed(Date.now() - from), 1000);
    return () => clearInterval(timer);
  }, [clock]);
  return <time>{formatExact(Date.parse(clock.now) + passed)}</time>;
}
