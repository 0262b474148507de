/** The separator before and after the length of each frame, in a payload of several frames. */
const separator = "\ufffd";

/** Parses the frames of a long-polling response. Returns undefined if the lengths do not add up. */
export function parsePayload(text: string): string[] | undefined {
  if (!text.startsWith(separator)) return text ? [text] : [];
  const frames: string[] = [];
  for (let position = 0; position < text.length;) {
    const lengthEnd = text.indexOf(separator, position + 1);
    const digits = text.slice(position + 1, lengthEnd);
    if (text[position] !== separator || !/^\d{1,9}$/.test(digits)) return undefined;
    const start = lengthEnd + 1;
    position = start + Number(digits);
    if (position > text.length) return undefined;
    frames.push(text.slice(start, position));
  }
  return frames;
}

/** Formats frames as the body of one long-polling request. */
export const formatPayload = (frames: readonly string[]): string =>
  frames.map((frame) => `${separator}${frame.length}${separator}${frame}`).join("");
