import type { Served, WireHead } from "../http/message.ts";

/**
 * Processes a web Request without a socket.
 * @throws TypeError if a fault cuts the connection, as `fetch` does.
 */
export async function handleRequest(served: Served, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const head: WireHead = {
    method: request.method,
    target: request.url.slice(request.url.indexOf(url.host) + url.host.length).replace(/#.*$/, ""),
    scheme: url.protocol === "https:" ? "https" : "http",
    headers: { ...Object.fromEntries(request.headers), host: url.host },
  };
  const outcome =
    served.refuse(head) ??
    (await served.handle({ ...head, body: new Uint8Array(await request.arrayBuffer()) }));
  if ("drop" in outcome) throw new TypeError("fetch failed: the emulator cut the connection");
  const { status, headers, body } = outcome;
  if (body === undefined || status === 204 || status === 304) {
    return new Response(null, { status, headers });
  }
  const content = body instanceof Uint8Array ? new Uint8Array(body) : body;
  return new Response(content, { status, headers });
}
