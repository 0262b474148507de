/** Options for long-running operations. The interval is short because Spector completes them immediately. */
export const fast: { readonly updateIntervalInMs: number } = { updateIntervalInMs: 1 };
