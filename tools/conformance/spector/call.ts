/** What a call is given. */
export interface CallContext {
  /** URL of the Spector server, without a trailing slash. */
  readonly endpoint: string;
}

/** Calls the emitted client for one scenario and asserts what comes back, with `assert` of assert.ts. */
export type Call = (context: CallContext) => Promise<void>;

/** Calls by Spector's name of the scenario. Each file below `calls` exports one such object, named `calls`. */
export type Calls = Readonly<Record<string, Call>>;
