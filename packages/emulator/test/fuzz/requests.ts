import * as fc from "fast-check";
import type { WireRequest } from "../../src/http/message.ts";
import { anyText } from "../support/any-text.ts";
import type { World } from "./world.ts";

/** A value that depends on the ids of the world. */
export type InWorld<T> = (world: World) => T;

const text = fc.oneof(fc.string(), anyText(), fc.string({ maxLength: 2000 }));
const oneOf = (list: (world: World) => readonly string[]): fc.Arbitrary<InWorld<string>> =>
  fc.nat(10).map((index) => (world) => list(world)[index % list(world).length] ?? "");
const fixed = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<InWorld<T>> =>
  arbitrary.map((value) => () => value);

/** Mostly the usual value. */
const mostly = <T, U>(usual: T, other: fc.Arbitrary<U>): fc.Arbitrary<T | U> =>
  fc.oneof({ weight: 8, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other });

const rawId = fc.oneof(
  oneOf(({ users }) => users),
  fixed(fc.constantFrom("8:acs:other_x", "4:+1", "28:orgid:a", "8:orgid:b", "", "x")),
  fixed(text),
);

/** The index of the body shape for each path. */
const SHAPE_OF_PATH = [
  /threads$/,
  /threads\/[^/]+$/,
  /messages$/,
  /messages\/[^/]+$/,
  /:add$/,
  /:remove$/,
  /readReceipts$/,
  /typing$/,
  /identities/,
];

/** JSON that is close to the body of some operation, mostly that of the path. */
const body: fc.Arbitrary<(world: World, path: string) => unknown> = fc
  .record({
    rawId,
    message: oneOf(({ messages }) => messages),
    shape: mostly(null, fc.nat(9)),
    content: text,
    metadata: fc.dictionary(text, fc.oneof(fc.string(), fc.constant(null))),
    days: fc.oneof(fc.integer(), fc.constantFrom(30, 90, 1.5, null, "30")),
    kind: fc.constantFrom("none", "threadCreationDate", "other", null),
    type: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom("text", "html", "topicUpdated") },
      { weight: 1, arbitrary: fc.jsonValue() },
    ),
    time: fc.constantFrom("1970-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "soon", 5, null),
    noise: fc.oneof(
      { weight: 3, arbitrary: fc.constant({}) },
      { weight: 1, arbitrary: fc.dictionary(fc.string(), fc.jsonValue()) },
    ),
    any: fc.jsonValue(),
  })
  .map((parts) => (world, path) => {
    const { content, metadata, noise } = parts;
    const communicationIdentifier = { rawId: parts.rawId(world) };
    const participant = { communicationIdentifier, shareHistoryTime: parts.time, metadata };
    const retentionPolicy = { kind: parts.kind, deleteThreadAfterDays: parts.days };
    const shapes: unknown[] = [
      { topic: content, participants: [participant], metadata },
      { topic: content, retentionPolicy },
      { content, type: parts.type, metadata, senderDisplayName: content },
      { content, metadata },
      { participants: [participant, participant] },
      { rawId: parts.rawId(world) },
      { chatMessageId: parts.message(world) },
      { senderDisplayName: parts.any },
      { createTokenWithScopes: [parts.any], expiresInMinutes: parts.days },
      parts.any,
    ];
    const fitting = SHAPE_OF_PATH.findIndex((end) => end.test(path));
    const shape = shapes[parts.shape ?? fitting];
    return typeof shape === "object" && shape !== null && !Array.isArray(shape)
      ? { ...shape, ...noise }
      : shape;
  });

const bytes: fc.Arbitrary<(world: World, path: string) => Uint8Array> = fc.oneof(
  {
    weight: 8,
    arbitrary: body.map(
      (make) => (world: World, path: string) =>
        Buffer.from(JSON.stringify(make(world, path)) ?? ""),
    ),
  },
  { weight: 1, arbitrary: fixed(fc.uint8Array({ maxLength: 200 })) },
  { weight: 1, arbitrary: fixed(text.map((value) => Buffer.from(value))) },
  { weight: 1, arbitrary: fixed(fc.constant(new Uint8Array())) },
);

/** Operations of the specs, with placeholders for parameters. */
const targets = [
  "GET /chat/threads",
  "POST /chat/threads",
  "GET /chat/threads/{thread}",
  "PATCH /chat/threads/{thread}",
  "DELETE /chat/threads/{thread}",
  "GET /chat/threads/{thread}/messages",
  "POST /chat/threads/{thread}/messages",
  "GET /chat/threads/{thread}/messages/{message}",
  "PATCH /chat/threads/{thread}/messages/{message}",
  "DELETE /chat/threads/{thread}/messages/{message}",
  "GET /chat/threads/{thread}/participants",
  "POST /chat/threads/{thread}/participants/:add",
  "POST /chat/threads/{thread}/participants/:remove",
  "POST /chat/threads/{thread}/typing",
  "GET /chat/threads/{thread}/readReceipts",
  "POST /chat/threads/{thread}/readReceipts",
  "POST /chat/threads/{thread}/images",
  "GET /chat/threads/{thread}/images/{message}/view/small",
  "POST /identities",
  "POST /identities/{user}/:issueAccessToken",
];
const part = (known: (world: World) => readonly string[]): fc.Arbitrary<InWorld<string>> =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: oneOf(known).map((id) => (world: World) => encodeURIComponent(id(world))),
    },
    { weight: 1, arbitrary: oneOf(known) },
    {
      weight: 1,
      arbitrary: fixed(fc.constantFrom("%", "%zz", "%00", "..", "%2e%2e", "a/b", "{x}")),
    },
    { weight: 1, arbitrary: fixed(text) },
  );
const paths: fc.Arbitrary<InWorld<string>> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .record({
        template: fc.constantFrom(...targets),
        thread: part(({ threads }) => threads),
        message: part(({ messages }) => messages),
        user: part(({ users }) => users),
      })
      .map(
        ({ template, thread, message, user }) =>
          (world: World) =>
            template
              .replace("{thread}", () => thread(world))
              .replace("{message}", () => message(world))
              .replace("{user}", () => user(world)),
      ),
  },
  { weight: 1, arbitrary: fixed(text) },
);

const query = fc
  .record({
    version: fc.oneof(
      {
        weight: 8,
        arbitrary: fc.constantFrom("2025-03-15", "2021-03-07", "2024-06-05-preview", "2023-10-01"),
      },
      { weight: 1, arbitrary: text },
    ),
    more: fc.array(
      fc.tuple(
        fc.constantFrom("maxPageSize", "startTime", "skip", "syncState"),
        fc.oneof(
          text,
          fc.constantFrom(
            "1",
            "0",
            "-1",
            "2147483648",
            "2026-01-01T00:00:00Z",
            "WzEsMl0",
            "WzEsIngiXQ",
          ),
        ),
      ),
      { maxLength: 2 },
    ),
  })
  .map(({ version, more }) => {
    const all = [["api-version", version], ...more];
    return all.map(([name, value]) => `${name}=${escape(value ?? "")}`).join("&");
  });

const authorization: fc.Arbitrary<InWorld<string>> = fc.oneof(
  {
    weight: 8,
    arbitrary: oneOf(({ tokens }) => tokens).map(
      (token) => (world: World) => `Bearer ${token(world)}`,
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        oneOf(({ tokens }) => tokens),
        fc.nat(400),
        fc.string({ maxLength: 3 }),
      )
      .map(([token, at, noise]) => (world: World) => {
        const whole = token(world);
        return `Bearer ${whole.slice(0, at)}${noise}${whole.slice(at + 1)}`;
      }),
  },
  { weight: 1, arbitrary: fixed(text) },
  {
    weight: 1,
    arbitrary: fixed(
      text.map(
        (value) =>
          `HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=${value}`,
      ),
    ),
  },
);

/** Requests of every kind, from valid to malformed. */
export const request: fc.Arbitrary<InWorld<WireRequest>> = fc
  .record({
    method: mostly(null, fc.oneof(fc.constantFrom("GET", "PUT", "PATCH", "POST"), text)),
    path: paths,
    query,
    authorization,
    bytes,
    type: fc.oneof(
      {
        weight: 8,
        arbitrary: fc.constantFrom(
          "application/json",
          "application/merge-patch+json",
          "application/octet-stream",
        ),
      },
      { weight: 1, arbitrary: text },
    ),
    more: fc.dictionary(
      fc.constantFrom("repeatability-request-id", "image-filename", "host", "origin"),
      text,
    ),
  })
  .map((parts) => (world) => {
    const filled = parts.path(world);
    const [, known, path = filled] = /^([A-Z]+) (.*)$/s.exec(filled) ?? [];
    return {
      method: parts.method ?? known ?? "GET",
      target: `${path}?${parts.query}`,
      scheme: "http",
      headers: {
        host: "localhost",
        authorization: parts.authorization(world),
        "content-type": parts.type,
        ...parts.more,
      },
      body: parts.bytes(world, path),
    };
  });
