/** A mapper of the official generated code, which describes the wire format of a value. */
export interface Mapper {
  readonly serializedName?: string;
  readonly required?: boolean;
  readonly readOnly?: boolean;
  readonly nullable?: boolean;
  readonly isConstant?: boolean;
  readonly defaultValue?: unknown;
  readonly type: MapperType;
}

/** The type in a mapper. The members that are set depend on `name`. */
export interface MapperType {
  readonly name: string;
  readonly className?: string;
  readonly uberParent?: string;
  readonly polymorphicDiscriminator?: { readonly serializedName: string };
  readonly modelProperties?: Readonly<Record<string, Mapper>>;
  readonly headerCollectionPrefix?: string;
  readonly allowedValues?: readonly string[];
  readonly element?: Mapper;
  readonly value?: Mapper;
}

/** A parameter of the official generated code. */
export interface UpstreamParameter {
  readonly parameterPath: string | readonly string[];
  readonly mapper: Mapper;
}

/** An operation of the official generated code. */
export interface OperationSpec {
  readonly path: string;
  readonly httpMethod: string;
  readonly responses: Readonly<Record<string, UpstreamResponse>>;
  readonly requestBody?: UpstreamParameter;
  readonly queryParameters?: readonly UpstreamParameter[];
  readonly urlParameters?: readonly UpstreamParameter[];
  readonly headerParameters?: readonly UpstreamParameter[];
}

/** A response of an operation in the official generated code. */
interface UpstreamResponse {
  readonly bodyMapper?: Mapper;
  readonly headersMapper?: Mapper;
  readonly isError?: boolean;
}

/** An operation with its name and the group of operations that it belongs to. */
export interface NamedOperation {
  readonly group: string;
  readonly name: string;
  readonly spec: OperationSpec;
  /** The TypeScript types of the client method's parameters, by parameter name. */
  readonly argumentTypes: ReadonlyMap<string, string>;
}

/** The description of the API in one official package. */
export interface UpstreamClient {
  readonly operations: readonly NamedOperation[];
  /** Mappers of models, by export name. */
  readonly mappers: Readonly<Record<string, Mapper>>;
  readonly declarations: Declarations;
  /** The template of the default base URL. */
  readonly host: string;
}

/** The declarations of the official generated TypeScript, which complete the mappers. */
export interface Declarations {
  /** Members of interfaces, by interface and member name. */
  readonly interfaces: ReadonlyMap<string, ReadonlyMap<string, Member>>;
  /** Sets of strings, by the name of the type. */
  readonly enums: ReadonlyMap<string, DeclaredEnum>;
}

/** A member of an interface. */
export interface Member {
  readonly required: boolean;
  readonly readOnly: boolean;
  /** The TypeScript type in source code. */
  readonly type: string;
}

/** A set of strings. It is open if the type is `string` and the known values are declared separately. */
export interface DeclaredEnum {
  readonly open: boolean;
  readonly values: readonly string[];
}
