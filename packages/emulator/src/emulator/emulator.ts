import type { HttpClient } from "@azure/core-rest-pipeline";
import type { ChatControl } from "../control/chat.ts";
import type { Faults } from "../control/faults.ts";
import type { RequestLog } from "../control/request-log.ts";
import type { EmulatorClock } from "../engine/clock.ts";
import type { Engine } from "../engine/engine.ts";
import type { DomainEventListener } from "../engine/events.ts";
import type { Cloud } from "../engine/identifiers.ts";
import type { StateDump } from "../engine/records.ts";
import type { EventGridControl } from "../event-grid/event-grid.ts";
import type { UserKind } from "../engine/user-ids.ts";
import type { RealtimeControl } from "../realtime/control.ts";
import type { IssuedToken } from "../tokens/authenticate.ts";
import type { SeedResult } from "./seed.ts";
import type { Seed } from "./seed-schema.ts";
import type { Snapshot } from "./snapshot.ts";

/** Options of a token. */
export interface TokenOptions {
  /** Default `["chat"]`. Also allowed: `chat.join`, `chat.join.limited`, `voip`, `voip.join`. */
  readonly scopes?: readonly string[];
  /** Lifetime in minutes, from 60 to 1440. Default 1440. */
  readonly expiresInMinutes?: number;
}

/** Options of a new user. */
export interface UserOptions extends TokenOptions {
  /** Raw id of a user of the emulator's resource or of another kind. Default: a new id. */
  readonly id?: string;
  /** Name of the user. The same name and kind give the same raw id in every emulator. */
  readonly name?: string;
  /** The kind of user to create an id for. Default `communicationUser`. Cannot be used with `id`. */
  readonly kind?: UserKind;
  /** The cloud of a Teams user, a Teams app or a user of the resource. Default `public`. */
  readonly cloud?: Cloud;
}

/** A user with a token. */
export interface EmulatorUser extends IssuedToken {
  /** Raw id: `8:acs:<resource>_<user>`, or one of another kind, such as `8:orgid:<user>`. */
  readonly id: string;
  readonly name?: string;
}

/** The addresses and credentials of an emulator. */
export interface EmulatorAddresses {
  /** Base URL for http, without a trailing slash. Without ports: `https://localhost`. */
  readonly endpoint: string;
  /** Base URL for https; undefined if https is not served. */
  readonly httpsEndpoint: string | undefined;
  /** Connection string for identity clients, with the https endpoint if there is one. The key never changes. */
  readonly connectionString: string;
  /** Path of the certificate to trust (NODE_EXTRA_CA_CERTS); undefined without https. */
  readonly caCertificate: string | undefined;
}

/** The state of a running emulator. */
export interface Health extends EmulatorAddresses {
  readonly status: "ok";
  /** Version of the package. */
  readonly version: string;
  /** The emulator's time, RFC 3339. */
  readonly now: string;
  readonly resourceId: string;
  readonly storage: "memory" | "sqlite";
  readonly strictness: string;
  readonly apiVersions: readonly string[];
  readonly users: number;
  /** Number of threads, without deleted ones. */
  readonly threads: number;
}

/** Controls an emulator in tests. The same is available over HTTP, under `/_emulator`. */
export interface EmulatorControl {
  health(): Health;
  /**
   * Deletes all users, threads and messages, also those in `location`, and restores the start: the
   * seed, real time, no faults, an empty request log.
   */
  reset(): Promise<void>;
  /** Returns the whole state as JSON. */
  snapshot(): Snapshot;
  /** Replaces the whole state. Tokens stay valid if their user is part of it. */
  restore(snapshot: Snapshot): void;
  /** Adds users and threads. On an error nothing is added. */
  seed(seed: Seed): Promise<SeedResult>;
  /** Returns the whole state without tokens and without the bytes of images. */
  state(): StateDump;
  readonly clock: EmulatorClock;
  readonly faults: Faults;
  readonly requests: RequestLog;
  /** Acts in threads as any user, including Teams users, phones and bots. */
  readonly chat: ChatControl;
  readonly realtime: RealtimeControl;
  /** Delivers chat events to webhooks. */
  readonly eventGrid: EventGridControl;
  /** Whether the published rate limits are enforced. Initially true if `strictness` is `"strict"`. */
  readonly rateLimits: { enforced: boolean };
}

/** A running emulator. */
export interface Emulator extends EmulatorAddresses, AsyncDisposable {
  /** Processes a request without a socket. */
  fetch(request: Request): Promise<Response>;
  /** An HTTP client without sockets. Pass it to Azure clients as the option `httpClient`. */
  readonly httpClient: HttpClient;
  /** Creates a user with a token. For an existing user only the token is created. */
  createUser(options?: UserOptions): Promise<EmulatorUser>;
  /**
   * Creates a token for a user of the emulator's resource or of another kind. Creates the user if it
   * does not exist.
   */
  createToken(userId: string, options?: TokenOptions): Promise<IssuedToken>;
  /** Adds a listener for domain events, which are sent in order, after they are stored. Returns a function that removes it. */
  subscribe(listener: DomainEventListener): () => void;
  readonly control: EmulatorControl;
  /** The state and rules of the service, without HTTP. */
  readonly engine: Engine;
  /** Stops listening, closes open connections and releases files. */
  close(): Promise<void>;
}
