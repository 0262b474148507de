/** Milliseconds after which work is said to be under way, and again after each such span five times as long. */
const patience = 1000;

/**
 * Does the work, and says what is being done as soon as it takes longer than a second, so that
 * short work stays silent and long work never looks stuck.
 */
export async function withProgress<Result>(
  what: string,
  log: (line: string) => void,
  work: () => Promise<Result>,
): Promise<Result> {
  let seconds = 0;
  let timer = setTimeout(function remind() {
    log(seconds === 0 ? `${what} …` : `${what} … ${seconds} s`);
    const next = seconds === 0 ? 5 : seconds + 5;
    timer = setTimeout(remind, (next - Math.max(seconds, 1)) * patience);
    seconds = next;
  }, patience);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
  }
}
