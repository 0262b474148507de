// Written by @acs-chat/codegen from AzureCommunicationServices.Chat, API version 2025-03-15, spec 504c9b581354d9f7. Do not edit.

import type { PipelineRequest, PipelineResponse } from "@azure/core-rest-pipeline";

/** Options of one call. They apply to each of its requests. */
export interface OperationOptions {
  /** Aborts the call, which then rejects with an `AbortError`. */
  abortSignal?: PipelineRequest["abortSignal"];
  /** Options of the request. */
  requestOptions?: RequestOptions | undefined;
  /** The parent span. */
  tracingOptions?: PipelineRequest["tracingOptions"];
  /** Called with each raw response, and with the result or the error. */
  onResponse?:
    | ((rawResponse: PipelineResponse, flatResponse: unknown, error?: unknown) => void)
    | undefined;
}

/** Options of a request. */
export interface RequestOptions {
  /** Headers to add, or to send instead of the operation's own. */
  headers?: Readonly<Record<string, string | number | boolean>> | undefined;
  /** The same as `headers`, with the name of the Azure core libraries. */
  customHeaders?: Readonly<Record<string, string | number | boolean>> | undefined;
  /** The timeout of a request in milliseconds. Default: 0, none. */
  timeout?: number | undefined;
  /** Has no effect. Only for compatibility with options of other Azure clients: set the context's option instead. */
  allowInsecureConnection?: boolean | undefined;
  /** Called while the request body is sent. */
  onUploadProgress?: PipelineRequest["onUploadProgress"];
  /** Called while the response is received. */
  onDownloadProgress?: PipelineRequest["onDownloadProgress"];
}
