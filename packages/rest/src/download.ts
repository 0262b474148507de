import type { PipelineResponse } from "@azure/core-rest-pipeline";
import type { ChatContext } from "./generated/context.ts";
import { call, jsonOf, streamed } from "./generated/internal/call.ts";
import type { OperationOptions } from "./generated/internal/options.ts";
import { sameOrigin } from "./generated/internal/url.ts";

/**
 * Requests a file by a URL from a response, such as that of a message's attachment, with the user's token.
 * Resolves with what `read` makes of the response, whose body has not been read by then.
 *
 * @param url - absolute, or relative to the endpoint
 * @throws Error - if the URL has another origin than the endpoint: no token goes there
 * @throws RestError - if the status code is not 200
 */
export async function download<T>(
  context: ChatContext,
  url: string,
  options: OperationOptions,
  read: (response: PipelineResponse) => T | Promise<T>,
): Promise<T> {
  const answers = { 200: (body: unknown) => body };
  const request = {
    operation: "download",
    method: "GET",
    url: sameOrigin(context.endpoint, url),
    headers: { accept: "*/*" },
  } as const;
  return call(context, options, streamed(request, answers), answers, (response, failed) =>
    failed ? jsonOf(response) : read(response),
  );
}
