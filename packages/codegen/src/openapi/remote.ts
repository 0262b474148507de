import { OpenApiError } from "./errors.ts";

/** Whether a document is on a server. */
export function isRemote(path: string): boolean {
  return /^https?:\/\//i.test(path);
}

/** Returns the URL that a reference names, or undefined if it is on another server than the document. */
export function remoteFile(reference: string, from: string): string | undefined {
  const base = new URL(from);
  if (!URL.canParse(reference, from)) return undefined;
  const target = new URL(reference, base);
  target.hash = "";
  return target.origin === base.origin ? target.href : undefined;
}

/**
 * Downloads a document.
 *
 * @throws OpenApiError if the server cannot be reached, or responds with an error.
 */
export async function download(url: string): Promise<string> {
  let response: Response;
  try {
    response = await fetch(url);
  } catch (error) {
    const { message } = (error as { readonly cause?: unknown }).cause as Error;
    throw failed(url, `The document cannot be downloaded: ${message}.`);
  }
  if (response.ok) return response.text();
  await response.body?.cancel();
  throw failed(url, `The server responds with ${response.status}.`);
}

function failed(url: string, what: string): OpenApiError {
  return new OpenApiError(
    { file: url, pointer: "" },
    `${what} Check the URL, or download the document and pass its path.`,
  );
}
