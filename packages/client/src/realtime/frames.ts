/** A frame of socket.io 0.9: its type's number and its data. */
export interface Frame {
  type: number;
  data: string;
}

/** Characters of a frame beyond which it is not looked at. */
export const largestFrame = 1 << 20;

const shape = /^([0-8]):\d*\+?:[^:]*:?([^]*)$/;

/** Reads a frame; undefined if it is none. */
export function parseFrame(text: string): Frame | undefined {
  const match = text.length > largestFrame ? null : shape.exec(text);
  return match ? { type: +match[1]!, data: match[2]! } : undefined;
}

/** Writes an event frame that asks for an acknowledgement when it has an id. */
export function eventFrame(name: string, args: unknown[], id?: number): string {
  return `5:${id ? `${id}+` : ""}::${JSON.stringify({ name, args })}`;
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

/** An object from JSON; undefined for anything else. */
export function parseObject(text: unknown): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text as string);
    return typeof value === "object" && value ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
