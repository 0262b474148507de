/** What is measured: one call, several times in a row. */
export type Work = () => Promise<unknown> | unknown;

/**
 * Median time of one call of each, in microseconds: the two take turns, batch by batch, so that
 * whatever else the machine does hits both.
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

/** The middle value. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}
