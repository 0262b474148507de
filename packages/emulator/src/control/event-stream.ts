import type { Context } from "hono";
import { type SSEMessage, streamSSE } from "hono/streaming";

/** The maximum number of bytes that a stream buffers for a slow reader. */
const LARGEST_BACKLOG = 4 * 1024 * 1024;

/** Sends an event whose data is serialized already. */
export type Tell = (event: SSEMessage & { readonly data: string }) => void;

/**
 * Responds with a stream of server-sent events. For a slow reader it buffers up to 4 MiB and drops
 * what comes after that. The reader then receives the event `loss` with `{"count"}`.
 * @param listen - Subscribes to the events, and returns a function that unsubscribes.
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
        // Resolves once the reader has taken the event.
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
