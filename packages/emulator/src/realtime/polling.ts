import { formatPayload, LARGEST_FRAME, parsePayload } from "./frames.ts";
import type { Link, Session } from "./session.ts";

/** How long a poll waits for frames. */
const HOLD_MILLISECONDS = 20_000;
/** The most characters of a response. A single frame is never split. */
const LARGEST_ANSWER = 1024 * 1024;

/** Timers, injected for tests. */
export interface Timers {
  set(work: () => void, milliseconds: number): unknown;
  clear(timer: unknown): void;
}

/** The timers of the process. A waiting poll does not keep the process alive. */
const realTimers: Timers = {
  set: (work, milliseconds) => setTimeout(work, milliseconds).unref(),
  clear: (timer) => clearTimeout(timer as NodeJS.Timeout),
};

/** A link over long polling: GET requests fetch frames, POST requests send them. */
export interface PollingLink extends Link {
  /**
   * Responds to a GET: at once if frames wait, otherwise when one comes or the wait ends. Frames that
   * do not reach a disconnected client are sent again, because it does not acknowledge them.
   */
  poll(): Promise<Response>;
}

/** Creates a link that collects frames until they are fetched. */
export function createPollingLink(timers: Timers = realTimers): PollingLink {
  let waiting: string[] = [];
  let held: (() => void) | undefined;
  let closed = false;
  let pending = 0;

  const take = (): string => {
    let count = 0;
    for (let size = 0; count < waiting.length; count++) {
      size += waiting[count]!.length;
      if (count > 0 && size > LARGEST_ANSWER) break;
    }
    const frames = waiting.slice(0, count);
    waiting = waiting.slice(count);
    for (const frame of frames) pending -= Buffer.byteLength(frame);
    return frames.length === 0 ? "" : formatPayload(frames);
  };
  const end = (): void => {
    closed = true;
    held?.();
  };

  return {
    send(frame) {
      waiting.push(frame);
      pending += Buffer.byteLength(frame);
      held?.();
    },
    get pending() {
      return pending;
    },
    close: end,
    cut() {
      waiting = [];
      pending = 0;
      end();
    },
    async poll() {
      held?.();
      if (waiting.length === 0 && !closed) {
        await new Promise<void>((resolve) => {
          const done = (): void => {
            timers.clear(timer);
            if (held === done) held = undefined;
            resolve();
          };
          const timer = timers.set(done, HOLD_MILLISECONDS);
          held = done;
        });
      }
      if (waiting.length === 0 && closed) return text("0::");
      return text(take());
    },
  };
}

/** Passes the frames of a POST to the session. */
export async function receivePost(session: Session, request: Request): Promise<Response> {
  const body = await request.text();
  const frames = body.length > LARGEST_FRAME * 4 ? undefined : parsePayload(body);
  if (frames === undefined) return text("The payload is malformed.", 400);
  for (const frame of frames) session.receive(frame);
  return text("1");
}

const text = (body: string, status = 200): Response =>
  new Response(body, { status, headers: { "Content-Type": "text/plain; charset=utf-8" } });
