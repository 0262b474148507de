import type { HttpMethods } from "@azure/core-rest-pipeline";

/** A retry that is about to be sent. */
export interface ChatRetryEvent {
  /** The number of the retry; 1 is the first. */
  retry: number;
  /** The delay before the retry in milliseconds; 0 for a safe send, whose delay has already passed. */
  delayInMs: number;
  /** The HTTP method of the request. */
  method: HttpMethods;
  /** The `x-ms-client-request-id` of the request, which is the same in all attempts. */
  clientRequestId: string;
  /** The status code of the response that led to the retry; absent if there was no response. */
  statusCode?: number;
  /** The failure that led to the retry; absent if there was a response. */
  error?: Error;
}
