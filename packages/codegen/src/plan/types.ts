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
 * The plan of a package: all decisions of the emitter about a service, as plain data that can be printed, compared and
 * written to files. It does not refer to the compiler.
 */
export interface PackagePlan {
  /** The namespace of the service, dotted. */
  readonly service: string;
  /** The title of the service. */
  readonly title: string;
  /** All API versions that the plan covers, oldest first; empty for a service without versions. */
  readonly apiVersions: readonly string[];
  /** The API version that a context uses by default. */
  readonly defaultApiVersion?: string;
  readonly clients: readonly ClientPlan[];
  readonly models: readonly ModelPlan[];
  readonly enums: readonly EnumPlan[];
  readonly unions: readonly UnionPlan[];
  /** Operations that are left out because they cannot be emitted. */
  readonly skipped?: readonly SkippedPlan[];
}

/** An operation that is left out, and the reason. */
export interface SkippedPlan {
  readonly client: string;
  readonly operation: string;
  readonly reason: string;
}

/** Text for a doc comment. */
export interface DocPlan {
  readonly text: string;
  /** The API versions that have it; absent if all have it. */
  readonly versions?: readonly string[];
  readonly deprecated?: string;
}

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

/** The credentials of a client. */
export interface AuthPlan {
  readonly schemes: readonly SchemePlan[];
  /** True if credentials are given by name, because their types do not identify the scheme or a request needs several. */
  readonly isNamed: boolean;
  /** The requirement of most operations. */
  readonly byDefault: AuthAlternatives;
  /** True if the service can also be called without a credential. */
  readonly isOptional: boolean;
  /** True if all operations have the same requirement. */
  readonly isUniform: boolean;
}

/** Alternatives to authenticate a request, each a list of schemes that are used together. An empty list means no credential. */
export type AuthAlternatives = readonly (readonly string[])[];

/** How a credential is added to requests. A bearer token may be a fixed key. */
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

type OperationKind = "basic" | "paging" | "lro" | "lropaging";

export interface OperationPlan {
  /** Name in its group. */
  readonly name: string;
  /** Name of the exported function. */
  readonly functionName: string;
  readonly kind: OperationKind;
  readonly doc?: DocPlan;
  readonly internal: boolean;
  readonly method: string;
  /** The arguments in the order of the signature; all are required. */
  readonly parameters: readonly ParameterPlan[];
  /** The properties of the options. */
  readonly options: readonly ParameterPlan[];
  readonly path: readonly (string | PathPartPlan)[];
  readonly query: readonly WireParameterPlan[];
  readonly headers: readonly WireParameterPlan[];
  readonly cookies: readonly WireParameterPlan[];
  readonly body?: BodyPlan;
  readonly responses: readonly ResponsePlan[];
  readonly errors: readonly ErrorPlan[];
  readonly accept?: string;
  /** The credentials to send; absent if they equal those of most operations. */
  readonly auth?: AuthAlternatives;
  readonly paging?: PagingPlan;
  readonly lro?: LroPlan;
  /** True if the result is a boolean: whether a HEAD request found something. */
  readonly asBoolean?: boolean;
  /** The operation in API versions in which its request or response differs, oldest first. */
  readonly earlier?: readonly EarlierOperationPlan[];
  /** Name of the function for all other versions; present if there are earlier ones. */
  readonly newestName?: string;
}

/** The parts of an operation that can differ between API versions. */
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

/** An operation in some API versions. */
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
  /** For a property of the body: its types in older API versions. */
  readonly typesInBody?: readonly TypePlan[];
  /** Its types in the older forms of the operation. */
  readonly earlierTypes?: readonly TypePlan[];
}

/** The source of a value on the wire. */
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
      /** The value to send if the client has none. */
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
  /** Whether each name and value of a record or model is a separate parameter. */
  readonly explode: boolean;
  /** How the runtime generates the value if the caller passes none. */
  readonly auto?: "uuid" | "httpDate";
}

/** The format of a body. */
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

/** Content types with the same format. */
export interface FormatPlan {
  readonly format: BodyFormat;
  readonly contentTypes: readonly string[];
}

export interface BodyPlan {
  readonly format: BodyFormat;
  /** The formats by content type, if the caller chooses. */
  readonly formats?: readonly FormatPlan[];
  /** True if some values of the type have no form in one of the formats. They are refused at run time. */
  readonly mixed?: true;
  /** How a text body is written. */
  readonly text?: TextPlan;
  /** The fields of a body that is a form. */
  readonly form?: FieldsText | RecordText;
  readonly type: TypePlan;
  readonly shape: Shape;
  readonly optional: boolean;
  /** Content types that the service accepts. If there are several, the caller chooses. */
  readonly contentTypes: readonly string[];
  /** The content type: a constant, or the source of the caller's choice. */
  readonly contentType: SourcePlan | undefined;
  /** The whole body from one value, or its properties from several arguments. */
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
  /** Headers of the part in addition to its content type. */
  readonly headers: readonly (FieldText & { readonly constant?: string })[];
}

/** The content of a part on the wire. */
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
  /** How a text body is read. */
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
  /** Property of the event's model that contains its data, for events with an envelope. */
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
  /** Client and wire names on the path from the response to the items. */
  readonly items: readonly SegmentPlan[];
  /** True if a page without items can omit them, or an object on the path to them. */
  readonly itemsAreOptional?: true;
  /** The path to the next link, in the body or in a header. */
  readonly nextLink?: { readonly header?: string; readonly path: readonly SegmentPlan[] };
  readonly nextLinkVerb: "GET" | "POST";
  /** Query parameters to add to each next link. */
  readonly reinjected: readonly WireParameterPlan[];
  readonly token?: { readonly header?: string; readonly path: readonly SegmentPlan[] };
  /** Argument that carries the token into the next request. */
  readonly tokenParameter?: readonly string[];
  readonly pageSizeParameter?: readonly string[];
  /** For lists without a link or token: the argument that counts pages or items, and its first value. */
  readonly counter?: {
    readonly counts: "pages" | "items";
    readonly parameter: readonly string[];
    readonly start: number;
    /** The default page size. */
    readonly pageSize?: number;
  };
}

export interface SegmentPlan {
  readonly name: string;
  readonly wireName: string;
  /** The name on the wire in API versions in which it differs, oldest first. */
  readonly earlier?: readonly Pick<EarlierPropertyPlan, "versions" | "wireName">[];
}

export interface LroPlan {
  readonly finalStateVia: string;
  /** The final result; absent for operations without one. */
  readonly result?: TypePlan;
  /** The names on the path from the final response to the result. */
  readonly resultPath: readonly string[];
}
