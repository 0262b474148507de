import { expect, test } from "vitest";
import { withClient, type Client, type Reply, type Service } from "./client.ts";
import { emit } from "./emit.ts";
import { typeErrors } from "./type-errors.ts";

const demo = (body: string) => `import "@typespec/http";
using Http;
@service(#{ title: "Demo" }) @server("https://demo.example", "Live") namespace Demo;
model Widget { name: string; when?: utcDateTime; }
${body}
`;

const spec = demo(`
@encode("unixTimestamp", int32) scalar Unix extends utcDateTime;
model Base { ...Record<Unix>; }
model Derived extends Base { first: Unix; }
alias Form = "application/x-www-form-urlencoded";
@route("/todo") @post op create(name: string, note?: bytes, at?: Unix): void;
@route("/form") @post op form(
  @header contentType: Form,
  @encodedName(Form, "grant_type") grantType: string,
  since: utcDateTime,
  at?: Unix,
  tags?: string[],
  @encode(ArrayEncoding.commaDelimited) ids?: int32[],
  owner?: Widget,
  others?: Widget[],
): void;
@route("/open") @post op open(@header contentType: Form, @body body: { first: bytes; ...Record<utcDateTime> }): void;
@route("/parts") @post op parts(@header contentType: "multipart/form-data", @multipartBody body: {
  at: HttpPart<utcDateTime>;
  note: HttpPart<{ @header "x-at"?: utcDateTime; @body text: string }>;
  image: HttpPart<{ @header contentType: "image/png"; @header "x-by": string; @header fixed: "yes"; @body image: bytes }>;
  files: HttpPart<File[]>;
  list: HttpPart<bytes[]>;
  widget: HttpPart<{ @header contentType: "application/xml"; @body widget: Widget }>;
}): void;
@route("/optional-parts") @post op optionalParts(@multipartBody body?: {
  note?: HttpPart<string>;
  files: HttpPart<File>[];
}): void;
@route("/date") @put op date(@header contentType: "text/plain", @body at: utcDateTime): {
  @header contentType: "text/plain"; @body at: utcDateTime;
};
@route("/big") @put op big(@header contentType: "text/plain", @body count: int64): {
  @header contentType: "text/plain"; @body count: int64;
};
@route("/tuple") @put op tuple(@body body: { at: [Unix, string] }): { at: [Unix, string] };
@route("/derived") @put op derived(@body body: Derived): Derived;
@route("/chosen") @put op chosen(
  @header contentType: "application/xml" | "application/json" | Form | "text/json",
  @body body: Widget,
): { @header contentType: "application/xml" | "application/json"; @body body: Widget };
@route("/image") @put op image(
  @header contentType: "application/json" | "application/octet-stream",
  @body image: bytes,
): { @header contentType: "application/json" | "application/octet-stream"; @body image: bytes };
@route("/either") op either(): { @header contentType: "application/json"; @body body: Widget } | {
  @header contentType: "text/plain"; @body text: string;
} | { @statusCode _: 202; @header contentType: "text/plain"; @body at: utcDateTime };
@route("/called-text") op calledText(): { @header contentType: "text/plain" | "application/json"; @body body: Widget };
`);

const date = new Date("2026-01-02T03:04:05.000Z");
const iso = "2026-01-02T03:04:05.000Z";
const seconds = 1767323045;

const widget = { name: "w", when: date };
const xml = `<?xml version="1.0" encoding="UTF-8"?><Widget><name>w</name><when>${iso}</when></Widget>`;
const json = `{"name":"w","when":"${iso}"}`;

/** Calls an operation. Returns its result, and the request with its body as text. */
async function called(
  call: (client: Client, context: unknown) => unknown,
  reply: Reply = { status: 204 },
) {
  let result: unknown;
  let request: Service["received"][number] | undefined;
  await withClient(spec, async (client, service) => {
    service.reply = () => reply;
    result = await call(client, client.createDemoContext!(service.options));
    request = service.received.at(-1);
  });
  return { result, headers: request?.headers ?? {}, text: await textOf(request?.body) };
}

test("omits an optional body of parts together with its content type", async () => {
  const none = await called((client, context) => client.optionalParts!(context));
  expect(none.headers["content-type"]).toBeUndefined();
  expect(none.text).toBeUndefined();
  const some = await called((client, context) =>
    client.optionalParts!(context, { body: { note: "milk", files: [] } }),
  );
  expect(some.headers["content-type"]).toMatch(/^multipart\/form-data; boundary=/);
  expect(some.text).toContain("milk");
});

test("writes a body of several arguments with its encodings", async () => {
  const { text } = await called((client, context) =>
    client.create!(context, "milk", { note: Uint8Array.of(255), at: date }),
  );
  expect(JSON.parse(text)).toEqual({ name: "milk", note: "/w==", at: seconds });
  const { text: plain } = await called((client, context) => client.create!(context, "milk"));
  expect(JSON.parse(plain)).toEqual({ name: "milk" });
});

test("writes the fields of a form with their wire names and encodings", async () => {
  const { text } = await called((client, context) =>
    client.form!(context, "password", date, {
      at: date,
      tags: ["a", "b"],
      ids: [1, 2],
      owner: { name: "o", when: date },
      others: [{ name: "p" }],
    }),
  );
  expect([...new URLSearchParams(text)]).toEqual([
    ["grant_type", "password"],
    ["since", iso],
    ["at", `${seconds}`],
    ["tags", "a"],
    ["tags", "b"],
    ["ids", "1,2"],
    ["owner", `{"name":"o","when":"${iso}"}`],
    ["others", '{"name":"p"}'],
  ]);
});

test("writes form fields that the model does not declare", async () => {
  const { text } = await called((client, context) =>
    client.open!(context, { first: Uint8Array.of(255), second: date }),
  );
  expect(Object.fromEntries(new URLSearchParams(text))).toEqual({ first: "/w==", second: iso });
});

test("writes parts with their encodings and headers", async () => {
  const { text } = await called((client, context) =>
    client.parts!(context, {
      at: date,
      note: { body: "text", xAt: date },
      image: { contents: Uint8Array.of(65), xBy: "me" },
      files: [{ contents: Uint8Array.of(66) }, { contents: Uint8Array.of(67) }],
      list: [Uint8Array.of(255)],
      widget: { name: "w", when: date },
    }),
  );
  const parts = text
    .split(/--[^\r]+\r\n/)
    .filter((part) => part.trim() !== "")
    .map((part) => part.trim().split("\r\n").at(-1)!);
  expect(parts).toEqual([iso, "text", "A", "B", "C", '["/w=="]', xml]);
  expect(text).toMatch(/x-at: Fri, 02 Jan 2026 03:04:05 GMT/i);
  expect(text).toMatch(/x-by: me/i);
  expect(text).toMatch(/fixed: yes/i);
  expect(text).toMatch(/content-type: image\/png/i);
});

test.each([
  ["date", date, iso],
  ["big", 5, "5"],
])("writes and reads a %s as a text body", async (name, value, text) => {
  const reply = { body: text, headers: { "content-type": "text/plain" } };
  const { result, text: sent } = await called(
    (client, context) => client[name]!(context, value),
    reply,
  );
  expect(sent).toBe(text);
  expect(result).toEqual(value);
});

test("converts tuples and inherited additional properties", async () => {
  const tuple = await called((client, context) => client.tuple!(context, { at: [date, "x"] }), {
    body: { at: [seconds, "x"] },
  });
  expect(JSON.parse(tuple.text)).toEqual({ at: [seconds, "x"] });
  expect(tuple.result).toEqual({ at: [date, "x"] });
  const value = { first: date, at: date };
  const derived = await called((client, context) => client.derived!(context, value), {
    body: { first: seconds, at: seconds },
  });
  expect(JSON.parse(derived.text)).toEqual({ first: seconds, at: seconds });
  expect(derived.result).toEqual(value);
});

/** Returns a body of text, bytes or a function that opens a stream as text. */
async function textOf(body: Service["received"][number]["body"]): Promise<string> {
  if (typeof body !== "function") {
    return body instanceof Uint8Array ? Buffer.from(body).toString() : (body as string);
  }
  const chunks: Buffer[] = [];
  for await (const chunk of body() as NodeJS.ReadableStream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
}

test.each([
  ["application/xml", xml],
  ["application/json", json],
  ["text/json", json],
  ["application/x-www-form-urlencoded", `name=w&when=${encodeURIComponent(iso)}`],
])("writes a body as %s if the caller passes this content type", async (contentType, text) => {
  const sent = await called((client, context) => client.chosen!(context, contentType, widget), {
    body: xml,
    headers: { "content-type": "application/xml" },
  });
  expect(sent.text).toBe(text);
  expect(sent.headers["content-type"]).toBe(contentType);
  expect(sent.result).toEqual(widget);
});

function sendImage(contentType: string, reply: Reply) {
  return called((client, context) => client.image!(context, contentType, Uint8Array.of(65)), reply);
}

test("writes bytes as JSON or unchanged, by content type", async () => {
  const asJson = await sendImage("application/json", {
    body: '"Qg=="',
    headers: { "content-type": "application/json" },
  });
  expect(asJson.text).toBe('"QQ=="');
  expect(asJson.result).toEqual(Uint8Array.of(66));
  const raw = await sendImage("application/octet-stream", {
    body: "B",
    headers: { "content-type": "application/octet-stream" },
  });
  expect(raw.text).toBe("A");
  expect(raw.result).toEqual(Uint8Array.of(66));
});

test.each([
  [
    "either",
    { headers: { "content-type": "application/vnd.a+json; charset=utf-8" }, body: json },
    widget,
  ],
  ["either", { headers: { "content-type": "text/plain" }, body: "5" }, "5"],
  ["either", { status: 202, headers: { "content-type": "text/plain" }, body: iso }, date],
  ["chosen", { headers: { "content-type": "application/json" }, body: json }, widget],
  ["calledText", { headers: { "content-type": "text/plain" }, body: json }, widget],
])("reads %s by the content type of the response", async (name, reply, expected) => {
  const { result } = await called(
    (client, context) => client[name]!(context, "application/json", widget),
    reply,
  );
  expect(result).toEqual(expected);
});

test("rejects a response with an undeclared content type", async () => {
  const reply = { headers: { "content-type": "image/png" }, body: "x" };
  await expect(called((client, context) => client.either!(context), reply)).rejects.toThrow(
    "content type image/png is not json or text",
  );
});

test("emits bodies of all kinds that compile", async () => {
  const { files, errors } = await emit(spec, { "emit-package-json": true });
  expect(errors).toEqual([]);
  expect(await typeErrors(files)).toEqual([]);
});

test.each([
  ["a model as text", `op put(@header contentType: "text/plain", @body w: Widget): void;`, 49],
  ["a list as text", `op put(@header contentType: "text/plain", @body w: string[]): void;`, 49],
  [
    "a value of any type in a form",
    `op put(@header contentType: "application/x-www-form-urlencoded", x: unknown): void;`,
    66,
  ],
  [
    "a union of dates with two encodings",
    `@encode("rfc7231") scalar Old extends utcDateTime; op put(x: utcDateTime | Old): void;`,
    62,
  ],
  [
    "a list as a form",
    `op put(@header contentType: "application/x-www-form-urlencoded", @body x: string[]): void;`,
    72,
  ],
])("refuses %s", async (_, body, column) => {
  const { diagnostics } = await emit(demo(body));
  expect(diagnostics).toEqual([`@acs-chat/codegen/unsupported-type at main.tsp:5:${column}`]);
});
