/** The stream for progress. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** The minimum milliseconds between two lines about the same kind of work, without a terminal. */
const minInterval = 5000;

/**
 * Returns a function that reports progress. In a terminal, each text replaces the line of the one before,
 * and an empty text clears it. Elsewhere (a file, CI), a new line is written for each new kind of work,
 * which is the first word of the text, and then at most every five seconds.
 */
export function progressOn(
  stream: ProgressStream,
  now: () => number = () => performance.now(),
): (text: string) => void {
  if (stream.isTTY === true) return (text) => void stream.write(`\r\u001B[K${text}`);
  let kind = "";
  let last = Number.NEGATIVE_INFINITY;
  return (text) => {
    const [word = ""] = text.split(" ");
    if (text === "" || (word === kind && now() - last < minInterval)) return;
    kind = word;
    last = now();
    stream.write(`${text}\n`);
  };
}
