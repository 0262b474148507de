import { reasonOf } from "../reason.ts";
import type { OpenLink } from "./link.ts";
import type { Dispatcher } from "./node-web-socket.ts";

/** Returns the WebSocket class to use. In Node, it is one that does not keep the process alive after it is closed. */
export async function suitableWebSocket(given: typeof WebSocket): Promise<typeof WebSocket> {
  // Node's dispatcher, or the application's replacement. Node has a symbol for each version of its interface.
  const [one, two] = ["1", "2"].map((version) => Symbol.for(`undici.globalDispatcher.${version}`));
  const all = globalThis as unknown as Record<symbol, Dispatcher | undefined>;
  const dispatcher = all[one!] ?? all[two!];
  if (!dispatcher) return given;
  const { releasingWebSocket } = await import("./node-web-socket.ts");
  return releasingWebSocket(given, dispatcher);
}

/** Returns a function that opens a link over a WebSocket. */
export function webSocketLink(WebSocket: typeof globalThis.WebSocket, url: string): OpenLink {
  return (onFrame, onEnd) => {
    const socket = new WebSocket(url.replace(/^http/, "ws"));
    // Binary data is converted to text that is not a frame, so it is logged and ignored.
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

/** Returns the cause of an error event, if the platform provides it. */
function causeOf(event: Event): unknown {
  const { error, message } = event as Partial<ErrorEvent>;
  const reason = reasonOf(error ?? message);
  return reason === "unknown reason" ? undefined : new Error(`WebSocket: ${reason}`);
}
