import { expect, test } from "vitest";
import { withClient, type Client, type Service } from "./client.ts";
import { emit } from "./emit.ts";
import { typeErrors } from "./type-errors.ts";

const demo = (body: string) => `import "@typespec/http";
using Http;
@service(#{ title: "Demo" }) @server("https://demo.example", "Live") namespace Demo;
${body}
`;

const spec = demo(`
model Filter {
  text?: string;
  since?: utcDateTime;
  @encode("unixTimestamp", int32) begin?: utcDateTime;
  content?: bytes;
  @encode(ArrayEncoding.commaDelimited) days?: utcDateTime[];
  @encodedName("application/json", "other") plain?: int32;
}
@route("/exploded") op exploded(@query(#{ explode: true }) f?: Filter): void;
@route("/joined") op atOnce(@query f: Filter): void;
@route("/record") op byName(@query(#{ explode: true }) f: Record<utcDateTime>): void;
@route("/unix") op unix(@query(#{ explode: true }) at: Unix[]): void;
@route("/path/{f}") op path(@path f: Record<Unix>): void;
@route("/model/{f}") op whole(@path f: Filter): void;
@route("/either") op either(@query kind?: "x" | string[]): void;
@route("/each") op each(@query(#{ explode: true }) kind?: int32 | int32[]): void;
@route("/mixed/{at}") op mixed(@path at: utcDateTime | "now", @query to?: utcDateTime | string): void;
@route("/headers") op headers(@header big: Big, @header at: utcDateTime | string, @header days: utcDateTime[]): void;
@encode(string) scalar Big extends int64;
@encode("unixTimestamp", int32) scalar Unix extends utcDateTime;
@route("/cookies") op jar(@cookie at: utcDateTime, @cookie ids: int32[]): void;
`);

const date = new Date("2026-01-02T03:04:05.006Z");
const iso = "2026-01-02T03%3A04%3A05.006Z";
const filter = { text: "a&b", since: date, begin: date, content: Uint8Array.of(255), days: [date] };

async function requests(calls: (client: Client, context: unknown) => Promise<unknown>[]) {
  const received: Service["received"] = [];
  await withClient(spec, async (client, service) => {
    await Promise.all(calls(client, client.createDemoContext!(service.options)));
    received.push(...service.received);
  });
  return received;
}

test("writes models and records in a URL with the encodings of their values", async () => {
  const received = await requests((client, context) => [
    client.exploded!(context, { f: filter }) as Promise<unknown>,
    client.exploded!(context) as Promise<unknown>,
    client.atOnce!(context, { since: date, plain: 1 }) as Promise<unknown>,
    client.byName!(context, { a: date, "b c": date }) as Promise<unknown>,
    client.unix!(context, [date, date]) as Promise<unknown>,
    client.path!(context, { a: date }) as Promise<unknown>,
    client.whole!(context, { begin: date, text: "x/y" }) as Promise<unknown>,
  ]);
  expect(received.map(({ url }) => url.replace("https://demo.example", ""))).toEqual([
    `/exploded?text=a%26b&since=${iso}&begin=1767323045&content=%2Fw%3D%3D&days=${iso}`,
    "/exploded",
    `/joined?f=since,${iso},plain,1`,
    `/record?a=${iso}&b%20c=${iso}`,
    "/unix?at=1767323045&at=1767323045",
    "/path/a,1767323045",
    "/model/text,x%2Fy,begin,1767323045",
  ]);
});

test("distinguishes values of several types", async () => {
  const received = await requests((client, context) => [
    client.either!(context, { kind: "x" }) as Promise<unknown>,
    client.either!(context, { kind: ["a", "b"] }) as Promise<unknown>,
    client.either!(context) as Promise<unknown>,
    client.each!(context, { kind: [1, 2] }) as Promise<unknown>,
    client.each!(context, { kind: 3 }) as Promise<unknown>,
    client.mixed!(context, date, { to: date }) as Promise<unknown>,
    client.mixed!(context, "now", { to: "never" }) as Promise<unknown>,
  ]);
  expect(received.map(({ url }) => url.replace("https://demo.example", ""))).toEqual([
    "/either?kind=x",
    "/either?kind=a,b",
    "/either",
    "/each?kind=1&kind=2",
    "/each?kind=3",
    `/mixed/${iso}?to=${iso}`,
    "/mixed/now?to=never",
  ]);
});

test("writes headers and cookies with their encodings", async () => {
  const [headers, cookies] = await requests((client, context) => [
    client.headers!(context, 12345678901234567890n, date, [date, date]) as Promise<unknown>,
    client.jar!(context, date, [1, 2]) as Promise<unknown>,
  ]);
  expect(headers!.headers).toMatchObject({
    big: "12345678901234567890",
    at: date.toISOString(),
    days: `${date.toISOString()},${date.toISOString()}`,
  });
  expect(cookies!.headers.cookie).toBe(`at=${iso}; ids=1%2C2`);
});

test("refuses an invalid Date in every date format", async () => {
  const invalid = new Date(Number.NaN);
  await withClient(spec, async (client, service) => {
    const context = client.createDemoContext!(service.options);
    await expect(client.unix!(context, [invalid])).rejects.toThrow(RangeError);
    await expect(client.headers!(context, 1n, invalid, [])).rejects.toThrow(RangeError);
    await expect(client.jar!(context, invalid, [])).rejects.toThrow(RangeError);
    expect(service.received).toEqual([]);
  });
});

test("refuses an object that an untyped caller passes", async () => {
  await withClient(spec, async (client, service) => {
    const context = client.createDemoContext!(service.options);
    await expect(client.either!(context, { kind: { a: 1 } })).rejects.toThrow(
      "An object cannot be sent as text",
    );
    expect(service.received).toEqual([]);
  });
});

test("emits type-correct code for all kinds of parameters", async () => {
  const { files, errors } = await emit(spec, { "emit-package-json": true });
  expect(errors).toEqual([]);
  expect(await typeErrors(files)).toEqual([]);
});

const http = '@encode("rfc7231") scalar Http extends utcDateTime;';

test.each([
  [
    "a value of any type in a query",
    "op get(@query x: unknown): void;",
    "unsupported-type at main.tsp:4:15",
  ],
  [
    "a list in a model",
    "model F { a: string[]; } op get(@query f: F): void;",
    "unsupported-type at main.tsp:4:11",
  ],
  [
    "a model in a model",
    "model F { a: { b: string } } op get(@query(#{ explode: true }) f: F): void;",
    "unsupported-type at main.tsp:4:11",
  ],
  [
    "a record of lists",
    "op get(@query x: Record<string[]>): void;",
    "unsupported-type at main.tsp:4:15",
  ],
  ["lists of lists", "op get(@path x: string[][]): void;", "unsupported-type at main.tsp:4:14"],
  [
    "a model with a discriminator",
    `@discriminator("k") model F { k: string } model G extends F { k: "g" } op get(@query x: F): void;`,
    "unsupported-type at main.tsp:4:86",
  ],
  [
    "a model in a cookie",
    "op get(@cookie x: { a: string }): void;",
    "unsupported-type at main.tsp:4:16",
  ],
  [
    "a list of HTTP dates in a header",
    `${http} op get(@header x: Http[]): void;`,
    "unsupported-type at main.tsp:4:68",
  ],
  [
    "a list of HTTP dates in a response header",
    `${http} op get(): { @header x: Http[] };`,
    "unsupported-type at main.tsp:4:73",
  ],
  [
    "a model in a response header",
    "op get(): { @header x: { a: string } };",
    "unsupported-type at main.tsp:4:21",
  ],
  [
    "a list of models in one text",
    "model F { @encode(ArrayEncoding.commaDelimited) a: string[][] } op get(): F;",
    "unsupported-type at main.tsp:4:49",
  ],
  [
    "a union of dates with two encodings",
    `${http} op get(@query x: utcDateTime | Http): void;`,
    "unsupported-type at main.tsp:4:67",
  ],
])("refuses %s with the place in the spec", async (_, body, at) => {
  const { diagnostics, files } = await emit(demo(body));
  expect(diagnostics).toEqual([`@acs-chat/codegen/${at}`]);
  expect(files.size).toBe(0);
});
