import { fileURLToPath } from "node:url";
import { OpenApiError } from "./errors.ts";
import { decodeText } from "./text-encoding.ts";

/** Whether a document is on a server. */
export function isRemote(path: string): boolean {
  return /^https?:\/\//i.test(path);
}

/**
 * Returns the path of a `file:` URL. Paths and other URLs are returned unchanged.
 *
 * @throws OpenApiError for a file of another machine, and for a URL of another scheme than http, https and file.
 */
export function localPath(given: string): string {
  if (isRemote(given) || !/^[a-z][a-z\d+.-]+:\/\//i.test(given)) return given;
  try {
    return fileURLToPath(given);
  } catch {
    const what =
      "The document cannot be read from this URL. http, https and local file URLs are supported.";
    throw new OpenApiError(
      { file: withoutSecrets(given), pointer: "" },
      `${what} Download the document and pass its path.`,
    );
  }
}

/** Returns a URL without the parts that can contain a secret: user name, password and query. For messages. */
export function withoutSecrets(url: string): string {
  return url.replace(/[?#].*$/s, "").replace(/\/\/[^/]*@/, "//");
}

/**
 * Returns the normalized URL of a document, as references to it resolve.
 *
 * @throws OpenApiError for an invalid URL, and for one with a user name or password, which `fetch` does not accept.
 */
export function remoteRoot(given: string): string {
  if (!URL.canParse(given)) throw failed(given, "The URL is invalid.");
  const url = new URL(given);
  if (url.username !== "" || url.password !== "") {
    throw failed(given, "A URL with a user name or password is not supported.");
  }
  url.hash = "";
  return url.href;
}

/**
 * Returns the URL that a reference names, or undefined if it is on another server than the document. A reference to the
 * main document names it without its query.
 */
export function remoteFile(reference: string, from: string, root: string): string | undefined {
  if (!URL.canParse(reference, from)) return undefined;
  const target = new URL(reference, from);
  target.hash = "";
  if (target.href === root.replace(/\?.*$/, "")) return root;
  return target.origin === new URL(from).origin ? target.href : undefined;
}

/** Returns the URL of a server that a document names relative to its own URL. Variables in braces are kept. */
export function remoteServer(url: string, document: string): string | undefined {
  if (!URL.canParse(url, document)) return undefined;
  const { href } = new URL(url, document);
  return href.replaceAll("%7B", "{").replaceAll("%7D", "}").replace(/\/$/, "");
}

/**
 * Downloads a document.
 *
 * @throws OpenApiError if the server cannot be reached, breaks the connection, or responds with an error.
 */
export async function download(url: string): Promise<string> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(url);
    text = decodeText(new Uint8Array(await response.arrayBuffer()));
  } catch (error) {
    throw failed(url, `The document cannot be downloaded: ${reasonOf(error)}.`);
  }
  if (!response.ok) throw failed(url, `The server responds with ${response.status}.`);
  return text;
}

/** Returns why `fetch` failed: the cause names the address and the system's error, if it has one. */
function reasonOf(error: unknown): string {
  const { message, cause } = error as Error;
  const { message: reason, code } = (cause ?? {}) as NodeJS.ErrnoException;
  return reason || code || message;
}

function failed(url: string, what: string): OpenApiError {
  return new OpenApiError(
    { file: withoutSecrets(url), pointer: "" },
    `${what} Check the URL, or download the document and pass its path.`,
  );
}
