/** Where progress is told. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Milliseconds between two lines about the same thing where there is no terminal. */
const pause = 5000;

/**
 * A function that says what is going on: on one line of a terminal that changes, elsewhere (a file,
 * CI) in plain lines, one for each new kind of work and then one every five seconds. The kind is the
 * first word. An empty text clears the terminal's line.
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
    if (text === "" || (word === kind && now() - last < pause)) return;
    kind = word;
    last = now();
    stream.write(`${text}\n`);
  };
}
