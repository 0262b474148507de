import { type ChatContext, download, type OperationOptions as RestOptions } from "@acs-chat/rest";
import type { PipelineResponse } from "@azure/core-rest-pipeline";
import { type ClientCore, hasImages, requireImages } from "./core.ts";
import { toServiceError } from "./errors/to-service-error.ts";
import { check, requireObject, requireString } from "./guards.ts";
import type { ChatAttachmentDownload } from "./models.ts";
import { readWhole } from "./streamed-body.ts";

const operationName = "ChatThreadClient.downloadAttachment";

/**
 * Returns the URL of an attachment's file.
 *
 * @throws ChatArgumentError if the attachment has no such URL, or if its origin is not the endpoint's. Another origin
 * must not receive the token.
 */
export function attachmentUrl(
  { endpoint }: ChatContext,
  attachment: unknown,
  field: "url" | "previewUrl",
): string {
  const given = requireObject(attachment as Record<string, unknown>, "attachment")[field];
  const argument = `attachment.${field}`;
  const { origin } = new URL(endpoint);
  const expected = `a URL at ${origin}, where the token may go`;
  try {
    const url = new URL(requireString(given, argument), `${endpoint}/`);
    if (url.origin === origin) return url.href;
  } catch {
    // The check below rejects an invalid URL.
  }
  check(false, argument, expected, given);
}

/** Requests the file of an attachment. Resolves when the response has begun. */
export function downloadAttachment(
  context: ChatContext,
  url: string,
  options: RestOptions,
): Promise<ChatAttachmentDownload> {
  return download(context, url, options, (response) => downloadOf(response, options));
}

async function downloadOf(
  response: PipelineResponse,
  options: RestOptions,
): Promise<ChatAttachmentDownload> {
  const contentType = response.headers.get("content-type");
  const { readableStreamBody, browserStreamBody, blobBody, bodyAsText } = response;
  const body = readableStreamBody ?? browserStreamBody ?? (await blobBody) ?? bodyAsText ?? "";
  // The `Response` of Node accepts Node's streams, although its types do not say so.
  const file = new Response(body as ConstructorParameters<typeof Response>[0], {
    headers: contentType ? { "content-type": contentType } : {},
  });
  const whole = async <T>(read: Promise<T>): Promise<T> => {
    try {
      return await readWhole(read, options);
    } catch (error) {
      throw toServiceError(error, operationName);
    }
  };
  return {
    ...(contentType && { contentType }),
    blob: () => whole(file.blob()),
    bytes: async () => new Uint8Array(await whole(file.arrayBuffer())),
    stream() {
      if (!file.body) throw new TypeError("This platform has no streams. Use blob() or bytes().");
      return file.body;
    },
  };
}

/**
 * Checks that the API version supports attachments if the message has any. An empty list is ignored in other versions.
 *
 * @throws ChatArgumentError if the API version would drop the attachments.
 */
export function withAttachments<T extends { attachments?: unknown[] }>(
  core: ClientCore,
  message: T,
): T {
  const { attachments, ...others } = message;
  if (attachments?.length === 0 && !hasImages(core)) return others as T;
  if (attachments) requireImages(core);
  return message;
}
