import type { RequestLogEntry } from "@acs-chat/emulator";

/** A target in its parts, decoded. */
export interface TargetParts {
  readonly path: string;
  /** Parts of the path between slashes, decoded. */
  readonly segments: readonly string[];
  readonly query: URLSearchParams;
}

/** Takes the target of a request apart. */
export function partsOf(target: string): TargetParts {
  const [path = "", query = ""] = target.split(/\?(.*)/s);
  const segments = path.split("/").filter((part) => part !== "");
  return { path, segments: segments.map(decode), query: new URLSearchParams(query) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A header of the request, whatever the case of its name. */
export const headerOf = (entry: RequestLogEntry, name: string): string | undefined =>
  entry.requestHeaders[name.toLowerCase()] ?? entry.requestHeaders[name];

/** Whether a token or a signature came with the request. */
export const isAuthorized = (entry: RequestLogEntry): boolean =>
  headerOf(entry, "authorization") !== undefined;

/** Whether the request was signed with the access key, as those of the identity API are. */
export const isSigned = (entry: RequestLogEntry): boolean =>
  isAuthorized(entry) && partsOf(entry.target).segments[0] === "identities";

/** The file of an image that was uploaded, as far as its name is known. */
export const imageOf = (entry: RequestLogEntry): string =>
  headerOf(entry, "image-filename") ?? "image.png";

/** JSON with indentation; other text as it is. */
export function prettyBody(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), undefined, 2);
  } catch {
    return body;
  }
}
