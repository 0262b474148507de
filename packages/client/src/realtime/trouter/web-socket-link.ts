import { reasonOf } from "../reason.ts";
import type { OpenLink } from "./link.ts";

/** Returns how to open a link over a WebSocket. */
export function webSocketLink(WebSocket: typeof globalThis.WebSocket, url: string): OpenLink {
  return (onFrame, onEnd) => {
    const socket = new WebSocket(url.replace(/^http/, "ws"));
    // Binary data becomes a text that is no frame, so it is ignored with a line in the log.
    socket.addEventListener("message", ({ data }: MessageEvent<unknown>) => onFrame(String(data)));
    socket.addEventListener("close", ({ code }) =>
      onEnd(new Error(`The WebSocket was closed with code ${code ?? "unknown"}`)),
    );
    // Some implementations report an error without a close event after it.
    socket.addEventListener("error", (event) =>
      onEnd(new Error("The WebSocket failed", { cause: causeOf(event) })),
    );
    return {
      send: (frame) => socket.send(frame),
      close: () => socket.close(),
    };
  };
}

/** The error behind an error event, where the platform tells it. */
function causeOf(event: Event): unknown {
  const { error, message } = event as Partial<ErrorEvent>;
  const reason = reasonOf(error ?? message);
  return reason === "unknown reason" ? undefined : new Error(`WebSocket: ${reason}`);
}
