/** The platform's WebSocket, if it has one. */
export const PlatformWebSocket = globalThis.WebSocket;
