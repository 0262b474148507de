/** The names of the transports in the handshake. */
export type TransportName = "websocket" | "xhr-polling";

/** Chooses between WebSocket and long polling. */
export interface TransportChooser {
  /** Chooses one of the transports that the service offers. */
  choose(offered: readonly string[]): TransportName;
  /** Records that the chosen transport works. The next connection can use a WebSocket again. */
  succeeded(): void;
}

/**
 * Creates a chooser that prefers WebSockets. Something between client and service may block them, so the
 * attempt after one that failed uses long polling.
 */
export function createTransportChooser(hasWebSocket: boolean): TransportChooser {
  let previous: TransportName | undefined;
  return {
    choose(offered) {
      const avoidsWebSocket = previous === "websocket" && offered.includes("xhr-polling");
      const usesWebSocket = hasWebSocket && offered.includes("websocket") && !avoidsWebSocket;
      previous = usesWebSocket ? "websocket" : "xhr-polling";
      return previous;
    },
    succeeded() {
      previous = undefined;
    },
  };
}
