import type { Context } from "hono";
import { streamEvents } from "./event-stream.ts";
import type { Engine } from "../engine/engine.ts";

/** Notifies open pages of changes, so that they can update what they show. */
export interface Changes {
  /** Announces a change that was made through the control API. */
  announce(path: string): void;
  /**
   * Responds with a stream of server-sent events: `hello` at once, `chat` with
   * `{"number", "type", "threadId"}` for each domain event, and `lastMessageOn` for a new message;
   * `control` with `{"path"}` for each change through the control API;
   * `loss` with `{"count"}` after events were dropped because the reader was too slow.
   */
  stream(context: Context): Response;
}

/** Creates an announcer without listeners. */
export function createChanges(engine: Engine): Changes {
  const listeners = new Set<(path: string) => void>();
  return {
    announce(path) {
      for (const listener of listeners) listener(path);
    },
    stream: (context) =>
      streamEvents(context, (tellText) => {
        const tell = (event: string, data: object): void =>
          tellText({ event, data: JSON.stringify(data) });
        const changed = (path: string): void => tell("control", { path });
        listeners.add(changed);
        const end = engine.subscribe((event) => {
          const { number, type, threadId } = event;
          // With this time, the page need not request all threads after a new message.
          const on = type === "chatMessageReceived" && { lastMessageOn: event.message.createdOn };
          tell("chat", { number, type, threadId, ...on });
        });
        tell("hello", {});
        return () => {
          end();
          listeners.delete(changed);
        };
      }),
  };
}
