import type {
  EarlierPropertyPlan,
  EnumPlan,
  ModelPlan,
  Shape,
  TypePlan,
  UnionPlan,
} from "./model-types.ts";
import type { FieldsText, FieldText, RecordText, TextPlan } from "./wire/wire-types.ts";

export type * from "./model-types.ts";
export type * from "./wire/wire-types.ts";

/**
 * The plan of a package: what the emitter decided about a service, as plain data that can be printed, compared and
 * written to files. Nothing in it refers back to the compiler.
 */
export interface PackagePlan {
  /** The namespace of the service, dotted. */
  readonly service: string;
  /** What the service calls itself. */
  readonly title: string;
  /** All API versions that the plan covers, oldest first; empty for a service without versions. */
  readonly apiVersions: readonly string[];
  /** The API version that a context uses when the caller names none. */
  readonly defaultApiVersion?: string;
  readonly clients: readonly ClientPlan[];
  readonly models: readonly ModelPlan[];
  readonly enums: readonly EnumPlan[];
  readonly unions: readonly UnionPlan[];
  /** Operations that are left out, as they cannot be emitted. */
  readonly skipped?: readonly SkippedPlan[];
}

/** An operation that is left out, and why. */
export interface SkippedPlan {
  readonly client: string;
  readonly operation: string;
  readonly reason: string;
}

/** Text for a doc comment. */
export interface DocPlan {
  readonly text: string;
  /** API versions in which the thing exists, if not in all of them. */
  readonly versions?: readonly string[];
  readonly deprecated?: string;
}

/** A client or an operation group. */
export interface ClientPlan {
  /** Unique in the package: names from the root client down, joined by dots. */
  readonly id: string;
  /** Name of the class. */
  readonly className: string;
  /** Name of the file, without extension, and of the property of the parent. */
  readonly fileName: string;
  readonly accessor: string;
  readonly parent?: string;
  readonly children: readonly string[];
  readonly doc?: DocPlan;
  /** Set for clients that have parameters of their own; others use that of `contextOf`. */
  readonly context?: ContextPlan;
  /** Id of the client whose context the operations take. */
  readonly contextOf: string;
  readonly operations: readonly OperationPlan[];
  /** True for a group that is made of a tag: its functions have their own names, as those of a root client do. */
  readonly isTag?: true;
}

/** What it takes to make a client. */
export interface ContextPlan {
  /** Name of the context's interface, and what its function is called. */
  readonly name: string;
  readonly create: string;
  readonly optionsName: string;
  /** Whether it can be made on its own, from its parent's context, or both. */
  readonly individually: boolean;
  readonly fromParent: boolean;
  /** Base URLs that the spec declares, the default one first; none if the caller has to know it. */
  readonly servers: readonly ServerPlan[];
  /** What the constant is called that holds the servers, where there are several. */
  readonly serversName?: string;
  /** Absent for services that nobody needs a credential for. */
  readonly auth?: AuthPlan;
  /** What the interface of the credentials is called, where there are several with names. */
  readonly credentialsName?: string;
  /** Parameters of the client beyond endpoint and credential. */
  readonly parameters: readonly ClientParameterPlan[];
  /** API versions of the service behind this client, oldest first. */
  readonly apiVersions: readonly string[];
  /** The parameter or part of the URL that tells the API version, where the context has to and its name is another. */
  readonly versionFrom?: string;
}

/** A base URL that the spec declares. */
export interface ServerPlan {
  readonly name: string;
  readonly description?: string;
  /** The URL in parts: literal text and parameters. */
  readonly parts: readonly (string | EndpointArgumentPlan)[];
}

export interface EndpointArgumentPlan {
  readonly name: string;
  /** True when this argument is a whole URL by itself. */
  readonly isUrl: boolean;
  readonly type: TypePlan;
  readonly optional: boolean;
  readonly defaultValue?: unknown;
  readonly apiVersion: boolean;
  readonly doc?: DocPlan;
}

/** What credentials a client takes. */
export interface AuthPlan {
  readonly schemes: readonly SchemePlan[];
  /** True when the credentials must be told by name: their kinds do not tell them apart, or several go together. */
  readonly isNamed: boolean;
  /** What operations want that do not say otherwise. */
  readonly byDefault: AuthAlternatives;
  /** True when the service can be called without a credential, too. */
  readonly isOptional: boolean;
  /** True when all operations want the same. */
  readonly isUniform: boolean;
}

/** Ways to authenticate a request, each a list of names of schemes that go together; no way at all means no credential. */
export type AuthAlternatives = readonly (readonly string[])[];

/** How a credential is put into requests; a bearer token may be a fixed key. */
export type SchemePlan =
  | { readonly kind: "token" | "bearer"; readonly name: string; readonly scopes: readonly string[] }
  | {
      readonly kind: "key";
      readonly name: string;
      readonly in: "header" | "query" | "cookie";
      /** Name of the header, parameter or cookie. */
      readonly place: string;
      readonly prefix?: string;
    }
  | { readonly kind: "basic"; readonly name: string };

export interface ClientParameterPlan {
  readonly name: string;
  readonly type: TypePlan;
  readonly optional: boolean;
  readonly defaultValue?: unknown;
  readonly apiVersion: boolean;
  readonly doc?: DocPlan;
}

export type OperationKind = "basic" | "paging" | "lro" | "lropaging";

export interface OperationPlan {
  /** Name in its group. */
  readonly name: string;
  /** Name of the exported function. */
  readonly functionName: string;
  readonly kind: OperationKind;
  readonly doc?: DocPlan;
  readonly internal: boolean;
  readonly method: string;
  /** Arguments in the order of the signature, required ones only. */
  readonly parameters: readonly ParameterPlan[];
  /** What stands in the options. */
  readonly options: readonly ParameterPlan[];
  readonly path: readonly (string | PathPartPlan)[];
  readonly query: readonly WireParameterPlan[];
  readonly headers: readonly WireParameterPlan[];
  readonly cookies: readonly WireParameterPlan[];
  readonly body?: BodyPlan;
  readonly responses: readonly ResponsePlan[];
  readonly errors: readonly ErrorPlan[];
  readonly accept?: string;
  /** The credentials to send, where they are not those of most operations. */
  readonly auth?: AuthAlternatives;
  readonly paging?: PagingPlan;
  readonly lro?: LroPlan;
  /** Statuses that become a boolean result instead of an error (HEAD as existence check). */
  readonly asBoolean?: boolean;
  /** What the operation is in API versions in which its request or response is another one, oldest first. */
  readonly earlier?: readonly EarlierOperationPlan[];
  /** Name of the function for all other versions, where there are earlier ones. */
  readonly newestName?: string;
}

/** The parts of an operation that are about one API version. */
export type OperationForm = Pick<
  OperationPlan,
  | "parameters"
  | "options"
  | "path"
  | "query"
  | "headers"
  | "cookies"
  | "accept"
  | "body"
  | "responses"
  | "errors"
  | "paging"
  | "lro"
>;

/** An operation as some API versions have it. */
export interface EarlierOperationPlan extends OperationForm {
  readonly versions: readonly string[];
  readonly functionName: string;
}

/** An argument of an operation. */
export interface ParameterPlan {
  readonly name: string;
  readonly type: TypePlan;
  readonly optional: boolean;
  readonly defaultValue?: unknown;
  readonly doc?: DocPlan;
  /** How the argument is used: "input" or, for merge-patch bodies, "patch". */
  readonly shape: Shape;
  /** Types that it has in older API versions besides. */
  readonly earlierTypes?: readonly TypePlan[];
}

/** Where a value on the wire comes from. */
export type SourcePlan =
  | {
      readonly from: "argument";
      readonly path: readonly string[];
      readonly optionalAt: readonly number[];
    }
  | {
      readonly from: "option";
      readonly path: readonly string[];
      readonly optionalAt: readonly number[];
    }
  | {
      readonly from: "client";
      readonly name: string;
      /** What to send when the client has no value. */
      readonly fallback?: string | number | boolean;
    }
  | { readonly from: "constant"; readonly value: string | number | boolean };

export interface PathPartPlan {
  readonly wireName: string;
  readonly source: SourcePlan;
  readonly text: TextPlan;
  readonly optional: boolean;
  readonly style: "simple" | "label" | "matrix" | "fragment" | "path" | "reserved";
  readonly explode: boolean;
}

export interface WireParameterPlan {
  readonly wireName: string;
  readonly source: SourcePlan;
  readonly text: TextPlan;
  readonly optional: boolean;
  /** Whether the names and values of a record or model are parameters of their own. */
  readonly explode: boolean;
  /** Filled in by the runtime when the caller gives none. */
  readonly auto?: "uuid" | "httpDate";
}

/** How a body is written. */
export type BodyFormat =
  | "json"
  | "xml"
  | "text"
  | "binary"
  | "multipart"
  | "form"
  | "jsonl"
  | "sse"
  | "file";

/** Content types that share a format. */
export interface FormatPlan {
  readonly format: BodyFormat;
  readonly contentTypes: readonly string[];
}

export interface BodyPlan {
  readonly format: BodyFormat;
  /** Formats by content type, where the caller chooses between several. */
  readonly formats?: readonly FormatPlan[];
  /** How a body that is text is written. */
  readonly text?: TextPlan;
  /** The fields of a body that is a form. */
  readonly form?: FieldsText | RecordText;
  readonly type: TypePlan;
  readonly shape: Shape;
  readonly optional: boolean;
  /** Content types the service takes; more than one means that the caller chooses. */
  readonly contentTypes: readonly string[];
  /** The content type: a constant, or where the caller's choice comes from. */
  readonly contentType: SourcePlan | undefined;
  /** The whole body in one value, or its properties from several arguments. */
  readonly source:
    | { readonly kind: "whole"; readonly value: SourcePlan }
    | {
        readonly kind: "spread";
        readonly properties: readonly {
          readonly property: string;
          readonly source: SourcePlan;
          readonly optional: boolean;
        }[];
      };
  readonly parts?: readonly PartPlan[];
}

/** One part of a multipart body. */
export interface PartPlan {
  readonly property: string;
  readonly wireName: string;
  readonly multiple: boolean;
  readonly optional: boolean;
  readonly type: TypePlan;
  readonly content: PartContentPlan;
  readonly contentType?: string;
  /** Headers of the part besides its content type. */
  readonly headers: readonly (FieldText & { readonly constant?: string })[];
}

/** What the content of a part is, on the wire. */
export type PartContentPlan =
  | { readonly kind: "file" | "json" | "xml" }
  | { readonly kind: "text"; readonly text: TextPlan };

export interface StatusRange {
  readonly start: number;
  readonly end: number;
}

export interface ResponsePlan {
  readonly statuses: StatusRange;
  readonly format: BodyFormat | "any" | "none";
  readonly type?: TypePlan;
  /** The formats of a body whose content type chooses between them ("any"). */
  readonly formats?: readonly BodyFormat[];
  /** How a body that is text is read. */
  readonly text?: TextPlan;
  readonly headers: readonly HeaderPlan[];
  readonly description?: string;
  readonly contentTypes: readonly string[];
  /** Events of a server-sent event stream. */
  readonly events?: readonly EventPlan[];
}

export interface EventPlan {
  readonly name?: string;
  readonly terminal: boolean;
  readonly type: TypePlan;
  readonly json: boolean;
  /** Property of the event's model that is its data, for events with an envelope. */
  readonly literal?: string;
}

export interface HeaderPlan {
  readonly name: string;
  readonly wireName: string;
  readonly type: TypePlan;
  readonly text: TextPlan;
  readonly optional: boolean;
  readonly doc?: DocPlan;
}

export interface ErrorPlan {
  readonly statuses: StatusRange | "default";
  readonly type?: TypePlan;
  readonly format: BodyFormat | "none";
  readonly description?: string;
}

export interface PagingPlan {
  /** Type of one item. */
  readonly item: TypePlan;
  /** Client and wire names on the way from the answer to the items. */
  readonly items: readonly SegmentPlan[];
  /** Way to the next link, in the body or a header. */
  readonly nextLink?: { readonly header?: string; readonly path: readonly SegmentPlan[] };
  readonly nextLinkVerb: "GET" | "POST";
  /** Query parameters that are put on each next link again. */
  readonly reinjected: readonly WireParameterPlan[];
  readonly token?: { readonly header?: string; readonly path: readonly SegmentPlan[] };
  /** Argument that carries the token into the next request. */
  readonly tokenParameter?: readonly string[];
  readonly pageSizeParameter?: readonly string[];
  /** For lists without a link or token: the argument that counts pages or items, and where it begins. */
  readonly counter?: {
    readonly counts: "pages" | "items";
    readonly parameter: readonly string[];
    readonly start: number;
    /** How many items a page has where the caller does not say. */
    readonly pageSize?: number;
  };
}

export interface SegmentPlan {
  readonly name: string;
  readonly wireName: string;
  /** The name on the wire in API versions in which it is another one, oldest first. */
  readonly earlier?: readonly Pick<EarlierPropertyPlan, "versions" | "wireName">[];
}

export interface LroPlan {
  readonly finalStateVia: string;
  /** The final result; none for operations without. */
  readonly result?: TypePlan;
  /** Names on the way from the final answer to the result. */
  readonly resultPath: readonly string[];
}
