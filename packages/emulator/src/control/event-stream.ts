import type { Context } from "hono";
import { type SSEMessage, streamSSE } from "hono/streaming";

/** Bytes of events that a stream holds for a reader who does not read. */
export const LARGEST_BACKLOG = 4 * 1024 * 1024;

/** Sends an event; what it is given is text already. */
export type Tell = (event: SSEMessage & { readonly data: string }) => void;

/**
 * Responds with a stream of server-sent events. For a reader who does not read it holds 4 MiB, and
 * loses what comes after that. The reader then gets the event `loss` with `{"count"}`.
 * @param listen - Starts to tell events; returns what ends that.
 */
export function streamEvents(context: Context, listen: (tell: Tell) => () => void): Response {
  return streamSSE(context, async (stream) => {
    let waiting: Parameters<Tell>[0][] = [];
    let bytes = 0;
    let lost = 0;
    let wake: (() => void) | undefined;
    const tell: Tell = (event) => {
      const size = Buffer.byteLength(event.data);
      if (bytes + size > LARGEST_BACKLOG) {
        lost += 1;
        return;
      }
      bytes += size;
      waiting.push(event);
      wake?.();
    };
    const end = listen(tell);
    stream.onAbort(() => wake?.());
    while (!stream.aborted) {
      const events = waiting;
      waiting = [];
      for (const event of events) {
        // Resolves when the reader has taken it.
        await stream.writeSSE(event);
        bytes -= Buffer.byteLength(event.data);
      }
      if (lost > 0 && waiting.length === 0) {
        const count = lost;
        lost = 0;
        await stream.writeSSE({ event: "loss", data: JSON.stringify({ count }) });
      }
      if (waiting.length > 0 || lost > 0 || stream.aborted) continue;
      await new Promise<void>((resolve) => (wake = resolve));
    }
    end();
  });
}
