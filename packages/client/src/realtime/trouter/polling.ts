import type { RealtimeEnvironment } from "./environment.ts";
import type { OpenLink } from "./link.ts";
import { formatPayload, parsePayload } from "./polling-payload.ts";
import type { Send } from "./send.ts";
import { idlePollDelay, pollTimeout } from "./timings.ts";

// Loaded only where WebSockets do not work. It shares types and constants with what is loaded before, and
// no other module, which would become a file of its own.

/** What long polling needs. */
export interface PollingOptions {
  readonly send: Send;
  readonly url: string;
  /** The path in error messages, without the id of the session. */
  readonly path: string;
  readonly env: Pick<RealtimeEnvironment, "now" | "after">;
}

/** Returns a function that opens a link over long polling. */
export function pollingLink({ send, url, path, env }: PollingOptions): OpenLink {
  return (onFrame, onEnd) => {
    const controller = new AbortController();
    const { signal } = controller;
    const request = { url, path, signal, authentication: "none" } as const;
    let cancelDelay: (() => void) | undefined;

    const delay = (): Promise<void> =>
      new Promise((resolve) => {
        // When the link is closed, the promise stays pending, which ends the loop of polls.
        cancelDelay = env.after(idlePollDelay, resolve);
      });

    const poll = async (): Promise<void> => {
      const startedAt = env.now();
      const frames = parsePayload(await send({ ...request, timeout: pollTimeout }));
      if (!frames) throw new Error(`GET ${path}: the lengths of the frames do not add up`);
      for (const frame of frames) onFrame(frame);
      const isIdle = !frames.some(isUseful) && env.now() - startedAt < idlePollDelay;
      // Without a delay, a server that responds immediately would be polled in a tight loop.
      if (isIdle && !signal.aborted) await delay();
    };
    const pollUntilFailure = async (): Promise<never> => {
      for (;;) await poll();
    };

    /** The frames that are waiting or being sent. */
    const outgoing: string[] = [];
    const post = async (): Promise<void> => {
      // Frames of the same tick are sent together.
      await undefined;
      while (outgoing.length > 0) {
        const { length } = outgoing;
        await send({ ...request, body: formatPayload(outgoing) });
        outgoing.splice(0, length);
      }
    };

    pollUntilFailure().catch(onEnd);
    return {
      send(frame) {
        if (outgoing.push(frame) === 1) post().catch(onEnd);
      },
      close() {
        controller.abort();
        cancelDelay?.();
      },
    };
  };
}

/** Notifications, events and acknowledgements. Other frames do not show that the server is working. */
const isUseful = (frame: string): boolean => ["3", "5", "6"].includes(frame.charAt(0));
