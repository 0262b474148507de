// Written by @acs-chat/codegen from AzureCommunicationServices.Chat, API version 2025-03-15, spec 9e908e83e9562191. Do not edit.

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
  /** Ways to authenticate, each the names of schemes that go together; absent for that of most operations. */
  readonly auth?: readonly (readonly string[])[];
  readonly body?: RequestBodyType | undefined;
  /** The content type, where it comes with the body. */
  readonly contentType?: string;
  /** Statuses of answers whose body is read as it arrives. */
  readonly streamResponseStatusCodes?: Set<number>;
  readonly enableBrowserStreams?: boolean;
}

/** For each status that means success, the reader of the body. */
export type Answers = Readonly<Record<number, (body: unknown, walk: Walk) => unknown>>;

/** Makes a body of an answer, or a promise of it, before it is read; of one that `failed`, what the error tells. */
export type ParseAnswer = (response: PipelineResponse, failed: boolean) => unknown;

/** Sends a request whose answer is bytes; they are only fetched when they are read. */
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

/** Lets the answers that mean success arrive bit by bit. */
export function streamed(request: CallRequest, answers: Answers): CallRequest {
  const streamResponseStatusCodes = new Set(Object.keys(answers).map(Number));
  return { ...request, streamResponseStatusCodes, enableBrowserStreams: true };
}

/**
 * Sends a request and reads its answer: JSON or nothing, unless `parse` says otherwise. An answer of a status that
 * means no success is an error, whatever its body is; one that is not what the service promises is one, too.
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
    // By default, `crypto.randomUUID` would make it, which some platforms do not have.
    requestId: randomId(),
    ...requestOptions,
    ...described,
    url: url.startsWith("/") ? context.endpoint + url : url,
    headers,
    abortSignal,
    // The context has refused http to other machines, and links have been checked to stay at the same origin.
    allowInsecureConnection: true,
  } as PipelineRequestOptions);
  // The constructor does not take these.
  if (tracingOptions) request.tracingOptions = tracingOptions;
  if (described.auth) Object.assign(request, { auth: described.auth });
  const response = await context.pipeline.sendRequest(context.httpClient, request);
  const read = answers[response.status];
  let details: unknown = response.bodyAsText;
  let result: unknown;
  let error: RestError | undefined;
  try {
    details = await parse(response, !read);
    if (read) result = readChecked({ context, operation, response }, details, read);
    else error = failure(operation, response, details);
  } catch (cause) {
    // Of an error that cannot be taken apart, an HTML page or one without a bottom, its text is all there is to tell.
    error = read
      ? unreadable(operation, response, details, cause)
      : failure(operation, response, response.bodyAsText);
  }
  onResponse?.(response, error ? details : result, error);
  if (error) throw error;
  return result as T;
}

/** The body of an answer as JSON; nothing where there is no text. */
export function jsonOf({ bodyAsText }: PipelineResponse): unknown {
  return bodyAsText ? JSON.parse(bodyAsText) : undefined;
}

/** The error for a status that does not mean success. */
function failure(operation: string, response: PipelineResponse, details: unknown): RestError {
  const { code = response.headers.get("x-ms-error-code"), message = code } = errorOf(details);
  const told = message ? `: ${message}` : "";
  const text = `${operation} failed with status ${response.status}${told}`;
  return restError(text, response, { details, code });
}

/** Finds code and message in an error body; services differ in the letter case and in what they wrap them in. */
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

/** The error for an answer of a good status that is not what the service promises. */
export function unreadable(
  operation: string,
  response: PipelineResponse,
  details: unknown,
  cause: unknown,
): RestError {
  const code = RestError.PARSE_ERROR;
  const { message } = cause as Error;
  return restError(`${operation}: unexpected answer: ${message}`, response, {
    details,
    code,
    cause,
  });
}

function restError(message: string, response: PipelineResponse, more: object): RestError {
  const { status, request } = response;
  return Object.assign(new RestError(message, { statusCode: status, request, response }), more);
}
