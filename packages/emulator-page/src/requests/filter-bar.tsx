import type { JSX } from "preact";
import { control } from "../emulator/control.ts";
import { IconButton } from "../ui/button.tsx";
import { attempt } from "../ui/notice.tsx";
import type { RequestFilter } from "./filter.ts";

/** The heading of the log, with the filter and the buttons that pause and clear it. */
export function FilterBar(props: {
  readonly filter: RequestFilter;
  readonly onFilter: (filter: RequestFilter) => void;
  readonly isPaused: boolean;
  readonly onPause: () => void;
}): JSX.Element {
  const { filter, onFilter, isPaused, onPause } = props;
  return (
    <header class="toolbar">
      <h1>Requests</h1>
      <input
        type="search"
        class="filter"
        placeholder="Path, operation, user, body"
        aria-label="Filter"
        value={filter.text}
        onInput={(event) => onFilter({ ...filter, text: event.currentTarget.value })}
      />
      <select
        aria-label="Status"
        value={filter.status}
        onChange={(event) =>
          onFilter({
            ...filter,
            status: event.currentTarget.value as RequestFilter["status"],
          })
        }
      >
        <option value="">Any status</option>
        <option value="2">2xx</option>
        <option value="4">4xx</option>
        <option value="5">5xx</option>
        <option value="cut">Cut</option>
      </select>
      <label class="choice" title="Hides the requests that this page sends">
        <input
          type="checkbox"
          checked={filter.withoutPage}
          onChange={() => onFilter({ ...filter, withoutPage: !filter.withoutPage })}
        />
        Hide page requests
      </label>
      <IconButton
        icon={isPaused ? "play" : "pause"}
        label={isPaused ? "Resume" : "Pause"}
        onClick={onPause}
      />
      <IconButton icon="trash" label="Clear" onClick={() => void attempt(control.clearRequests)} />
    </header>
  );
}
