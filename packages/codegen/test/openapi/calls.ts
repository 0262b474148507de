import type { Answer } from "../wire/server.ts";

/** A call with the expected request, and the expected result for a response. */
export interface Call {
  readonly operation: string;
  readonly args?: readonly unknown[];
  /** Path and query on the wire, without the path of the operation's server. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly reply?: Answer;
  readonly result?: unknown;
  readonly error?: unknown;
}

const time = new Date("2026-01-02T03:04:05.000Z");
const iso = time.toISOString();
const photo = new Uint8Array([250, 251]);
const base64 = "+vs=";
const jsonReply = (value: unknown): Answer => ({
  headers: { "content-type": "application/json" },
  body: JSON.stringify(value),
});
const xml = (body: string): Answer => ({ headers: { "content-type": "application/xml" }, body });
const place =
  '<?xml version="1.0" encoding="UTF-8"?><place code="1"><city>Ü</city><tags>a</tags></place>';

const pet = { name: "Rex", "born-on": time, photo, nickname: null, visits: { first: time } };
const petJson = {
  name: "Rex",
  "born-on": iso,
  photo: base64,
  nickname: null,
  visits: { first: iso },
};

export const calls: readonly Call[] = [
  {
    operation: "pathStyles",
    args: ["a b/ü", ["x,y", "z"], [1, 2], [3, 4]],
    url: "/styles/a%20b%2F%C3%BC/x%2Cy,z/.1,2/;matrix=3;matrix=4",
  },
  {
    operation: "queryStyles",
    args: [
      {
        each: ["a&b", "c d"],
        commas: ["x,y", "z"],
        pipes: ["a", "b"],
        spaces: [1, 2],
        deepColor: "red",
        deepSize: 3,
        since: time,
      },
    ],
    url:
      "/query?each=a%26b&each=c%20d&commas=x%2Cy,z&pipes=a%7Cb&spaces=1%202&deep%5Bcolor%5D=red&deep%5Bsize%5D=3" +
      `&since=${encodeURIComponent(iso)}&api-version=7.1`,
  },
  {
    operation: "headers",
    args: [{ xList: [1, 2], xSince: time, session: "a b", acceptEncoding: "identity" }],
    url: "/headers",
    headers: {
      "accept-encoding": "identity",
      "x-list": "1,2",
      "x-since": iso,
      cookie: "session=a%20b",
    },
    reply: { status: 204, headers: { "x-count": "7" } },
    result: { xCount: 7 },
  },
  {
    operation: "savePet",
    // Only the service sets the id. It does not return the secret.
    args: [{ ...pet, secret: "s" }],
    url: "/pets",
    headers: { "content-type": "application/json" },
    body: { ...petJson, secret: "s" },
    reply: jsonReply({ ...petJson, id: 1 }),
    result: { ...pet, id: 1 },
  },
  { operation: "patchPet", url: "/patch", headers: { "content-type": undefined } },
  {
    operation: "patchPet",
    args: [{ body: { name: "Tom" } }],
    url: "/patch",
    headers: { "content-type": "application/json" },
    body: { name: "Tom" },
  },
  {
    operation: "choose",
    args: [{ kind: "cat", data: photo }],
    url: "/choose",
    body: { kind: "cat", data: base64 },
    reply: jsonReply({ kind: "dog", data: base64 }),
    result: { kind: "dog", data: base64 },
  },
  { operation: "chooseList", args: [[photo]], url: "/choose-list", body: [base64] },
  { operation: "chooseList", args: [{ a: photo }], url: "/choose-list", body: { a: base64 } },
  {
    operation: "list",
    args: [[time]],
    url: "/list",
    body: [iso],
    reply: jsonReply([iso]),
    result: [time],
  },
  {
    operation: "sendForm",
    args: [{ name: "a b&c", each: [1, 2], commas: ["x", "y"], details: { color: "ü" } }],
    url: "/form",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: {
      name: ["a b&c"],
      each: ["1", "2"],
      commas: ["x,y"],
      details: ['{"color":"ü"}'],
    },
  },
  {
    operation: "addPhoto",
    args: [
      {
        title: "ü",
        when: time,
        details: { color: "red" },
        file: { contents: photo, filename: "a.png", contentType: "image/png" },
      },
    ],
    url: "/upload",
    body: {
      title: "ü",
      when: iso,
      details: '{"color":"red"}',
      file: { name: "a.png", type: "image/png", bytes: [...photo] },
    },
  },
  {
    operation: "saveXml",
    args: [{ city: "Ü", code: "1", tags: ["a"] }],
    url: "/xml",
    headers: { "content-type": "application/xml", accept: "application/xml" },
    body: place,
    reply: xml(place),
    result: { city: "Ü", code: "1", tags: ["a"] },
  },
  {
    operation: "removeXml",
    url: "/xml/remove",
    reply: { ...xml("<Failure><code>gone</code></Failure>"), status: 404 },
    error: { statusCode: 404, details: { code: "gone" } },
  },
  {
    operation: "say",
    args: ["grüß dich"],
    url: "/text",
    headers: { "content-type": "text/plain" },
    body: "grüß dich",
    reply: { headers: { "content-type": "text/plain" }, body: "ü" },
    result: "ü",
  },
  {
    operation: "getAnyText",
    url: "/any-text",
    headers: { accept: "application/json, */*" },
    reply: { headers: { "content-type": "text/plain;charset=UTF-8" }, body: '"ü"' },
    result: '"ü"',
  },
  { operation: "getAnyText", url: "/any-text", reply: jsonReply("ü"), result: "ü" },
  {
    operation: "getScript",
    url: "/script",
    headers: { accept: "*/*" },
    reply: { headers: { "content-type": "text/plain" }, body: "alert()" },
    result: new TextEncoder().encode("alert()"),
  },
  {
    operation: "getScore",
    url: "/score",
    headers: { accept: "image/png, */*" },
    reply: { headers: { "content-type": "application/json" }, body: photo },
    result: photo,
  },
  {
    operation: "getSomeText",
    url: "/some-text",
    headers: { accept: "text/*" },
    reply: { headers: { "content-type": "text/csv" }, body: "a,b" },
    result: "a,b",
  },
  {
    operation: "putImage",
    args: ["image/png", photo],
    url: "/image",
    headers: { "content-type": "image/png", accept: "image/*" },
    body: Buffer.from(photo),
    reply: { headers: { "content-type": "image/webp" }, body: photo },
    result: photo,
  },
  {
    operation: "listPets",
    url: "/pages",
    reply: jsonReply({ pets: [{ ...petJson, id: 1 }] }),
    result: [{ ...pet, id: 1 }],
  },
  // A page without items can omit them.
  { operation: "listPets", url: "/pages", reply: jsonReply({}), result: [] },
  { operation: "keyed", url: "/keyed", headers: { "x-key": "k" } },
  { operation: "asked", url: "/asked?key=k" },
  { operation: "baked", url: "/baked", headers: { cookie: "sid=k" } },
  { operation: "signedIn", url: "/named", headers: { authorization: "Basic bWU6aw==" } },
  { operation: "borne", url: "/borne", headers: { authorization: "Bearer k" } },
  {
    operation: "failing",
    url: "/failing",
    reply: { ...jsonReply({ code: "gone" }), status: 404 },
    error: { statusCode: 404, details: { code: "gone" } },
  },
  {
    operation: "failing",
    url: "/failing",
    reply: { ...jsonReply({ reason: "busy" }), status: 503 },
    error: { statusCode: 503, details: { reason: "busy" } },
  },
  { operation: "elsewhere", args: [{ page: 2 }], url: "/elsewhere?page=2" },
];

export const oldCalls: readonly Call[] = [
  {
    operation: "lists",
    args: [{ csv: ["a", "b"], ssv: ["a", "b"], pipes: ["a", "b"], multi: ["a", "b"] }],
    url: "/lists?csv=a,b&ssv=a%20b&pipes=a%7Cb&multi=a&multi=b",
  },
  {
    operation: "sendForm",
    args: [{ body: { tags: ["a", "b"], ids: [1, 2] } }],
    url: "/form",
    body: { tags: ["a,b"], ids: ["1", "2"] },
  },
  {
    operation: "sendFile",
    args: [{ file: { contents: photo, filename: "a" }, note: "n" }],
    url: "/file",
    headers: { accept: "application/octet-stream" },
    body: { file: { name: "a", type: "application/octet-stream", bytes: [...photo] }, note: "n" },
    reply: { headers: { "content-type": "application/octet-stream" }, body: photo },
    result: photo,
  },
];
