/** The content of one user's page, or the output of one program, at one point of the scenario. */
export interface Observation {
  /** Consumer, step and user, for example `composite: Bob edits: Alice's page`. */
  readonly at: string;
  readonly lines: readonly string[];
}

/** A point at which two runs differ. */
export interface Difference {
  readonly at: string;
  /** The lines that only the official run has, with `-` in front, and those that only ours has, with `+`. */
  readonly lines: readonly string[];
}

/** Compares the observations of two runs. A missing observation is a difference. */
export function compareRuns(
  official: readonly Observation[],
  ours: readonly Observation[],
): Difference[] {
  const found: Difference[] = [];
  for (let index = 0; index < Math.max(official.length, ours.length); index++) {
    const left = official[index];
    const right = ours[index];
    if (left?.at === right?.at && left && right) {
      const lines = compareLines(left.lines, right.lines);
      if (lines.length > 0) found.push({ at: left.at, lines });
    } else {
      const lines = [
        `- ${left?.at ?? "no more observations"}`,
        `+ ${right?.at ?? "no more observations"}`,
      ];
      found.push({ at: left?.at ?? right!.at, lines });
      return found;
    }
  }
  return found;
}

/** Returns the differences of the newer comparison that the older one has at the same point. */
export function recurring(
  older: readonly Difference[],
  newer: readonly Difference[],
): readonly Difference[] {
  const known = new Set(older.map(({ at }) => at));
  return newer.filter(({ at }) => known.has(at));
}

/** Returns the lines that only one of the texts has, in order. */
export function compareLines(official: readonly string[], ours: readonly string[]): string[] {
  const common = commonLengths(official, ours);
  const result: string[] = [];
  let i = 0;
  let j = 0;
  while (i < official.length || j < ours.length) {
    if (i < official.length && official[i] === ours[j]) {
      i++;
      j++;
    } else if (j >= ours.length || (i < official.length && common(i + 1, j) >= common(i, j + 1))) {
      result.push(`- ${official[i++]}`);
    } else {
      result.push(`+ ${ours[j++]}`);
    }
  }
  return result;
}

/** Returns the lengths of the longest common subsequences from each pair of lines to the ends of the texts. */
function commonLengths(one: readonly string[], other: readonly string[]) {
  const width = other.length + 1;
  const lengths = new Uint32Array((one.length + 1) * width);
  for (let i = one.length - 1; i >= 0; i--) {
    for (let j = other.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        one[i] === other[j]
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
    }
  }
  return (i: number, j: number): number => lengths[i * width + j]!;
}
