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

/** An object from JSON; undefined for anything else. */
export function parseObject(text: unknown): Record<string, unknown> | undefined {
  try {
    // Nothing at all is frequent, and an exception is dear.
    const value: unknown = text && JSON.parse(text as string);
    return typeof value === "object" && value ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
