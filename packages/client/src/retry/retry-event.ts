import type { HttpMethods } from "@azure/core-rest-pipeline";

/** A retry that is about to be sent. */
export interface ChatRetryEvent {
  /** 1 for the first retry of the request. */
  retry: number;
  /** Milliseconds until the retry is sent; 0 for a safe send, whose pause is over by then. */
  delayInMs: number;
  /** The HTTP method of the request. */
  method: HttpMethods;
  /** The `x-ms-client-request-id` of the request, the same in all attempts. */
  clientRequestId: string;
  /** The status code of the response that led to the retry; absent if there was no response. */
  statusCode?: number;
  /** The failure that led to the retry; absent if there was a response. */
  error?: Error;
}
