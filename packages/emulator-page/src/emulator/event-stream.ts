/** One server-sent event. */
export interface ServerEvent {
  readonly event: string;
  readonly data: string;
}

/** The callbacks for a stream of server-sent events. */
export interface Follower {
  /** Called for each event. */
  readonly onEvent: (event: ServerEvent) => void;
  /** Called after each connect and reconnect. */
  readonly onOpen?: () => void;
  /** Called when the stream has ended or could not be opened. A reconnect follows. */
  readonly onLost?: () => void;
}

/** The delay before a reconnect, in milliseconds. */
const PAUSE = 1000;

/**
 * Reads a stream of server-sent events until the signal is aborted. Unlike EventSource, it reconnects after every
 * error, and reports when the connection is lost.
 */
export async function follow(path: string, follower: Follower, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const response = await fetch(path, { signal, headers: { Accept: "text/event-stream" } });
      if (!response.ok || response.body === null) throw new Error(String(response.status));
      follower.onOpen?.();
      await read(response.body, follower.onEvent);
    } catch {
      // The loop reconnects after any error.
    }
    if (signal.aborted) return;
    follower.onLost?.();
    await pause(PAUSE, signal);
  }
}

async function read(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  onEvent: (event: ServerEvent) => void,
): Promise<void> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const blocks = (rest + value).split("\n\n");
    rest = blocks.pop() ?? "";
    for (const block of blocks) onEvent(parseEvent(block));
  }
}

/** Parses one event of a stream. */
export function parseEvent(block: string): ServerEvent {
  let event = "message";
  const data: string[] = [];
  for (const line of block.split("\n")) {
    const colon = line.indexOf(":");
    const value = line.slice(colon + 1).replace(/^ /, "");
    if (line.startsWith("event:")) event = value;
    else if (line.startsWith("data:")) data.push(value);
  }
  return { event, data: data.join("\n") };
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
