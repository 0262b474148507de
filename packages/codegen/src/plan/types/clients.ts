// The types of the plan: clients, and how they are created.

import type { AuthPlan } from "./authentication.ts";
import type { DocPlan } from "./docs.ts";
import type { TypePlan } from "./models.ts";
import type { OperationPlan } from "./operations.ts";

/** A client or an operation group. */
export interface ClientPlan {
  /** The names from the root client down, joined by dots. Unique in the package. */
  readonly id: string;
  /** Name of the class. */
  readonly className: string;
  /** Name of the file without extension, and of the property of the parent. */
  readonly fileName: string;
  readonly accessor: string;
  readonly parent?: string;
  readonly children: readonly string[];
  readonly doc?: DocPlan;
  /** Present for clients with their own parameters. Others use the context of `contextOf`. */
  readonly context?: ContextPlan;
  /** Id of the client whose context the operations take. */
  readonly contextOf: string;
  readonly operations: readonly OperationPlan[];
  /** True for a group that was created from a tag. Its functions keep their names, like those of a root client. */
  readonly isTag?: true;
}

/** The parameters for creating a client. */
export interface ContextPlan {
  /** Name of the context's interface, and of the function that creates it. */
  readonly name: string;
  readonly create: string;
  readonly optionsName: string;
  /** Whether it can be created individually, from its parent's context, or both. */
  readonly individually: boolean;
  readonly fromParent: boolean;
  /** Base URLs of the spec, the default one first; empty if the caller must pass one. */
  readonly servers: readonly ServerPlan[];
  /** Name of the constant with the servers, if there are several. */
  readonly serversName?: string;
  /** Absent for services without authentication. */
  readonly auth?: AuthPlan;
  /** Name of the interface of the credentials, if there are several with names. */
  readonly credentialsName?: string;
  /** Parameters of the client in addition to endpoint and credential. */
  readonly parameters: readonly ClientParameterPlan[];
  /** API versions of the service behind this client, oldest first. */
  readonly apiVersions: readonly string[];
  /** The client's parameter or part of the URL that contains the API version, if it has another name. */
  readonly versionFrom?: string;
}

/** A base URL that the spec declares. */
export interface ServerPlan {
  readonly name: string;
  readonly description?: string;
  /** The parts of the URL: literal text and parameters. */
  readonly parts: readonly (string | EndpointArgumentPlan)[];
}

export interface EndpointArgumentPlan {
  readonly name: string;
  /** True if this argument is a complete URL. */
  readonly isUrl: boolean;
  readonly type: TypePlan;
  readonly optional: boolean;
  readonly defaultValue?: unknown;
  readonly apiVersion: boolean;
  readonly doc?: DocPlan;
}

export interface ClientParameterPlan {
  readonly name: string;
  readonly type: TypePlan;
  readonly optional: boolean;
  readonly defaultValue?: unknown;
  readonly apiVersion: boolean;
  readonly doc?: DocPlan;
}
