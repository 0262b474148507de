/** The platform's WebSocket, if it has one; in Node one that lets go of its connection when it is closed. */
export declare const PlatformWebSocket: typeof globalThis.WebSocket | undefined;
