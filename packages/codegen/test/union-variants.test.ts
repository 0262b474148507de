import { expect, test } from "vitest";
import { withClient } from "./client.ts";
import { emit } from "./emit.ts";
import { typeErrors } from "./type-errors.ts";

const bytes = new Uint8Array([250, 251]);
const text = "+vs=";
const time = new Date("2026-01-02T03:04:05Z");
const seconds = time.getTime() / 1000;

/** Unions whose variants are converted, with values in the client and as JSON. */
const unions: Readonly<Record<string, { type: string; values: readonly [unknown, unknown][] }>> = {
  dictionary: {
    type: "Record<bytes> | string",
    values: [
      [{ a: bytes }, { a: text }],
      ["a", "a"],
    ],
  },
  list: {
    type: "bytes[] | string[]",
    values: [
      [[bytes], [text]],
      [["a text"], ["a text"]],
    ],
  },
  tuple: {
    type: "[string, bytes] | [unixTimestamp32, boolean] | string",
    values: [
      [
        ["a", bytes],
        ["a", text],
      ],
      [
        [time, true],
        [seconds, true],
      ],
    ],
  },
  records: {
    type: "Record<unixTimestamp32> | Record<bytes[]>",
    values: [
      [{ a: time }, { a: seconds }],
      [{ a: [bytes] }, { a: [text] }],
    ],
  },
  recordOrModel: {
    type: "Record<bytes> | Named",
    values: [
      [{ a: bytes }, { a: text }],
      [
        { name: "a", at: time },
        { name: "a", at: seconds },
      ],
    ],
  },
  similar: {
    type: "Photo | Visit",
    values: [
      [
        { title: "a", content: bytes },
        { title: "a", content: text },
      ],
      [
        { title: "a", when: time },
        { title: "a", when: seconds },
      ],
      [{ title: "a" }, { title: "a" }],
    ],
  },
  sameNames: {
    type: "Sealed | Open",
    values: [
      [{ content: bytes }, { content: text }],
      [{ content: "a text" }, { content: "a text" }],
    ],
  },
  nested: {
    type: "(Photo | Visit)[] | Record<Photo | Visit> | null",
    values: [
      [[{ title: "a", when: time }], [{ title: "a", when: seconds }]],
      [{ b: { title: "a", content: bytes } }, { b: { title: "a", content: text } }],
      [null, null],
    ],
  },
  kinds: {
    type: "Shape | boolean",
    values: [
      [
        { kind: "round", data: bytes },
        { kind: "round", data: text },
      ],
      [true, true],
    ],
  },
  anything: {
    type: "unknown[][] | Record<bytes> | Record<unknown[]>",
    values: [
      [{ a: bytes }, { a: text }],
      [[["a"]], [["a"]]],
      [{ a: ["b"] }, { a: ["b"] }],
    ],
  },
  anyItems: {
    type: "[unknown, bytes] | Loose[] | Record<Loose | unknown> | string",
    values: [
      [
        ["a", bytes],
        ["a", text],
      ],
      [[{ any: 1, data: bytes }], [{ any: 1, data: text }]],
    ],
  },
  recursive: {
    type: "Tree | string",
    values: [
      [
        { leaf: { leaf: "a", data: bytes }, data: bytes },
        { leaf: { leaf: "a", data: text }, data: text },
      ],
    ],
  },
};

const spec = `import "@typespec/http";
using Http;
@service(#{ title: "Demo" }) @server("https://demo.example", "Live") namespace Demo;
model Named { name: string; at: unixTimestamp32; }
model Photo { title: string; content?: bytes; }
model Visit { title: string; when?: unixTimestamp32; }
model Sealed { content: bytes; }
model Open { content: string; note?: string; }
@discriminated(#{ envelope: "none", discriminatorPropertyName: "kind" })
union Shape { round: { data: bytes }, square: { data: string } }
model Loose { any: unknown; data: bytes; some?: unknown; list?: unknown[]; }
model Tree { leaf: Tree | string; data: bytes; }
${Object.entries(unions)
  .map(
    ([name, { type }]) =>
      `@route("/${name}") @post op ${name}(@header contentType: "application/json", @body body: { value: ${type} }): { value: ${type} };`,
  )
  .join("\n")}
`;

test("writes each variant of a union with its encoding, and reads it", async () => {
  const { diagnostics, errors, files } = await emit(spec, { "emit-package-json": true });
  expect([errors, diagnostics]).toEqual([[], []]);
  expect(await typeErrors(files)).toEqual([]);
  await withClient(spec, async (client, service) => {
    const context = client.createDemoContext!(service.options);
    for (const [name, { values }] of Object.entries(unions)) {
      for (const [value, json] of values) {
        service.reply = () => ({ body: { value: json } });
        const result = await client[name]!(context, { value });
        const sent: unknown = JSON.parse(String(service.received.at(-1)?.body));
        expect([name, sent]).toEqual([name, { value: json }]);
        // Text that could be bytes is read as bytes.
        expect([name, result]).toEqual([name, { value }]);
      }
    }
  });
});

test.each(["utcDateTime[] | unixTimestamp32[]", "Record<bytes> | Record<Url>", "[bytes] | [Url]"])(
  "refuses %s, whose variants differ only on the wire",
  async (type) => {
    const { errors } = await emit(`import "@typespec/http";
using Http;
@service(#{ title: "Demo" }) namespace Demo;
@encode("base64url") scalar Url extends bytes;
@post op send(@body body: { value: ${type} }): void;`);
    expect(errors).toEqual([expect.stringContaining("cannot distinguish")]);
  },
);
