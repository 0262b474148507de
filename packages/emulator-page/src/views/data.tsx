import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { useApp } from "../app-context.ts";
import { control } from "../emulator/control.ts";
import { useStore } from "../lib/store.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Field, valueOf } from "../ui/field.tsx";
import { attempt } from "../ui/notice.tsx";

const EXAMPLE = JSON.stringify(
  {
    users: [{ name: "carol" }, { name: "dave" }],
    threads: [
      {
        topic: "Release 2.0",
        createdBy: "carol",
        participants: [
          { user: "carol", displayName: "Carol" },
          { user: "dave", displayName: "Dave" },
        ],
        messages: [{ from: "carol", content: "Is the changelog ready?" }],
      },
    ],
  },
  undefined,
  2,
);

/** Shows the size of the emulator's state, and seeds, saves, restores and resets it. */
export function DataView(): JSX.Element {
  const [resetting, setResetting] = useState(false);
  return (
    <div class="page">
      <h1>Data</h1>
      <div class="cards">
        <StateCard onReset={() => setResetting(true)} />
        <SnapshotCard />
        <SeedCard />
      </div>
      {resetting && <ResetDialog onClose={() => setResetting(false)} />}
    </div>
  );
}

function StateCard({ onReset }: { readonly onReset: () => void }): JSX.Element {
  const { health } = useStore(useApp().emulator.world);
  return (
    <section class="card">
      <h2>State</h2>
      <dl class="facts wide">
        <dt>Users</dt>
        <dd>{health?.users}</dd>
        <dt>Threads</dt>
        <dd>{health?.threads}</dd>
        <dt>Storage</dt>
        <dd>
          {health?.storage === "sqlite" ? "SQLite, kept after a restart" : "memory, lost on exit"}
        </dd>
        <dt>Version</dt>
        <dd>{health?.version}</dd>
      </dl>
      <p class="actions">
        <Button onClick={onReset}>Reset…</Button>
      </p>
    </section>
  );
}

function SnapshotCard(): JSX.Element {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <section class="card">
      <h2>Snapshot</h2>
      <p class="muted">
        All users, threads, messages and images in one file. Restore it here or in a test.
      </p>
      <p class="actions">
        <Button onClick={() => void attempt(download)}>Download</Button>
        <Button onClick={() => picker.current?.click()}>Restore from a file…</Button>
      </p>
      <input
        ref={picker}
        type="file"
        accept="application/json"
        aria-label="Snapshot to restore"
        hidden
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = "";
          if (file) void attempt(() => restore(file), `Restored ${file.name}.`);
        }}
      />
    </section>
  );
}

function SeedCard(): JSX.Element {
  return (
    <section class="card wide">
      <h2>Seed</h2>
      <p class="muted">Adds users, threads and messages to the current state.</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const form = event.currentTarget;
          void attempt(() => seed(form), "Seeded.");
        }}
      >
        <Field label="Seed, as JSON">
          <textarea name="seed" class="code" rows={14} spellcheck={false} defaultValue={EXAMPLE} />
        </Field>
        <p class="actions">
          <Button type="submit" kind="main">
            Add to the state
          </Button>
        </p>
      </form>
    </section>
  );
}

function ResetDialog({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const reset = async (): Promise<void> => {
    await control.reset();
    onClose();
  };
  return (
    <Dialog title="Reset the emulator?" onClose={onClose}>
      <p>
        Deletes all users, threads and messages, and loads the initial seed again. Also resets the
        faults, the clock and the request log.
      </p>
      <footer>
        <Button onClick={onClose}>Cancel</Button>
        <Button kind="danger" onClick={() => void attempt(reset, "Reset.")}>
          Reset
        </Button>
      </footer>
    </Dialog>
  );
}

async function download(): Promise<void> {
  const snapshot = await control.snapshot();
  const url = URL.createObjectURL(
    new Blob([JSON.stringify(snapshot)], { type: "application/json" }),
  );
  const link = document.createElement("a");
  link.href = url;
  link.download = `chat-emulator-${new Date(snapshot.at).toISOString().replaceAll(":", "-")}.json`;
  link.click();
  URL.revokeObjectURL(url);
}

const restore = async (file: File): Promise<void> => control.restore(await file.text());

async function seed(form: HTMLFormElement): Promise<void> {
  await control.seed(valueOf(form, "seed"));
}
