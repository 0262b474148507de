import type { KeyCredential, NamedKeyCredential } from "@azure/core-auth";
import type { PipelinePolicy } from "@azure/core-rest-pipeline";
import { query, sameOrigin } from "./url.ts";
import { encodeUtf8 } from "./utf8.ts";

/** The place of a key in a request. */
export interface KeyPlace {
  readonly in: "header" | "query" | "cookie";
  readonly name: string;
  /** The scheme before the key. */
  readonly prefix?: string;
}

/** Adds a key to requests to the endpoint's origin only. */
export function keyPolicy(
  credential: KeyCredential,
  place: KeyPlace,
  endpoint: string,
): PipelinePolicy {
  return {
    name: "keyAuthenticationPolicy",
    sendRequest(request, next) {
      sameOrigin(endpoint, request.url);
      const { key } = credential;
      if (place.in === "header") {
        request.headers.set(place.name, place.prefix ? `${place.prefix} ${key}` : key);
      } else if (place.in === "cookie") {
        const own = `${place.name}=`;
        // Remove the cookie of an earlier attempt.
        const others = (request.headers.get("cookie")?.split("; ") ?? []).filter(
          (cookie) => !cookie.startsWith(own),
        );
        request.headers.set("cookie", [...others, own + encodeURIComponent(key)].join("; "));
      } else if (!new URL(request.url).searchParams.has(place.name)) {
        request.url = query(request.url, { [place.name]: key });
      }
      return next(request);
    },
  };
}

/** Adds HTTP basic authentication to requests to the endpoint's origin only. */
export function basicPolicy(credential: NamedKeyCredential, endpoint: string): PipelinePolicy {
  return {
    name: "basicAuthenticationPolicy",
    sendRequest(request, next) {
      sameOrigin(endpoint, request.url);
      const bytes = encodeUtf8(`${credential.name}:${credential.key}`);
      request.headers.set("authorization", `Basic ${btoa(String.fromCharCode(...bytes))}`);
      return next(request);
    },
  };
}
