import type { Strictness } from "../engine/engine.ts";
import type { RandomBytes } from "../engine/ids.ts";
import type { EventSubscriptionOptions } from "../event-grid/subscription.ts";
import type { Seed } from "./seed-schema.ts";

/** Options for https. */
export interface HttpsOptions {
  /** The port. Default 0: a free port. */
  readonly port?: number;
  /** A certificate (or chain) to use, PEM; requires `key`. Default: one is created for localhost and kept. */
  readonly cert?: string;
  /** Private key of `cert`, PEM. */
  readonly key?: string;
  /**
   * Host names and IP addresses to add to the created certificate, which always contains localhost,
   * 127.0.0.1 and ::1. Ignored with `cert`.
   */
  readonly names?: readonly string[];
  /**
   * Folder for created certificates, which must be empty or not exist yet. Default: in the user's
   * data folder.
   */
  readonly certificateFolder?: string;
}

/** Options of an emulator. By default it keeps its state in memory and serves http on a free loopback port. */
export interface EmulatorOptions {
  /** The port for http. Default 0: a free port. */
  readonly port?: number;
  /** Whether to serve https as well. Default false. */
  readonly https?: boolean | HttpsOptions;
  /** Set to false to open no port; use the emulator's `fetch` or `httpClient` instead. Default true. */
  readonly listen?: boolean;
  /** The address to listen on. Default 127.0.0.1. */
  readonly host?: string;
  /**
   * Allows a `host` that other machines can reach. Unsafe: the keys and tokens of an emulator are
   * public, so everybody who reaches it controls it. Default false.
   */
  readonly unsafeHost?: boolean;
  /** Folder for the state. Default: the state is in memory and is lost when the emulator closes. */
  readonly location?: string;
  /** Which of the published limits to enforce. Default `"default"`. */
  readonly strictness?: Strictness;
  /** Serves unknown API versions as the newest one, instead of responding with 400. Default false. */
  readonly skipApiVersionCheck?: boolean;
  /** Users and threads to start with; applied if the state is empty. */
  readonly seed?: Seed;
  /**
   * Webhooks for chat events, as from Event Grid. Their handshakes are repeated until they succeed,
   * so the endpoints may start later than the emulator. A reset keeps these subscriptions.
   */
  readonly eventGrid?: readonly EventSubscriptionOptions[];
  /** Returns the real time in epoch milliseconds. Default `Date.now`. */
  readonly now?: () => number;
  /** The source of random bytes for ids. Default: the operating system. */
  readonly randomBytes?: RandomBytes;
  /** Called with internal errors of the emulator. Default: prints them to standard error. */
  readonly onError?: (error: unknown) => void;
}
