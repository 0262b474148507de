import { createContext, runInContext } from "node:vm";
import { checkRealTime, checkRest, checkStore, type Environment } from "./check.ts";

/** Features that some platform of docs/platforms.md lacks, or that pages without https lack. */
export const newerFeatures: readonly string[] = [
  "Array.fromAsync",
  "Array.prototype.findLast",
  "Array.prototype.findLastIndex",
  "Array.prototype.toReversed",
  "Array.prototype.toSorted",
  "Array.prototype.toSpliced",
  "Array.prototype.with",
  "String.prototype.isWellFormed",
  "String.prototype.toWellFormed",
  "Object.groupBy",
  "Map.groupBy",
  "Promise.try",
  "Promise.withResolvers",
  "Set.prototype.union",
  "Set.prototype.difference",
  "Set.prototype.intersection",
  "Iterator",
  "ArrayBuffer.prototype.transfer",
  "Atomics",
  "SharedArrayBuffer",
  "WeakRef",
  "FinalizationRegistry",
  "DOMException",
  "ReadableStream.from",
  "TextDecoder",
  "URL.canParse",
  "URL.parse",
  "AbortSignal.abort",
  "AbortSignal.any",
  "AbortSignal.timeout",
  "AbortSignal.prototype.reason",
  "AbortSignal.prototype.throwIfAborted",
  "Blob.prototype.bytes",
  "Response.json",
  "crypto",
  "crypto.randomUUID",
  "structuredClone",
];

/** Node classes that a realm gets copies of, so that features can be removed from them. */
const extended = ["URL", "Blob", "Response", "ReadableStream"] as const;

/** Globals that a realm shares with Node. */
const shared = [
  "URLSearchParams",
  "Headers",
  "Request",
  "FormData",
  "WebSocket",
  "TextEncoder",
  "TextDecoder",
  "DOMException",
  "Event",
  "EventTarget",
  "btoa",
  "atob",
  "console",
  "setTimeout",
  "clearTimeout",
  "setInterval",
  "clearInterval",
  "queueMicrotask",
  "structuredClone",
  "performance",
] as const;

/** Replaces the signal with one of Node, because Node's fetch accepts no other. */
const fetchWithAnySignal = (url: string, init: RequestInit = {}): Promise<Response> => {
  const { signal, ...rest } = init;
  if (!signal) return fetch(url, rest);
  const controller = new AbortController();
  if (signal.aborted) controller.abort();
  signal.addEventListener("abort", () => controller.abort());
  return fetch(url, { ...rest, signal: controller.signal });
};

/** Creates a realm with a browser's globals. */
export function createRealm(): Record<string, unknown> {
  const globals: Record<string, unknown> = {
    fetch: fetchWithAnySignal,
    // Node's properties are getters that work only on the real object.
    crypto: {
      randomUUID: () => crypto.randomUUID(),
      getRandomValues: (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes),
    },
  };
  for (const name of shared) globals[name] = globalThis[name];
  for (const name of extended) {
    const Native = globalThis[name] as new (...args: unknown[]) => object;
    globals[name] = class extends Native {
      static override [Symbol.hasInstance](value: unknown): boolean {
        return value instanceof Native;
      }
    };
  }
  const realm = createContext(globals) as Record<string, unknown>;
  runInContext(
    `globalThis.self = globalThis;
    globalThis.AbortSignal = class extends EventTarget {
      aborted = false;
      throwIfAborted() {
        if (this.aborted) throw this.reason;
      }
      static abort() {}
      static any() {}
      static timeout() {}
    };
    globalThis.AbortController = class {
      signal = new AbortSignal();
      abort(reason = new Error("aborted")) {
        if (this.signal.aborted) return;
        this.signal.aborted = true;
        if ("reason" in AbortSignal.prototype) this.signal.reason = reason;
        this.signal.dispatchEvent(new Event("abort"));
      }
    };
    AbortSignal.prototype.reason = undefined;`,
    realm,
  );
  return realm;
}

/** Splits the path of a feature into the expression of its owner and its name as a string literal. */
function locate(path: string): { readonly owner: string; readonly name: string } {
  const place = ["globalThis", ...path.split(".")];
  const name = JSON.stringify(place.pop());
  return { owner: place.join("?."), name };
}

/** Whether a realm has a feature. */
export function hasFeature(realm: Record<string, unknown>, path: string): boolean {
  const { owner, name } = locate(path);
  return runInContext(`${name} in Object(${owner})`, realm) as boolean;
}

/** Removes a feature. Throws if the realm does not have it, because the check would then prove nothing. */
export function removeFeature(realm: Record<string, unknown>, path: string): void {
  if (!hasFeature(realm, path)) throw new Error(`the realm does not have ${path}`);
  const { owner, name } = locate(path);
  const code = `(() => {
    const owner = ${owner};
    delete owner[${name}];
    if (${name} in owner) Object.defineProperty(owner, ${name}, { value: undefined });
  })()`;
  runInContext(code, realm);
}

/** Runs a bundle of programs/page.mjs and its conversation in a realm. */
export async function talkInRealm(
  realm: Record<string, unknown>,
  script: string,
  environment: () => Promise<Environment>,
): Promise<void> {
  runInContext(script, realm);
  await talk(realm, environment);
}

/** Runs the conversation in a realm that has run a bundle of programs/page.mjs. */
export async function talk(
  realm: Record<string, unknown>,
  environment: () => Promise<Environment>,
): Promise<void> {
  type Talk = (environment: Environment) => Promise<unknown>;
  for (const [name, check] of [
    ["talkOverRest", checkRest],
    ["talkInRealTime", checkRealTime],
    ["talkWithStore", checkStore],
  ] as const) {
    // Converted with JSON, because objects of another realm have other prototypes.
    const found = await (realm[name] as Talk)(await environment());
    check(JSON.parse(JSON.stringify(found)));
  }
}
