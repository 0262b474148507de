import type { JSX } from "preact";
import { control } from "../emulator/control.ts";
import { Button } from "../ui/button.tsx";
import { attempt, notify } from "../ui/notice.tsx";

/** Cuts real-time connections, to test how apps reconnect. */
export function RealtimeCard(): JSX.Element {
  return (
    <section class="card">
      <h2>Real time</h2>
      <p class="muted">
        Closes the real-time connection of every app, so that it has to reconnect.
      </p>
      <p class="actions">
        <Button onClick={() => void attempt(drop)}>Cut all connections</Button>
      </p>
    </section>
  );
}

async function drop(): Promise<void> {
  const { connections } = await control.dropConnections();
  notify(`${connections} ${connections === 1 ? "connection" : "connections"} cut.`, "good");
}
