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
