import type { Scalar } from "./scalars.ts";

export const containers = ["one", "nullable", "list", "named", "model"] as const;
export type Container = (typeof containers)[number];

/** A request that the server received. */
export interface Recorded {
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** A place of a value in a request or response. */
export interface Place {
  /** The operation in TypeSpec, without its route. */
  readonly operation: (name: string, type: string) => string;
  /** The argument of the emitted function. */
  readonly argument?: (value: unknown) => unknown;
  /** Returns the value in the result; absent for places that are only in requests. */
  readonly result?: (result: unknown) => unknown;
  /** Returns the value that the server received, and the expected one. */
  readonly found: (request: Recorded, container: Container) => unknown;
  readonly expected: (scalar: Scalar, container: Container, value: never) => unknown;
  /** Whether null can be sent. */
  readonly takesNull: boolean;
  /** How many operations of this place there are: see `containers` for the others. */
  readonly isFile?: true;
}

const member = (value: unknown): unknown => (value as { v?: unknown }).v;
const wrapped = (value: unknown): unknown => ({ v: value });

/** Returns the expected texts of the scalars in a value. */
function texts(scalar: Scalar, container: Container, value: never): unknown {
  switch (container) {
    case "one":
    case "nullable":
      return value === null ? undefined : scalar.text(value);
    case "list":
      return (value as never[]).map((item) => scalar.text(item));
    case "named":
    case "model":
      return Object.fromEntries(
        Object.entries(value as Record<string, never>).map(([name, item]) => [
          name,
          scalar.text(item),
        ]),
      );
  }
}

/** Returns the expected JSON of a value. */
export function jsonOf(scalar: Scalar, container: Container, value: never): unknown {
  const write = (leaf: never): unknown => scalar.json?.(leaf) ?? leaf;
  switch (container) {
    case "one":
    case "nullable":
      return value === null ? null : write(value);
    case "list":
      return (value as never[]).map(write);
    case "named":
    case "model":
      return Object.fromEntries(
        Object.entries(value as Record<string, never>).map(([name, item]) => [name, write(item)]),
      );
  }
}

/** Splits a value that was expanded with commas by RFC 6570. */
function expanded(text: string | undefined, container: Container, decode = decodeURIComponent) {
  if (text === undefined) return undefined;
  const parts = text.split(",").map(decode);
  if (container === "one" || container === "nullable") return parts[0];
  if (container === "list") return parts;
  const names = parts.filter((_, index) => index % 2 === 0);
  return Object.fromEntries(names.map((name, index) => [name, parts[index * 2 + 1]]));
}

function rawQuery(url: string): readonly (readonly [name: string, value: string])[] {
  const [, query = ""] = url.split("?");
  return query === ""
    ? []
    : query.split("&").map((pair) => [pair.split("=")[0] ?? "", pair.split("=")[1] ?? ""]);
}

function partsOf(request: Recorded): readonly { head: string; body: Buffer }[] {
  const boundary =
    /boundary=([^;]+)/.exec(`${request.headers["content-type"] as string}`)?.[1] ?? "";
  const text = request.body.toString("latin1");
  return text
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => {
      const [head = ""] = part.split("\r\n\r\n");
      const body = part.slice(head.length + 4, -2);
      return { head, body: Buffer.from(body, "latin1") };
    });
}

const typed = (contentType: string, members: string): string =>
  `@header contentType: "${contentType}", ${members}`;

const echo = (contentType: string, type: string): string =>
  `{ @header contentType: "${contentType}"; @body b: ${type} }`;

export const places: Readonly<Record<string, Place>> = {
  path: {
    operation: (name, type) => `@get op ${name}(@path v: ${type}): void`,
    found: ({ url }, container) => expanded(url.split("/").at(-1), container),
    expected: texts,
    takesNull: false,
  },
  query: {
    operation: (name, type) => `@get op ${name}(@query v: ${type}): void`,
    found: ({ url }, container) => expanded(rawQuery(url)[0]?.[1], container),
    expected: texts,
    takesNull: true,
  },
  "query, exploded": {
    operation: (name, type) => `@get op ${name}(@query(#{ explode: true }) v: ${type}): void`,
    found({ url }, container) {
      const pairs = rawQuery(url).map(
        ([name, value]) => [name, decodeURIComponent(value)] as const,
      );
      if (container === "one" || container === "nullable") return pairs[0]?.[1];
      if (container === "list") return pairs.map(([, value]) => value);
      return Object.fromEntries(pairs);
    },
    expected: texts,
    takesNull: true,
  },
  header: {
    operation: (name, type) =>
      `@get op ${name}(@header("x-v") v: ${type}): { @header("x-v") v: ${type}; @statusCode _: 204 }`,
    result: (result) => (result as { xV?: unknown; v?: unknown }).v,
    found: ({ headers }, container) =>
      container === "list" ? (headers["x-v"] as string).split(",") : headers["x-v"],
    expected: texts,
    takesNull: false,
  },
  cookie: {
    operation: (name, type) => `@get op ${name}(@cookie v: ${type}): void`,
    found({ headers }, container) {
      const text = decodeURIComponent(`${headers.cookie as string}`.replace(/^v=/, ""));
      return container === "list" ? text.split(",") : text;
    },
    expected: texts,
    takesNull: false,
  },
  form: {
    operation: (name, type) =>
      `@post op ${name}(${typed("application/x-www-form-urlencoded", `@body b: { v: ${type} }`)}): void`,
    argument: wrapped,
    found({ body }, container) {
      const fields = new URLSearchParams(body.toString());
      if (container === "one" || container === "nullable") return fields.get("v") ?? undefined;
      if (container === "list") return fields.getAll("v");
      return JSON.parse(fields.get("v") ?? "") as unknown;
    },
    expected: (scalar, container, value) =>
      container === "named" || container === "model"
        ? jsonOf(scalar, container, value)
        : texts(scalar, container, value),
    takesNull: true,
  },
  part: {
    operation: (name, type) =>
      `@post op ${name}(${typed("multipart/form-data", `@multipartBody b: { v: HttpPart<${type}> }`)}): void`,
    argument: wrapped,
    found(request, container) {
      const [part] = partsOf(request);
      const head = part?.head ?? "";
      // Bytes are sent unchanged, as files.
      if (/filename=/.test(head)) return part?.body.toString("base64url");
      const text = part?.body.toString();
      const isJson = /content-type: application\/json/i.test(head);
      return isJson || container === "list" ? (JSON.parse(text ?? "") as unknown) : text;
    },
    expected(scalar, container, value) {
      const whole: unknown = value;
      if (whole instanceof Uint8Array && container === "one") {
        return Buffer.from(whole).toString("base64url");
      }
      return container === "one" && scalar.type !== "unknown"
        ? texts(scalar, container, value)
        : jsonOf(scalar, container, value);
    },
    takesNull: true,
  },
  "JSON body": {
    operation: (name, type) => `@post op ${name}(@body b: { v: ${type} }): { v: ${type} }`,
    argument: wrapped,
    result: member,
    found: ({ body }) => member(JSON.parse(body.toString())),
    expected: jsonOf,
    takesNull: true,
  },
  "whole JSON body": {
    operation: (name, type) =>
      `@post op ${name}(${typed("application/json", `@body b: ${type}`)}): ${echo("application/json", type)}`,
    result: (result) => result,
    found: ({ body }) => JSON.parse(body.toString()) as unknown,
    expected: jsonOf,
    takesNull: true,
  },
  XML: {
    operation: (name, type) =>
      `@post op ${name}(${typed("application/xml", `@body b: Xml<${type}>`)}): ${echo("application/xml", `Xml<${type}>`)}`,
    argument: wrapped,
    result: member,
    found: ({ body }) => [...body.toString().matchAll(/>([^<>]+)</g)].map(([, text]) => text),
    expected: (scalar, container, value) => {
      const all = texts(scalar, container, value);
      return typeof all === "object" && all !== null ? Object.values(all) : [all];
    },
    takesNull: false,
  },
  text: {
    operation: (name, type) =>
      `@post op ${name}(${typed("text/plain", `@body b: ${type}`)}): ${echo("text/plain", type)}`,
    result: (result) => result,
    found: ({ body }) => body.toString(),
    expected: texts,
    takesNull: false,
  },
};
