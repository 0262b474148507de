import type { Context } from "hono";
import { streamEvents } from "./event-stream.ts";
import type { Engine } from "../engine/engine.ts";

/** Tells pages that they show something old. */
export interface Changes {
  /** Something was changed through the control API. */
  announce(path: string): void;
  /**
   * Answers with a stream of server-sent events: `hello` at once, `chat` with
   * `{"number", "type", "threadId"}` for each domain event, with `lastMessageOn` for a new message;
   * `control` with `{"path"}` for each change through the control API;
   * `loss` with `{"count"}` after a reader did not read for too long.
   */
  stream(context: Context): Response;
}

/** Starts with nobody listening. */
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
          // Spares the page from asking for all threads because of one message.
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
