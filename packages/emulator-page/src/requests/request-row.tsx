import type { RequestLogEntry } from "@acs-chat/emulator";
import type { JSX } from "preact";
import { formatLogTime } from "../lib/time.ts";
import { partsOf } from "./exchange.ts";

/** A request in the log. */
export function RequestRow(props: {
  readonly entry: RequestLogEntry;
  readonly user: string;
  readonly selected: boolean;
  readonly onSelect: () => void;
}): JSX.Element {
  const { entry, user, selected, onSelect } = props;
  const { status, method, operation, target, milliseconds, at } = entry;
  const kind = status === undefined ? "cut" : String(status).charAt(0);
  return (
    <button type="button" class="request" aria-pressed={selected} onClick={onSelect}>
      <span class={`status s${kind}`}>{status ?? "cut"}</span>
      <span class="method">{method}</span>
      <span class="operation">{operation ?? <bdi>{partsOf(target).path}</bdi>}</span>
      <bdi class="who">{user}</bdi>
      <span class="took">{milliseconds.toFixed(1)} ms</span>
      <time>{formatLogTime(at)}</time>
    </button>
  );
}
