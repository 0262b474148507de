import type { EventGridControl } from "../event-grid/event-grid.ts";

/** Prints why a webhook gets no events, once for each reason, and when it gets them after that. */
export function tellWebhooks(eventGrid: EventGridControl, print: (line: string) => void): void {
  const told = new Map<string, string>();
  const tell = (): void => {
    for (const { name, endpoint, state, problem } of eventGrid.subscriptions()) {
      const before = told.get(name);
      const line = lineOf(endpoint, problem);
      const isNews = problem !== undefined || (state === "active" && before !== undefined);
      if (!isNews || line === before) continue;
      told.set(name, line);
      print(line);
    }
  };
  tell();
  eventGrid.onChange(tell);
}

const lineOf = (endpoint: string, problem: string | undefined): string =>
  problem === undefined
    ? `The webhook ${endpoint} gets events now.`
    : `The webhook ${endpoint} gets no events yet: ${problem}.`;
