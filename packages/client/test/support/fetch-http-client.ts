import {
  createHttpHeaders,
  type HttpClient,
  type PipelineRequest,
  type PipelineResponse,
} from "@azure/core-rest-pipeline";

/** An HttpClient over anything that answers requests like fetch, such as the emulator without a socket. */
export function fetchHttpClient(fetch: (request: Request) => Promise<Response>): HttpClient {
  return {
    async sendRequest(request: PipelineRequest): Promise<PipelineResponse> {
      const headers = request.headers.toJSON();
      const body = request.body as BodyInit | undefined;
      const response = await fetch(
        new Request(request.url, {
          method: request.method,
          headers,
          ...(body !== undefined && { body }),
        }),
      );
      return {
        request,
        status: response.status,
        headers: createHttpHeaders(Object.fromEntries(response.headers)),
        bodyAsText: await response.text(),
      };
    },
  };
}
