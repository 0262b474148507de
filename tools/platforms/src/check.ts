import { deepStrictEqual } from "node:assert/strict";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** The arguments of the conversation in programs/talk.cjs. */
export interface Environment {
  readonly endpoint: string;
  readonly token: string;
  readonly userId: string;
}

/** The context of a check. */
export interface CheckContext {
  /** The project with the packed packages and the platforms. */
  readonly folder: string;
  /** Creates a user of the emulator. */
  readonly environment: () => Promise<Environment>;
}

/** One row of the table in docs/platforms.md, or a recipe of docs/test-runners.md. */
export interface Check {
  readonly name: string;
  /** Rejects if the packages do not work there. */
  readonly run: (context: CheckContext) => Promise<void>;
}

const { expectedOverRest, expectedInRealTime, expectedWithStore } =
  require("../programs/talk.cjs") as {
    readonly expectedOverRest: object;
    readonly expectedInRealTime: object;
    readonly expectedWithStore: object;
  };

/** Throws unless the conversation over REST has the expected result. */
export function checkRest(found: unknown): void {
  deepStrictEqual(found, expectedOverRest);
}

/** Throws unless the conversation in real time has the expected result. */
export function checkRealTime(found: unknown): void {
  deepStrictEqual(found, expectedInRealTime);
}

/** Throws unless a conversation with the store went as it should. */
export function checkStore(found: unknown): void {
  deepStrictEqual(found, expectedWithStore);
}
