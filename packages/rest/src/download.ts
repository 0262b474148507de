import type { PipelineResponse } from "@azure/core-rest-pipeline";
import type { ChatContext } from "./generated/context.ts";
import { call, jsonOf, streamed } from "./generated/internal/call.ts";
import type { OperationOptions } from "./generated/internal/options.ts";
import { sameOrigin } from "./generated/internal/url.ts";

/**
 * Downloads a file with the user's token, such as the attachment of a message.
 *
 * @param url - The URL from a response: absolute, or relative to the endpoint.
 * @param read - Reads the response. Its body is a stream that nothing has read yet.
 * @returns The result of `read`.
 * @throws Error if the URL has another origin than the endpoint, because the token must not be sent there.
 * @throws RestError if the status code is not 200.
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
