import { createHttpHeaders, createPipelineRequest, RestError } from "@azure/core-rest-pipeline";
import type {
  HttpMethods,
  PipelineRequest,
  PipelineRequestOptions,
  PipelineResponse,
  RequestBodyType,
} from "@azure/core-rest-pipeline";
import { binaryOf } from "./bytes.ts";
import type { ClientContext } from "./context.ts";
import type { OperationOptions } from "./options.ts";
import { pathTo, ShapeError } from "./read.ts";

/** A request as an operation describes it. */
export interface CallRequest {
  /** Name of the operation, for errors. */
  readonly operation: string;
  readonly method: HttpMethods;
  /** The path with its query, or an absolute URL. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly body?: RequestBodyType | undefined;
  /** The content type, where it comes with the body. */
  readonly contentType?: string;
}

/** For each status that means success, what becomes of the body. */
export type Answers = Readonly<
  Record<number, (body: unknown, response: PipelineResponse) => unknown>
>;

/** The same reader for each status of a range. */
export function inRange(start: number, end: number, read: Answers[number]): Answers {
  return Object.fromEntries(
    Array.from({ length: end - start + 1 }, (_, index) => [start + index, read]),
  );
}

/** Sends a request and reads its answer, which is JSON or nothing. */
export function call<T>(
  context: ClientContext,
  options: OperationOptions,
  request: CallRequest,
  answers: Answers,
): Promise<T> {
  return exchange(context, options, request, answers, (response) => parseJson(response.bodyAsText));
}

/** Sends a request whose answer is text. */
export function callForText<T>(
  context: ClientContext,
  options: OperationOptions,
  request: CallRequest,
  answers: Answers,
): Promise<T> {
  return exchange(context, options, request, answers, textOf);
}

/** Sends a request whose answer is bytes; they are only fetched when they are read. */
export function callForBytes<T>(
  context: ClientContext,
  options: OperationOptions,
  request: CallRequest,
  answers: Answers,
): Promise<T> {
  return exchange(context, options, request, answers, binaryOf, true);
}

/** Sends a request; `parse` makes a body of a good answer, and the reader for its status a result of that. */
export async function exchange<T>(
  context: ClientContext,
  options: OperationOptions,
  described: CallRequest,
  answers: Answers,
  parse: (response: PipelineResponse) => unknown,
  streamed?: boolean,
  parseError?: (text: string) => unknown,
): Promise<T> {
  const request = createRequest(context, options, described);
  if (streamed) {
    request.streamResponseStatusCodes = new Set(Object.keys(answers).map(Number));
    request.enableBrowserStreams = true;
  }
  const response = await context.pipeline.sendRequest(context.httpClient, request);
  const read = answers[response.status];
  let body: unknown;
  let result: T | undefined;
  let error: RestError | undefined;
  if (read) {
    try {
      body = parse(response);
      result = read(body, response) as T;
    } catch (cause) {
      error = unreadable(described.operation, response, body, cause);
    }
  } else {
    error = failure(described.operation, response, parseError);
  }
  options.onResponse?.(response, error ? error.details : result, error);
  if (error) throw error;
  return result as T;
}

/** Makes a request for the pipeline. JSON is what is sent and asked for, unless the operation says otherwise. */
export function createRequest(
  context: ClientContext,
  { abortSignal, tracingOptions, requestOptions }: OperationOptions,
  { url, method, headers: own, body, contentType }: CallRequest,
): PipelineRequest {
  const headers = createHttpHeaders({ accept: "application/json" });
  const type = contentType ?? (typeof body === "string" ? "application/json" : undefined);
  if (type) headers.set("content-type", type);
  for (const set of [own, requestOptions?.customHeaders, requestOptions?.headers]) {
    for (const name in set) {
      const value = set[name];
      if (value !== undefined) headers.set(name, value);
    }
  }
  const request = createPipelineRequest({
    ...requestOptions,
    url: url.startsWith("/") ? context.endpoint + url : url,
    method,
    headers,
    body,
    abortSignal,
    // The context has refused http to other machines, and links have been checked to stay at the same origin.
    allowInsecureConnection: true,
  } as PipelineRequestOptions);
  // The only one that the constructor does not take.
  if (tracingOptions) request.tracingOptions = tracingOptions;
  return request;
}

/** The body of an answer as text. */
export function textOf(response: PipelineResponse): string {
  return response.bodyAsText ?? "";
}

/** Parses JSON; nothing where there is no text. */
export function parseJson(text: string | null | undefined): unknown {
  return text ? JSON.parse(text) : undefined;
}

/** The error for a status that does not mean success, whatever the body is. */
export function failure(
  operation: string,
  response: PipelineResponse,
  parse: (text: string) => unknown = parseJson,
): RestError {
  const { bodyAsText } = response;
  let details: unknown = bodyAsText;
  try {
    details = bodyAsText ? parse(bodyAsText) : undefined;
  } catch {
    // The text itself is all there is to tell, an HTML page for example.
  }
  const found = errorOf(details);
  const code = found.code ?? response.headers.get("x-ms-error-code");
  const told = found.message ?? code;
  return restError(
    `${operation} failed with status ${response.status}${told ? `: ${told}` : ""}`,
    response,
    details,
    code,
  );
}

function restError(
  message: string,
  response: PipelineResponse,
  details: unknown,
  code: string | undefined,
): RestError {
  const { status: statusCode, request } = response;
  const error = new RestError(message, { statusCode, request, response, ...(code && { code }) });
  error.details = details;
  return error;
}

/** Finds code and message in an error body; services differ in the letter case and in what they wrap them in. */
function errorOf(body: unknown): { code?: string; message?: string } {
  const found: { code?: string; message?: string } = {};
  for (const [name, value] of Object.entries(body ?? {})) {
    const key = name.toLowerCase();
    if (typeof value === "string" && (key === "code" || key === "message")) found[key] = value;
    else if (key.endsWith("error") && key !== "innererror" && typeof value === "object") {
      Object.assign(found, errorOf(value));
    }
  }
  return found;
}

/** The error for an answer of a good status that is not what the service promises. */
export function unreadable(
  operation: string,
  response: PipelineResponse,
  body: unknown,
  cause: unknown,
): RestError {
  const what =
    cause instanceof ShapeError
      ? `${pathTo(body, cause.holder, cause.key)} ${cause.message}`
      : String(cause);
  const message = `${operation}: unexpected answer: ${what}`;
  const error = restError(message, response, body, RestError.PARSE_ERROR);
  error.cause = cause;
  return error;
}
