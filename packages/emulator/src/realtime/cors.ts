/** How long a browser may remember a preflight, in seconds. */
const MAX_AGE = "86400";

/** The answer to a CORS preflight; undefined if the request is none. */
export function preflight(request: Request): Response | undefined {
  if (request.method !== "OPTIONS") return undefined;
  const method = request.headers.get("access-control-request-method");
  if (method === null) return undefined;
  const headers = new Headers({
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, POST, PUT, PATCH, DELETE",
    "Access-Control-Max-Age": MAX_AGE,
    Vary: "Access-Control-Request-Headers",
  });
  // `*` would not cover Authorization, so what is asked for is allowed.
  const asked = request.headers.get("access-control-request-headers");
  if (asked !== null) headers.set("Access-Control-Allow-Headers", asked);
  return new Response(null, { status: 204, headers });
}

/** Lets a page of any origin read the answer. The emulator uses no cookies. */
export function allowAnyOrigin(request: Request, response: Response): Response {
  if (!request.headers.has("origin") || response.headers.has("access-control-allow-origin")) {
    return response;
  }
  const headers = new Headers(response.headers);
  headers.set("Access-Control-Allow-Origin", "*");
  headers.set("Access-Control-Expose-Headers", "*");
  const { status, statusText, body } = response;
  return new Response(body, { status, statusText, headers });
}
