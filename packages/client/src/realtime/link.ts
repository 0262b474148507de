import { RealtimeError } from "./realtime-error.ts";

/** What carries frames. */
export interface Link {
  send(frame: string): void;
  /** Closes; `onEnd` is not called any more. */
  close(): void;
}

/** What a link tells. */
export interface LinkEvents {
  onText(frame: string): void;
  /** The link is gone, and why. */
  onEnd(cause: unknown): void;
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
