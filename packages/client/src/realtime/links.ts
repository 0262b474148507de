import type { RealtimeEnvironment } from "./environment.ts";
import { idlePollTime, pollTime } from "./environment.ts";
import { formatPayload, parsePayload } from "./frames.ts";
import { RealtimeError, toRealtimeError } from "./realtime-error.ts";
import type { Requester } from "./request.ts";

/** What carries frames. */
export interface Link {
  send(frame: string): void;
  /** Closes; `onEnd` is not called any more. */
  close(): void;
}

/** What a link tells. */
export interface LinkEvents {
  onText(frame: string): void;
  /** The link is gone. */
  onEnd(error: RealtimeError): void;
}

/** Opens a link over a WebSocket. */
export function openWebSocket(
  WebSocket: typeof globalThis.WebSocket,
  url: string,
  events: LinkEvents,
): Link {
  let over = false;
  const socket = new WebSocket(url.replace(/^http/, "ws"));
  const end = (what: string): void => {
    if (over) return;
    over = true;
    events.onEnd(new RealtimeError("ConnectionLost", what));
  };
  socket.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    if (!over && typeof data === "string") events.onText(data);
  });
  socket.addEventListener("close", ({ code }) => end(`The WebSocket was closed (${code}).`));
  socket.addEventListener("error", () => {
    end("The WebSocket failed.");
    socket.close();
  });
  return {
    send: (frame) => {
      if (socket.readyState === 1) socket.send(frame);
    },
    close() {
      over = true;
      socket.close();
    },
  };
}

/** Opens a link over long polling: for places without WebSockets. */
export function openPolling(
  requester: Requester,
  url: string,
  env: RealtimeEnvironment,
  events: LinkEvents,
): Link {
  const controller = new AbortController();
  const { signal } = controller;
  let outgoing: string[] = [];
  let posting = false;
  let wake: (() => void) | undefined;
  let timer: unknown;

  const end = (cause: unknown): void => {
    if (signal.aborted) return;
    close();
    events.onEnd(toRealtimeError(cause));
  };
  const close = (): void => {
    controller.abort();
    env.clearTimer(timer);
    wake?.();
  };

  const poll = async (): Promise<void> => {
    while (!signal.aborted) {
      const startedAt = env.now();
      const text = await requester.send(url, "", { signal, timeout: pollTime });
      const frames = parsePayload(text);
      if (!frames) throw new RealtimeError("InvalidAnswer", "A poll makes no sense.");
      for (const frame of frames) if (!signal.aborted) events.onText(frame);
      if (frames.length === 0 && !signal.aborted && env.now() - startedAt < idlePollTime) {
        // A server that does not hold the poll must not be asked in a tight loop.
        await new Promise<void>((resolve) => {
          wake = resolve;
          timer = env.setTimer(resolve, idlePollTime);
        });
      }
    }
  };
  const post = async (): Promise<void> => {
    posting = true;
    // Frames of the same tick travel together.
    await undefined;
    while (outgoing.length > 0 && !signal.aborted) {
      const body = formatPayload(outgoing);
      outgoing = [];
      await requester.send(url, "", { method: "POST", body, signal });
    }
    posting = false;
  };

  poll().catch(end);
  return {
    send(frame) {
      outgoing.push(frame);
      if (!posting) post().catch(end);
    },
    close,
  };
}
