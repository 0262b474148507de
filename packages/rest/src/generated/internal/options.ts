// Written by @acs-chat/codegen from AzureCommunicationServices.Chat, API version 2025-03-15, spec 9e908e83e9562191. Do not edit.

import type { PipelineRequest, PipelineResponse } from "@azure/core-rest-pipeline";

/** What every operation can be told for one call; each request of a call that takes several obeys. */
export interface OperationOptions {
  /** Ends the call early; it then rejects with an `AbortError`. */
  abortSignal?: PipelineRequest["abortSignal"];
  /** How the request is sent. */
  requestOptions?: RequestOptions | undefined;
  /** The span that the call belongs to. */
  tracingOptions?: PipelineRequest["tracingOptions"];
  /** Called with each raw answer, and what became of it: the result or the error. */
  onResponse?:
    | ((rawResponse: PipelineResponse, flatResponse: unknown, error?: unknown) => void)
    | undefined;
}

/** How a request is sent. */
export interface RequestOptions {
  /** Headers to send besides, or instead of, the operation's own. */
  headers?: Readonly<Record<string, string | number | boolean>> | undefined;
  /** The same as `headers`, under the name that the Azure core libraries use. */
  customHeaders?: Readonly<Record<string, string | number | boolean>> | undefined;
  /** Milliseconds until a request is given up. Default: 0, never. */
  timeout?: number | undefined;
  /** Has no effect, and is here so that options of other Azure clients fit: the context's option of this name decides. */
  allowInsecureConnection?: boolean | undefined;
  /** Called while the request body is sent. */
  onUploadProgress?: PipelineRequest["onUploadProgress"];
  /** Called while the answer arrives. */
  onDownloadProgress?: PipelineRequest["onDownloadProgress"];
}
