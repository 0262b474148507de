import { expect, test } from "vitest";
import { withClient } from "./client.ts";
import { emit } from "./emit.ts";

const demo = (body: string) => `import "@typespec/http";
using Http;
@service(#{ title: "Demo" }) @server("https://demo.example", "Live") namespace Demo;
${body}
`;

const warning = "@acs-chat/codegen/unsupported-encoding";

/** Emits a model with the given members, and sends a value of it that the service returns. */
async function exchange(
  members: Readonly<Record<string, string>>,
  value: object,
): Promise<{ readonly sent: unknown; readonly result: unknown; readonly warned: string[] }> {
  const source = demo(`@encode(string) scalar Long extends int64; scalar Longer extends Long;
@post op put(@body m: M): M;
model M {
${Object.entries(members)
  .map(([name, type]) => type.replace(/^(@.*\) )?/, (decorators) => `${decorators}${name}: `))
  .join(";\n")}
}`);
  const { diagnostics } = await emit(source);
  let sent = "";
  let result: unknown;
  await withClient(source, async (client, service) => {
    service.reply = ({ body }) => ({ body: (sent = body as string) });
    const context = client.createDemoContext!({ ...service.options, validateResponses: true });
    result = await client.put!(context, value);
  });
  const names = Object.keys(members);
  const warned = diagnostics.map((text) => {
    expect(text.slice(0, warning.length)).toBe(warning);
    return names[Number(text.split(":").at(-2)) - 7] ?? text;
  });
  return { sent: JSON.parse(sent) as unknown, result, warned };
}

test("converts encodings that TCGC does not report", async () => {
  const value = { longer: 12n, price: "1.10", ratio: 0.5, at: null, span: 1.5 };
  const { sent, result, warned } = await exchange(
    {
      longer: "Longer",
      price: "@encode(string) decimal",
      ratio: "@encode(string) float64",
      at: '@encode("rfc7231") utcDateTime | null',
      span: '@encode("seconds", float32) duration | null',
    },
    value,
  );
  expect(sent).toEqual({ longer: "12", price: "1.10", ratio: "0.5", at: null, span: 1.5 });
  expect(result).toEqual(value);
  expect(warned).toEqual([]);
});

test("sends and returns a value with an unknown encoding unchanged, with a warning", async () => {
  const value = {
    date: "2024",
    bytes: 7,
    span: "1h",
    list: "a b",
    number: "ff",
    text: "x",
    record: "a=1",
    either: "now",
  };
  const { sent, result, warned } = await exchange(
    {
      date: '@encode("odd") utcDateTime',
      bytes: '@encode("odd", int32) bytes',
      span: '@encode("odd") duration',
      list: '@encode("ssv") string[]',
      number: '@encode("hex") int32',
      text: '@encode("odd") string',
      record: '@encode("odd") Record<int32>',
      either: '@encode("rfc7231") utcDateTime | "now"',
    },
    value,
  );
  expect([sent, result]).toEqual([value, value]);
  expect(warned).toEqual(Object.keys(value));
});

test("sends values with unknown encodings in URLs and headers unchanged", async () => {
  const source = demo(`@get op get(
  @query @encode("hex", string) n: int32,
  @query @encode("ssv") list: string[],
  @header @encode("odd") date: utcDateTime,
): { @header @encode("odd", int32) size: bytes };`);
  const { diagnostics } = await emit(source);
  expect(diagnostics.filter((text) => text.startsWith("@acs-chat")).toSorted()).toEqual(
    ["5:33", "6:25", "7:26", "8:36"].map((place) => `${warning} at main.tsp:${place}`),
  );
  await withClient(source, async (client, service) => {
    service.reply = () => ({ status: 200, headers: { size: "8" } });
    const context = client.createDemoContext!(service.options);
    expect(await client.get!(context, "ff", "a b", "now")).toEqual({ size: 8 });
    expect(service.urls).toEqual(["https://demo.example/?n=ff&list=a%20b"]);
    expect(service.received[0]!.headers).toMatchObject({ date: "now" });
  });
});
