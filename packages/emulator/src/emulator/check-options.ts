import {
  type Check,
  callback,
  oneOf,
  path,
  readObject,
  text,
  texts,
  truth,
  whole,
} from "../control/check.ts";
import { ServiceError } from "../engine/errors.ts";
import { isRecord } from "../spec/shape.ts";
import type { EmulatorOptions, HttpsOptions } from "./options.ts";

/**
 * Checks that all options are known and have valid types.
 * @throws TypeError that names the option and what it must be.
 */
export function checkOptions(options: EmulatorOptions): void {
  try {
    readObject<EmulatorOptions>(options, "options", CHECKS);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    throw new TypeError(error.message, { cause: error });
  }
}

const port = whole(0, 65_535);

const https: Check<boolean | HttpsOptions> = {
  must: "true, false or an object",
  read(value, name) {
    if (!isRecord(value)) return truth.read(value, name);
    return readObject<HttpsOptions>(value, name, {
      port,
      cert: text,
      key: text,
      names: texts,
      certificateFolder: path,
    });
  },
};

/** The seed's parts are checked when the seed is applied. */
const seed: Check<NonNullable<EmulatorOptions["seed"]>> = {
  must: "an object",
  read: (value) => (isRecord(value) ? value : undefined),
};

/** The subscriptions are checked when they are read. */
const eventGrid: Check<NonNullable<EmulatorOptions["eventGrid"]>> = {
  must: "a list",
  read: (value) => (Array.isArray(value) ? value : undefined),
};

const CHECKS: { readonly [K in keyof EmulatorOptions]-?: Check<NonNullable<EmulatorOptions[K]>> } =
  {
    port,
    https,
    listen: truth,
    host: text,
    unsafeHost: truth,
    location: path,
    strictness: oneOf(["strict", "default", "loose"]),
    skipApiVersionCheck: truth,
    seed,
    eventGrid,
    now: callback(),
    randomBytes: callback(),
    onError: callback(),
  };
