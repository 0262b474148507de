/** The argument of a call. */
export interface CallContext {
  /** The URL of the Spector server, without a trailing slash. */
  readonly endpoint: string;
}

/** Calls the emitted client for one scenario and asserts the results with `assert` of assert.ts. */
export type Call = (context: CallContext) => Promise<void>;

/** Calls by the name of the scenario in Spector. Each file below `calls` exports such an object as `calls`. */
export type Calls = Readonly<Record<string, Call>>;
