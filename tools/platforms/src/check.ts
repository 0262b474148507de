import { deepStrictEqual } from "node:assert/strict";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** What the conversation of programs/talk.cjs needs. */
export interface Environment {
  readonly endpoint: string;
  readonly token: string;
}

/** What a check works with. */
export interface Surroundings {
  /** The project with the packed packages and the platforms. */
  readonly folder: string;
  /** Creates a user of the emulator. */
  readonly environment: () => Promise<Environment>;
}

/** One row of the table in docs/platforms.md. */
export interface Check {
  readonly name: string;
  /** Rejects if the packages do not work there. */
  readonly run: (surroundings: Surroundings) => Promise<void>;
}

const { expectedOverRest, expectedInRealTime } = require("../programs/talk.cjs") as {
  readonly expectedOverRest: object;
  readonly expectedInRealTime: object;
};

/** Throws unless a conversation over REST went as it should. */
export function checkRest(found: unknown): void {
  deepStrictEqual(found, expectedOverRest);
}

/** Throws unless a conversation in real time went as it should. */
export function checkRealTime(found: unknown): void {
  deepStrictEqual(found, expectedInRealTime);
}
