/** Carries frames over a WebSocket or long polling. */
interface Link {
  /** Sends a frame. Does nothing once the link is closed. */
  send(frame: string): void;
  /** Closes the link. */
  close(): void;
}

/** Opens a link. `onFrame` is called with each frame, `onEnd` with the cause when the link breaks. */
export type OpenLink = (onFrame: (frame: string) => void, onEnd: (cause: unknown) => void) => Link;
