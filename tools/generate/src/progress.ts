/** Runs the work. Logs its name after one second, and its duration every five seconds. */
export async function withProgress<Result>(
  what: string,
  log: (line: string) => void,
  work: () => Promise<Result>,
): Promise<Result> {
  let seconds = 0;
  let timer = setTimeout(function remind() {
    log(seconds === 0 ? `${what} …` : `${what} … ${seconds} s`);
    const next = seconds === 0 ? 5 : seconds + 5;
    timer = setTimeout(remind, (next - Math.max(seconds, 1)) * 1000);
    seconds = next;
  }, 1000);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
  }
}
