import type { Strictness } from "../engine/engine.ts";
import type { RandomBytes } from "../engine/ids.ts";
import type { EventSubscriptionOptions } from "../event-grid/subscription.ts";
import type { Seed } from "./seed-schema.ts";

/** How https is to be served. */
export interface HttpsOptions {
  /** Default 0: a free port. */
  readonly port?: number;
  /** Certificate (chain) of one's own, PEM; with `key`. Default: one made for localhost and kept. */
  readonly cert?: string;
  /** Private key of `cert`, PEM. */
  readonly key?: string;
  /**
   * Further host names and IP addresses for the made certificate, which is always for localhost,
   * 127.0.0.1 and ::1. Not used with `cert`.
   */
  readonly names?: readonly string[];
  /** Folder where the made certificates are kept. Default: in the user's data folder. */
  readonly certificateFolder?: string;
}

/** How an emulator is to run. Everything has a default: in memory, http on a free loopback port. */
export interface EmulatorOptions {
  /** Port for http. Default 0: a free one. */
  readonly port?: number;
  /** Serves https too. Default false. */
  readonly https?: boolean | HttpsOptions;
  /** False opens no port at all: use `fetch` or `httpClient` of the emulator. Default true. */
  readonly listen?: boolean;
  /** Address to listen on. Default 127.0.0.1. */
  readonly host?: string;
  /**
   * Allows a `host` that other machines can reach. Unsafe: keys and tokens of an emulator are no
   * secret, and whoever reaches it controls it. Default false.
   */
  readonly unsafeHost?: boolean;
  /** Folder to keep the state in. Default: none, the state goes with the emulator. */
  readonly location?: string;
  /** How closely to keep to the published limits. Default `"default"`. */
  readonly strictness?: Strictness;
  /** Serves unknown api-versions as the newest one, instead of 400. Default false. */
  readonly skipApiVersionCheck?: boolean;
  /** Users and threads to begin with; applied when the state is empty. */
  readonly seed?: Seed;
  /**
   * Webhooks that get chat events as from Event Grid. Their handshakes are repeated until they
   * succeed, so the endpoints may start later than the emulator. A reset keeps these subscriptions.
   */
  readonly eventGrid?: readonly EventSubscriptionOptions[];
  /** Source of real time, epoch milliseconds. Default `Date.now`. */
  readonly now?: () => number;
  /** Source of randomness for ids. Default: the operating system's. */
  readonly randomBytes?: RandomBytes;
  /** Told of faults of the emulator itself. Default: prints them on standard error. */
  readonly onError?: (error: unknown) => void;
}
