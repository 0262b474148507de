import { idlePollTime, pollTime, type RealtimeEnvironment } from "./environment.ts";
import type { OpenLink } from "./link.ts";
import { formatPayload, parsePayload } from "./payload.ts";
import type { Send } from "./request.ts";

// Loaded only where there is no WebSocket: what it imports from what is loaded before is types and constants.

/** How to open a link over long polling: for places without WebSockets. */
export function pollingLink(
  send: Send,
  url: string,
  env: Pick<RealtimeEnvironment, "now" | "after">,
): OpenLink {
  return (onText, onEnd) => {
    const controller = new AbortController();
    const { signal } = controller;
    /** What is on its way or waits for it. */
    const outgoing: string[] = [];
    let cancel: (() => void) | undefined;

    const close = (): void => {
      controller.abort();
      cancel?.();
    };

    const poll = async (): Promise<void> => {
      // Until a request is refused or aborted.
      for (;;) {
        const startedAt = env.now();
        const frames = parsePayload(
          await send(url, signal, { tokenHeader: "", timeout: pollTime }),
        );
        if (!frames) throw new Error("a long-polling answer makes no sense");
        for (const frame of frames) onText(frame);
        const useful = frames.some((frame) => /^[356]/.test(frame));
        if (!useful && !signal.aborted && env.now() - startedAt < idlePollTime) {
          // A server that does not hold the poll must not be asked in a tight loop.
          // Closing leaves it where it waits.
          await new Promise<void>((resolve) => (cancel = env.after(idlePollTime, resolve)));
        }
      }
    };
    const post = async (): Promise<void> => {
      // Frames of the same tick travel together.
      await undefined;
      while (outgoing.length > 0) {
        const { length } = outgoing;
        await send(url, signal, { tokenHeader: "", body: formatPayload(outgoing) });
        outgoing.splice(0, length);
      }
    };

    poll().catch(onEnd);
    return {
      send(frame) {
        if (outgoing.push(frame) === 1) post().catch(onEnd);
      },
      close,
    };
  };
}
