/** A call to measure. */
export type Work = () => Promise<unknown> | unknown;

/**
 * Returns the median time of one call of each, in microseconds. Runs batches of the two in turn, so
 * that other load on the machine affects both.
 */
export async function alternate(
  ours: Work,
  reference: Work,
  { batches = 60, calls = 20 }: { batches?: number; calls?: number } = {},
): Promise<{ ours: number; reference: number }> {
  const times: [number[], number[]] = [[], []];
  const warmUp = Math.ceil(batches / 6);
  for (let batch = 0; batch < batches + warmUp; batch++) {
    for (const [index, work] of [ours, reference].entries()) {
      const started = performance.now();
      for (let call = 0; call < calls; call++) await work();
      const each = ((performance.now() - started) * 1000) / calls;
      if (batch >= warmUp) times[index]!.push(each);
    }
  }
  return { ours: median(times[0]), reference: median(times[1]) };
}

/** Returns the median. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}
