import type { ChatAttachment } from "../../models.ts";
import { isRecord, type JsonRecord, parseJson } from "./json.ts";

/** The values that the URLs of attachments contain. */
export interface ChatResource {
  /** The endpoint of the chat resource. */
  readonly endpoint: string;
  /** The API version of the client. */
  readonly apiVersion: string;
}

/** Returns a message's attachments. Images get URLs of the chat endpoint, as the REST API has them. */
export function readAttachments(
  record: JsonRecord,
  key: string,
  resource: ChatResource,
): ChatAttachment[] {
  const list = parseJson(record[key]);
  if (!Array.isArray(list)) return [];
  for (const attachment of list.filter(isRecord)) {
    if (!isImage(attachment)) continue;
    for (const name of ["url", "previewUrl"]) {
      const url = attachment[name];
      if (typeof url === "string" && url) attachment[name] = imageUrl(url, resource);
    }
  }
  return list as ChatAttachment[];
}

const isImage = ({ attachmentType }: JsonRecord): boolean =>
  typeof attachmentType === "string" && attachmentType.toLowerCase() === "image";

/** Images are fetched from the chat endpoint with the token, whatever host the service names. */
function imageUrl(url: string, { endpoint, apiVersion }: ChatResource): string {
  const { pathname, search } = new URL(url, endpoint);
  const version = `api-version=${apiVersion}`;
  const query = search.includes("api-version")
    ? search
    : `${search || "?"}${search && "&"}${version}`;
  return new URL(endpoint).origin + pathname + query;
}
