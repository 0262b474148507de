import type { EventDelivery, EventSchema, EventSubscription } from "@acs-chat/emulator";
import type { JSX } from "preact";
import { control } from "../emulator/control.ts";
import { formatLogTime } from "../lib/time.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { Field, valueOf } from "../ui/field.tsx";
import { attempt } from "../ui/notice.tsx";
import { useRemote } from "./use-remote.ts";

/** The number of deliveries that are shown. */
const SHOWN = 50;

/** Manages webhooks for chat events, and shows their deliveries. */
export function EventGridCard(): JSX.Element {
  const [grid, setGrid] = useRemote(control.eventGrid, /\/(?:event-grid(?:\/.*)?|reset)$/);
  const refresh = async (): Promise<void> => setGrid(await control.eventGrid());
  const add = async (form: HTMLFormElement): Promise<void> => {
    const schema = valueOf(form, "schema") as EventSchema;
    await control.subscribe({ endpoint: valueOf(form, "endpoint"), schema });
    form.reset();
    await refresh();
  };
  const retrying = grid?.subscriptions.some((one) => one.retrying > 0) ?? false;
  return (
    <section class="card wide" aria-label="Event Grid">
      <h2>Event Grid</h2>
      <p class="muted">Sends chat events to webhooks of your app, as Azure Event Grid does.</p>
      <form
        class="columns"
        onSubmit={(event) => {
          event.preventDefault();
          const form = event.currentTarget;
          void attempt(() => add(form));
        }}
      >
        <Field label="Endpoint" two>
          <input name="endpoint" type="url" required placeholder="http://localhost:3000/events" />
        </Field>
        <Field label="Schema">
          <select name="schema">
            <option value="EventGridSchema">EventGrid</option>
            <option value="CloudEventSchemaV1_0">CloudEvents 1.0</option>
          </select>
        </Field>
        <Button type="submit" kind="main">
          Subscribe
        </Button>
      </form>
      {grid !== undefined && grid.subscriptions.length > 0 && (
        <ul class="rows" aria-label="Subscriptions">
          {grid.subscriptions.map((one) => (
            <Subscription key={one.name} subscription={one} onRemoved={refresh} />
          ))}
        </ul>
      )}
      {retrying && <Button onClick={() => void attempt(control.retryEvents)}>Retry now</Button>}
      {grid !== undefined && grid.deliveries.length > 0 && (
        <Deliveries title="Deliveries" open deliveries={grid.deliveries} />
      )}
      {grid !== undefined && grid.deadLetters.length > 0 && (
        <Deliveries title="Dead letters" deliveries={grid.deadLetters} />
      )}
    </section>
  );
}

function Subscription(props: {
  readonly subscription: EventSubscription;
  readonly onRemoved: () => Promise<void>;
}): JSX.Element {
  const { name, endpoint, state, problem, pending, retrying } = props.subscription;
  const remove = async (): Promise<void> => {
    await control.unsubscribe(name);
    await props.onRemoved();
  };
  return (
    <li>
      <span class={state === "active" ? "tag good" : "tag"}>{state}</span>
      <span class="row-text">
        <bdi>{endpoint}</bdi>
        <span class="muted">
          {[
            name,
            problem,
            pending > 0 && `${pending} pending`,
            retrying > 0 && `${retrying} retrying`,
          ]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </span>
      <IconButton
        icon="trash"
        label={`Remove the subscription ${name}`}
        onClick={() => void attempt(remove)}
      />
    </li>
  );
}

function Deliveries(props: {
  readonly title: string;
  readonly open?: boolean;
  readonly deliveries: readonly EventDelivery[];
}): JSX.Element {
  const { title, open = false, deliveries } = props;
  return (
    <details open={open}>
      <summary>
        {title}: {deliveries.length}
      </summary>
      <ul class="rows" aria-label={title}>
        {deliveries
          .slice(-SHOWN)
          .toReversed()
          .map((one) => (
            <Delivery key={one.number} delivery={one} />
          ))}
      </ul>
    </details>
  );
}

function Delivery({ delivery }: { readonly delivery: EventDelivery }): JSX.Element {
  const { event, state, attempts, subscription, deadLetterReason } = delivery;
  const outcomes = attempts.map(({ status, problem }) => status ?? problem).join(", ");
  const about = [subscription, formatLogTime(event.at), outcomes, deadLetterReason];
  return (
    <li>
      <span class={state === "delivered" ? "tag good" : "tag"}>
        {state === "deadLettered" ? "dead letter" : state}
      </span>
      <details class="row-text">
        <summary>
          <bdi>{event.type.replace("Microsoft.Communication.", "")}</bdi>{" "}
          <span class="muted">{about.filter(Boolean).join(" · ")}</span>
        </summary>
        <pre tabIndex={0}>
          <code>{JSON.stringify({ subject: event.subject, data: event.data }, undefined, 2)}</code>
        </pre>
      </details>
    </li>
  );
}
