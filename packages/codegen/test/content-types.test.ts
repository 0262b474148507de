import { expect, test } from "vitest";
import { withClient, type Client, type Service } from "./client.ts";
import { emit } from "./emit.ts";
import { typeErrors } from "./type-errors.ts";

const demo = (body: string) => `import "@typespec/http";
using Http;
@service(#{ title: "Demo" }) @server("https://demo.example", "Live") namespace Demo;
${body}
`;

const spec = demo(`model Note { at: utcDateTime; count: Old; }
@encode("unixTimestamp", int32) scalar Old extends utcDateTime;
@route("/any") @post op put(
  @body data: string | bytes | Note,
  @header contentType: "text/plain" | "application/json" | "application/octet-stream" | "image/png",
): void;
@route("/may") @post op may(@body data?: bytes | Note, @header contentType?: "application/json" | "image/png"): void;
@route("/count") @post op count(@body data: int32 | Note, @header contentType: "application/json" | "text/plain"): void;
@route("/yaml") @get op readYaml():
  | { @header contentType: "application/yaml"; @body note: Note }
  | { @statusCode _: 400; @header contentType: "application/yaml"; @body note: Note };
@route("/either") @get op either(): { @header contentType: "application/yaml" | "application/json"; @body note: Note };
@route("/batch") @post op batch(
  @header contentType: "multipart/mixed",
  @multipartBody body: { first: HttpPart<bytes>; notes: HttpPart<Note>[] },
): { @header contentType: "multipart/mixed"; @multipartBody body: { first: HttpPart<bytes> } };
`);

const at = new Date("2026-01-02T03:04:05.000Z");
const note = { at, count: at };
const json = '{"at":"2026-01-02T03:04:05.000Z","count":1767323045}';

function using(use: (client: Client, context: unknown, service: Service) => Promise<void>) {
  return withClient(spec, (client, service) =>
    use(client, client.createDemoContext!(service.options), service),
  );
}

/** Returns the body that was sent, with its content type. */
async function sent({ received }: Service): Promise<readonly [string | undefined, unknown]> {
  const { body, headers } = received.at(-1)!;
  return [
    headers["content-type"],
    body instanceof Uint8Array ? Buffer.from(body).toString() : body,
  ];
}

test("sends a body of several types in the format of the chosen content type", async () => {
  await using(async (client, context, service) => {
    for (const [contentType, value, expected] of [
      ["text/plain", "hi", "hi"],
      ["application/json", "hi", '"hi"'],
      ["application/json", note, json],
      ["application/json", Uint8Array.of(255), '"/w=="'],
      ["image/png", Uint8Array.of(65), "A"],
    ] as const) {
      await client.put!(context, contentType, value);
      expect(await sent(service)).toEqual([contentType, expected]);
    }
    await client.count!(context, "text/plain", 5);
    expect(await sent(service)).toEqual(["text/plain", "5"]);
    await client.may!(context);
    expect(await sent(service)).toEqual([undefined, undefined]);
    await client.may!(context, { contentType: "image/png", body: Uint8Array.of(65) });
    expect(await sent(service)).toEqual(["image/png", "A"]);
  });
});

test("refuses a value that has no form in the content type, before sending", async () => {
  await using(async (client, context, service) => {
    for (const [contentType, value] of [
      ["text/plain", note],
      ["image/png", "hi"],
      ["image/png", note],
      ["application/octet-stream", [1]],
    ] as const) {
      await expect(client.put!(context, contentType, value)).rejects.toThrow(TypeError);
    }
    expect(service.received).toEqual([]);
  });
});

test("returns bytes for a content type that it does not parse, and accepts only the others", async () => {
  const { diagnostics } = await emit(spec);
  expect(diagnostics).toEqual(
    ["12:25", "16:27"].map((place) => `@acs-chat/codegen/unparsed-response at main.tsp:${place}`),
  );
  await using(async (client, context, service) => {
    const headers = { "content-type": "application/yaml" };
    service.reply = () => ({ headers, body: "at: now" });
    const result = (await client.readYaml!(context)) as { bytes(): Promise<Uint8Array> };
    expect(Buffer.from(await result.bytes()).toString()).toBe("at: now");
    service.reply = () => ({ status: 400, headers, body: "at: now" });
    await expect(client.readYaml!(context)).rejects.toMatchObject({ details: "at: now" });
    expect(service.received[0]!.headers.accept).toBe("application/yaml");
    service.reply = () => ({ body: json });
    expect(await client.either!(context)).toEqual(note);
    expect(service.received.at(-1)!.headers.accept).toBe("application/json");
  });
});

test("sends the parts of a multipart body without names, unless it is a form", async () => {
  await using(async (client, context, service) => {
    service.reply = () => ({ body: "--x--" });
    await client.batch!(context, {
      first: { contents: Uint8Array.of(65), contentType: "application/http" },
      notes: [note],
    });
    const { body, headers } = service.received[0]!;
    expect(headers["content-type"]).toMatch(/^multipart\/mixed; boundary=/);
    let text = "";
    for await (const chunk of (body as () => AsyncIterable<Uint8Array>)()) {
      text += Buffer.from(chunk).toString();
    }
    expect(text.toLowerCase()).not.toContain("content-disposition");
    expect(text).toMatch(/content-type: application\/http\r\n\r\nA\r\n/i);
    expect(text).toContain(`Type: application/json\r\n\r\n${json}\r\n`);
  });
});

test("emits type-correct code for bodies with several content types", async () => {
  const { files } = await emit(spec, { "emit-package-json": true });
  expect(await typeErrors(files)).toEqual([]);
});

test.each([
  ['@header contentType: "application/json" | "application/yaml", @body n: Note', 90],
  ['@header contentType: "application/yaml", @body n: Note', 69],
])("refuses a request with an unsupported content type: %s", async (parameters, column) => {
  const { diagnostics } = await emit(demo(`model Note {} op put(${parameters}): void;`));
  expect(diagnostics).toEqual([
    `@acs-chat/codegen/unsupported-content-type at main.tsp:4:${column}`,
  ]);
});
