/** Options of long-running operations: Spector answers at once, so there is nothing to wait for. */
export const fast: { readonly updateIntervalInMs: number } = { updateIntervalInMs: 1 };
