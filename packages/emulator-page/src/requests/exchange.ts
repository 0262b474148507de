import type { RequestLogEntry } from "@acs-chat/emulator";

/** The parts of a request target. */
export interface TargetParts {
  readonly path: string;
  /** The decoded segments of the path. */
  readonly segments: readonly string[];
  readonly query: URLSearchParams;
}

/** Parses the path and query of a request. */
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

/** Returns a header of the request. Names are case-insensitive. */
export const headerOf = (entry: RequestLogEntry, name: string): string | undefined =>
  entry.requestHeaders[name.toLowerCase()] ?? entry.requestHeaders[name];

/** Whether the request has a token or a signature. */
export const isAuthorized = (entry: RequestLogEntry): boolean =>
  headerOf(entry, "authorization") !== undefined;

/** Whether the request is signed with the access key, as requests of the identity API are. */
export const isSigned = (entry: RequestLogEntry): boolean =>
  isAuthorized(entry) && partsOf(entry.target).segments[0] === "identities";

/** Returns the file name of an uploaded image, or `image.png` if the request has none. */
export const imageOf = (entry: RequestLogEntry): string =>
  headerOf(entry, "image-filename") ?? "image.png";

/** Indents JSON. Other text is returned unchanged. */
export function prettyBody(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), undefined, 2);
  } catch {
    return body;
  }
}
