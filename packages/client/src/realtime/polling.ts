import { idlePollTime, pollTime, type RealtimeEnvironment } from "./environment.ts";
import type { Link, LinkEvents } from "./link.ts";
import type { Requester } from "./request.ts";

// Loaded only where there is no WebSocket: what it imports is types and constants.

/** Opens a link over long polling: for places without WebSockets. */
export function openPolling(
  requester: Requester,
  url: string,
  env: RealtimeEnvironment,
  events: LinkEvents,
): Link {
  const controller = new AbortController();
  const { signal } = controller;
  let outgoing: string[] = [];
  let posting = false;
  let wake: (() => void) | undefined;
  let timer: unknown;

  const end = (cause: unknown): void => {
    if (signal.aborted) return;
    close();
    events.onEnd(cause);
  };
  const close = (): void => {
    controller.abort();
    env.clearTimer(timer);
    wake?.();
  };

  const poll = async (): Promise<void> => {
    while (!signal.aborted) {
      const startedAt = env.now();
      const text = await requester.send(url, "", { signal, timeout: pollTime });
      const frames = parsePayload(text);
      if (!frames) throw new Error("A long-polling answer makes no sense.");
      for (const frame of frames) if (!signal.aborted) events.onText(frame);
      if (frames.length === 0 && !signal.aborted && env.now() - startedAt < idlePollTime) {
        // A server that does not hold the poll must not be asked in a tight loop.
        await new Promise<void>((resolve) => {
          wake = resolve;
          timer = env.setTimer(resolve, idlePollTime);
        });
      }
    }
  };
  const post = async (): Promise<void> => {
    posting = true;
    // Frames of the same tick travel together.
    await undefined;
    while (outgoing.length > 0 && !signal.aborted) {
      const body = formatPayload(outgoing);
      outgoing = [];
      await requester.send(url, "", { method: "POST", body, signal });
    }
    posting = false;
  };

  poll().catch(end);
  return {
    send(frame) {
      outgoing.push(frame);
      if (!posting) post().catch(end);
    },
    close,
  };
}

/** Frames of a long-polling answer; undefined if its lengths do not add up. */
export function parsePayload(text: string): string[] | undefined {
  if (text[0] !== "\ufffd") return text ? [text] : [];
  const frames: string[] = [];
  for (let at = 0; at < text.length;) {
    const match = /^\ufffd(\d{1,9})\ufffd/.exec(text.slice(at, at + 11));
    if (!match) return undefined;
    const from = at + match[0].length;
    at = from + +match[1]!;
    if (at > text.length) return undefined;
    frames.push(text.slice(from, at));
  }
  return frames;
}

/** Frames as one long-polling request. */
export const formatPayload = (frames: string[]): string =>
  frames.map((frame) => `\ufffd${frame.length}\ufffd${frame}`).join("");
