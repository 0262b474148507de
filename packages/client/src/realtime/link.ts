/** What carries frames, once one has come. */
export interface Link {
  /** Sends; does nothing when it is closed. */
  send(frame: string): void;
  close(): void;
}

/** Opens a link: calls back with each frame, and with the cause when the link is gone. */
export type OpenLink = (onText: (frame: string) => void, onEnd: (cause: unknown) => void) => Link;

/** How to open a link over a WebSocket. */
export function webSocketLink(WebSocket: typeof globalThis.WebSocket, url: string): OpenLink {
  return (onText, onEnd) => {
    const socket = new WebSocket(url.replace(/^http/, "ws"));
    // One that is no text is no frame either, and said to be ignored.
    socket.addEventListener("message", ({ data }: MessageEvent<unknown>) => onText(String(data)));
    // Not every implementation closes after an error.
    for (const name of ["close", "error"]) {
      socket.addEventListener(name, (event) =>
        onEnd(new Error(`WebSocket ${name} ${(event as CloseEvent).code ?? ""}`)),
      );
    }
    return socket;
  };
}
