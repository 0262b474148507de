// Written by @acs-chat/codegen from AzureCommunicationServices.Chat, API version 2025-03-15, spec 504c9b581354d9f7. Do not edit.

import { RestError, createHttpHeaders, createPipelineRequest } from "@azure/core-rest-pipeline";
import type {
  HttpMethods,
  PipelineRequestOptions,
  PipelineResponse,
  RequestBodyType,
} from "@azure/core-rest-pipeline";
import { binaryOf } from "./bytes.ts";
import type { ClientContext } from "./context.ts";
import type { OperationOptions } from "./options.ts";
import { randomId } from "./random-id.ts";
import { readChecked } from "./walk.ts";
import type { Walk } from "./walk.ts";

/** A request as an operation describes it. */
export interface CallRequest {
  /** Name of the operation, for errors. */
  readonly operation: string;
  readonly method: HttpMethods;
  /** The path with its query, or an absolute URL. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string | number | boolean | undefined>>;
  /** Alternatives to authenticate, each a list of schemes that are used together; absent if as for most operations. */
  readonly auth?: readonly (readonly string[])[];
  readonly body?: RequestBodyType | undefined;
  /** The content type, if it is returned together with the body. */
  readonly contentType?: string;
  /** Status codes of responses whose body is read while it is received. */
  readonly streamResponseStatusCodes?: Set<number>;
  readonly enableBrowserStreams?: boolean;
  /** Parses the body of an error. Default: the format of the success. */
  readonly parseError?: (response: PipelineResponse) => unknown;
}

/** The reader of the body for each success status code. A body is not parsed if its reader has no parameters. */
export type Answers = Readonly<Partial<Record<number, (body: unknown, walk: Walk) => unknown>>>;

/** Parses the body of a response, before it is read; for one that `failed`, returns the error's details. */
export type ParseAnswer = (response: PipelineResponse, failed: boolean) => unknown;

/** Sends a request whose response is bytes. They are only received when they are read. */
export function callForBytes<T>(
  context: ClientContext,
  options: OperationOptions,
  request: CallRequest,
  answers: Answers,
): Promise<T> {
  return call(context, options, streamed(request, answers), answers, (response, failed) =>
    failed ? jsonOf(response) : binaryOf(response),
  );
}

/** Streams the successful responses. */
export function streamed(request: CallRequest, answers: Answers): CallRequest {
  const streamResponseStatusCodes = new Set(Object.keys(answers).map(Number));
  return { ...request, streamResponseStatusCodes, enableBrowserStreams: true };
}

/**
 * Sends a request and reads its response: JSON or nothing, unless `parse` is given. A response with another status
 * code than those of success is an error, and so is one that cannot be read.
 */
export async function call<T>(
  context: ClientContext,
  { abortSignal, tracingOptions, requestOptions, onResponse }: OperationOptions,
  described: CallRequest,
  answers: Answers,
  parse: ParseAnswer = jsonOf,
): Promise<T> {
  const { operation, url, body, contentType } = described;
  const headers = createHttpHeaders();
  const values: CallRequest["headers"] = {
    accept: "application/json",
    "content-type": contentType ?? (typeof body === "string" ? "application/json" : undefined),
    ...described.headers,
    ...requestOptions?.customHeaders,
    ...requestOptions?.headers,
  };
  for (const name in values) {
    const value = values[name];
    if (value !== undefined) headers.set(name, value);
  }
  const request = createPipelineRequest({
    // The default generator needs `crypto.randomUUID`, which some platforms do not have.
    requestId: randomId(),
    ...requestOptions,
    ...described,
    url: url.startsWith("/") ? context.endpoint + url : url,
    headers,
    abortSignal,
    // The context has refused http to other machines, and links were checked to have the same origin.
    allowInsecureConnection: true,
  } as PipelineRequestOptions);
  // The constructor does not accept these.
  if (tracingOptions) request.tracingOptions = tracingOptions;
  if (described.auth) Object.assign(request, { auth: described.auth });
  const response = await context.pipeline.sendRequest(context.httpClient, request);
  const read = answers[response.status];
  let details: unknown = response.bodyAsText;
  let result: unknown;
  let error: RestError | undefined;
  try {
    const parseError = !read && described.parseError;
    if (parseError) details = parseError(response);
    else if (read?.length !== 0) details = await parse(response, !read);
    if (read) result = readChecked({ context, operation, response }, details, read);
    else error = failure(operation, response, details);
  } catch (cause) {
    // The text is all that is known of an error body that cannot be parsed, such as HTML.
    error = read
      ? unreadable(operation, response, details, cause)
      : failure(operation, response, response.bodyAsText);
  }
  onResponse?.(response, error ? details : result, error);
  if (error) throw error;
  return result as T;
}

/** Parses the body of a response as JSON; undefined if it is empty. */
export function jsonOf({ bodyAsText }: PipelineResponse): unknown {
  return bodyAsText ? JSON.parse(bodyAsText) : undefined;
}

/** Creates the error for an unsuccessful status code. */
function failure(operation: string, response: PipelineResponse, details: unknown): RestError {
  const { code = response.headers.get("x-ms-error-code"), message = code } = errorOf(details);
  const told = message ? `: ${message}` : "";
  const text = `${operation} failed with status ${response.status}${told}`;
  return restError(text, response, { details, code });
}

/** Finds code and message in an error body. Services use different letter case and wrappers. */
function errorOf(body: unknown): { code?: string; message?: string } {
  const found: Record<string, unknown> = {};
  if (typeof body !== "object") return found;
  for (const [name, value] of Object.entries(body ?? {})) {
    const key = name.toLowerCase();
    if (typeof value === "string") found[key] = value;
    else if (key.endsWith("error") && key !== "innererror") Object.assign(found, errorOf(value));
  }
  return found;
}

/** Creates the error for a successful response that cannot be read. */
export function unreadable(
  operation: string,
  response: PipelineResponse,
  details: unknown,
  cause: unknown,
): RestError {
  const code = RestError.PARSE_ERROR;
  const { message } = cause as Error;
  return restError(`${operation}: unexpected response: ${message}`, response, {
    details,
    code,
    cause,
  });
}

function restError(message: string, response: PipelineResponse, more: object): RestError {
  const { status, request } = response;
  return Object.assign(new RestError(message, { statusCode: status, request, response }), more);
}
