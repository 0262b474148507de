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

/** What a token is to allow, and for how long. */
export interface TokenOptions {
  /** Default `["chat"]`; also `chat.join`, `chat.join.limited`, `voip`, `voip.join`. */
  readonly scopes?: readonly string[];
  /** 60 to 1440. Default 1440. */
  readonly expiresInMinutes?: number;
}

/** Which user to make. */
export interface UserOptions extends TokenOptions {
  /** Raw id: of the emulator's resource, or of another kind. Default: a new one. */
  readonly id?: string;
  /** The same name (and kind) is the same user in every emulator. */
  readonly name?: string;
  /** The kind of user to make an id for. Default `communicationUser`. Not with `id`. */
  readonly kind?: UserKind;
  /** The cloud of a Teams user, a Teams app or a user of the resource. Default `public`. */
  readonly cloud?: Cloud;
}

/** A user with a token. */
export interface EmulatorUser extends IssuedToken {
  /** Raw id: `8:acs:<resource>_<user>`, or that of another kind, such as `8:orgid:<user>`. */
  readonly id: string;
  readonly name?: string;
}

/** Where an emulator listens, and how to sign in. */
export interface EmulatorAddresses {
  /** Base URL for http, without a slash at the end. Without ports: `https://localhost`. */
  readonly endpoint: string;
  /** Base URL for https; undefined if it is not served. */
  readonly httpsEndpoint: string | undefined;
  /** For identity clients. The https endpoint if there is one; the key is always the same. */
  readonly connectionString: string;
  /** File with the certificate to trust (NODE_EXTRA_CA_CERTS); undefined without https. */
  readonly caCertificate: string | undefined;
}

/** How an emulator is. */
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
  /** Without deleted ones. */
  readonly threads: number;
}

/** What tests do with an emulator; over HTTP the same is under `/_emulator`. */
export interface EmulatorControl {
  health(): Health;
  /** Back to the start: state as seeded, real time, no faults, empty request log. */
  reset(): Promise<void>;
  /** The whole state as JSON. */
  snapshot(): Snapshot;
  /** Replaces the whole state. Tokens stay valid if their user is in it. */
  restore(snapshot: Snapshot): void;
  /** Adds users and threads: all of the seed, or nothing of it. */
  seed(seed: Seed): Promise<SeedResult>;
  /** Everything the emulator remembers, without tokens and without the bytes of images. */
  state(): StateDump;
  readonly clock: EmulatorClock;
  readonly faults: Faults;
  readonly requests: RequestLog;
  /** Acts in threads as any user, also one of Teams, a phone or a bot. */
  readonly chat: ChatControl;
  readonly realtime: RealtimeControl;
  /** Chat events as webhooks. */
  readonly eventGrid: EventGridControl;
  /** Whether the published rate limits are kept to: at first if `strictness` is `"strict"`. */
  readonly rateLimits: { enforced: boolean };
}

/** A running emulator. */
export interface Emulator extends EmulatorAddresses, AsyncDisposable {
  /** Serves a request without a socket. */
  fetch(request: Request): Promise<Response>;
  /** Serves an Azure core client without a socket: give it as the client's `httpClient`. */
  readonly httpClient: HttpClient;
  /** Makes a user with a token; a user that exists gets another token. */
  createUser(options?: UserOptions): Promise<EmulatorUser>;
  /**
   * Makes a token for a user of the emulator's resource or of another kind; the user is made if it
   * does not exist.
   */
  createToken(userId: string, options?: TokenOptions): Promise<IssuedToken>;
  /** Hears what happens in chats, after it is stored and in its order. Returns what ends it. */
  subscribe(listener: DomainEventListener): () => void;
  readonly control: EmulatorControl;
  /** State and rules without HTTP. */
  readonly engine: Engine;
  /** Stops listening, cuts open connections, lets go of files. */
  close(): Promise<void>;
}
