import type { Fault } from "@acs-chat/emulator";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { control } from "../emulator/control.ts";
import { Button } from "../ui/button.tsx";
import { Field, valueOf } from "../ui/field.tsx";
import { attempt } from "../ui/notice.tsx";
import { OPERATIONS } from "./operations.ts";
import { useRemote } from "./use-remote.ts";

const ACTIONS = {
  status: "error, not carried out",
  commitThenStatus: "carried out, then an error",
  drop: "connection cut, not carried out",
  commitThenDrop: "carried out, then connection cut",
  shortPage: "short list page, with a link to the rest",
  delay: "delay only",
} as const;

/** Injects faults into future requests. */
export function FaultsCard(): JSX.Element {
  const [faults, setFaults] = useRemote(control.faults, /\/(?:faults|reset)$/);
  const [action, setAction] = useState<keyof typeof ACTIONS>("status");
  const answers = action === "status" || action === "commitThenStatus";

  const add = async (form: HTMLFormElement): Promise<void> => {
    setFaults(await control.addFault(readFault(form, action)));
  };
  const clear = async (): Promise<void> => {
    await control.clearFaults();
    setFaults([]);
  };
  return (
    <section class="card wide">
      <h2>Faults</h2>
      <p class="muted">Make the next requests of your app fail.</p>
      <form
        class="columns"
        onSubmit={(event) => {
          event.preventDefault();
          const form = event.currentTarget;
          void attempt(() => add(form), "Fault added.");
        }}
      >
        <Field label="Operation">
          <select name="operation">
            <option value="">any</option>
            {OPERATIONS.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </Field>
        <Field label="What happens" two>
          <select
            value={action}
            onChange={(event) => setAction(event.currentTarget.value as keyof typeof ACTIONS)}
          >
            {Object.entries(ACTIONS).map(([value, text]) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        </Field>
        {answers && (
          <Field label="Status">
            <input name="status" type="number" min="400" max="599" defaultValue="503" required />
          </Field>
        )}
        {answers && (
          <Field label="Retry-After (s)">
            <input name="retryAfter" type="number" min="0" placeholder="none" />
          </Field>
        )}
        {action === "shortPage" && (
          <Field label="Items">
            <input name="items" type="number" min="0" defaultValue={0} required />
          </Field>
        )}
        <Field label="Wait first (ms)">
          <input name="delay" type="number" min="0" defaultValue={0} />
        </Field>
        <Field label="Requests">
          <input name="times" type="number" min="1" defaultValue="1" required />
        </Field>
        <Button type="submit" kind="main">
          Add fault
        </Button>
      </form>
      {faults !== undefined && faults.length > 0 && (
        <>
          <ul class="rows">
            {faults.map((fault, index) => (
              // Faults have no ids, so the index is the key.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={index}>
                <span class="row-text">{describeFault(fault)}</span>
              </li>
            ))}
          </ul>
          <Button icon="trash" onClick={() => void attempt(clear)}>
            Clear all
          </Button>
        </>
      )}
    </section>
  );
}

function readFault(form: HTMLFormElement, action: keyof typeof ACTIONS): Fault {
  const number = (name: string): number | undefined => {
    const text = valueOf(form, name);
    return text === "" ? undefined : Number(text);
  };
  const operation = OPERATIONS.find((name) => name === valueOf(form, "operation"));
  const items = number("items");
  const status = number("status");
  const retryAfterSeconds = number("retryAfter");
  return {
    times: number("times") ?? 1,
    delayMilliseconds: number("delay") ?? 0,
    ...(operation !== undefined && { operations: [operation] }),
    ...(action !== "delay" && { action }),
    ...(items !== undefined && { items }),
    ...(status !== undefined && { status }),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  };
}

/** Describes a fault in one line. */
function describeFault(fault: Fault): string {
  const { operations, action, status = 503, times = 1, skip = 0 } = fault;
  const parts = [
    operations?.join(", ") ?? "any operation",
    action === undefined ? "waits" : ACTIONS[action],
    ...(action?.toLowerCase().includes("status") ? [String(status)] : []),
    ...(fault.delayMilliseconds ? [`after ${fault.delayMilliseconds} ms`] : []),
    ...(skip > 0 ? [`not the next ${skip}`] : []),
    `times: ${times}`,
  ];
  return parts.join(" · ");
}
