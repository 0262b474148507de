import { expect, test } from "vitest";
import { type Client, withClient } from "./client.ts";
import { emit } from "./emit.ts";
import { typeErrors } from "./type-errors.ts";

const demo = (body: string) => `import "@typespec/http";
using Http;
@service(#{ title: "Demo" }) @server("https://demo.example", "Live") namespace Demo;
${body}
`;

/** Emits a package and type-checks it with all strict flags. Returns the errors. */
async function typeErrorsOf(body: string): Promise<readonly string[]> {
  const { files, errors } = await emit(demo(body), { "emit-package-json": true });
  expect(errors).toEqual([]);
  return typeErrors(files);
}

test.each<[string, string]>([
  ["options with equal names", 'op a(@query("x-y") `x-y`?: string, @query xY?: string): void;'],
  [
    "a model named like the common properties of a discriminated model",
    `model PetBase { id: string; }
    @discriminator("kind") model Pet extends PetBase { kind: string; }
    model Cat extends Pet { kind: "cat"; }
    op a(@body pet: Pet): Pet;`,
  ],
  ["arguments with equal names", 'op a(@query("x-y") `x-y`: string, @query xY: string): void;'],
  [
    "response headers with equal names",
    'op a(): { @header("x-y") `x-y`: string; @header("xy") xY: string };',
  ],
  [
    "operations with equal names",
    '@route("/a") op `get-it`(): void; @route("/b") op getIt(): void;',
  ],
  [
    "groups with equal names",
    '@route("/a") interface FooBar { get(): void; } @route("/b") interface Foo_Bar { get(): string; }',
  ],
  [
    "arguments with names of variables",
    "@post op a(@query request: string, @query answers: string, @body body: string): void;",
  ],
  [
    "options with names that every operation uses",
    "op a(@query abortSignal?: string, @query onResponse?: int32): void;",
  ],
  [
    "models whose functions have names of helpers",
    `model Text { content: bytes; } model At { content: bytes; } model Bytes { content: bytes; }
     model Text2 { text: Text; at: At; bytes: Bytes; }
     @post op a(@body body: Text2): Text2;`,
  ],
  [
    "a union of responses with named models",
    `model Booking { id: string; }
     op a(): (CreatedResponse & Booking) | { @statusCode _: 202; @body b: { name: string } };`,
  ],
  [
    "names with letters outside ASCII",
    "model Café { größe: int32; } op thé(@query größe: int32): Café;",
  ],
  ["a union that contains itself", "union J { string, null, J[], Record<J> } op a(): { j: J };"],
])("emits type-correct code for %s", async (_, body) => {
  expect(await typeErrorsOf(body)).toEqual([]);
});

test("writes a separate file for each group, even if their names are equal", async () => {
  const { files } = await emit(
    demo(
      '@route("/a") interface FooBar { get(): void; } @route("/b") interface Foo_Bar { get(): string; }',
    ),
  );
  const operations = [...files.keys()].filter((path) => path.startsWith("operations/"));
  expect(operations).toHaveLength(2);
});

test("sends options with equal names under their wire names", async () => {
  const body = 'op a(@query("x-y") `x-y`?: string, @query xY?: string): void;';
  await withClient(demo(body), async (client, service) => {
    await client.a!(client.createDemoContext!(service.options), { xY: "1", xY2: "2" });
    expect(service.urls).toEqual(["https://demo.example/?x-y=2&xY=1"]);
  });
});

/** Returns the route of each operation of a spec, with its name. */
async function routes(body: string): Promise<readonly string[]> {
  const text = (await emit(demo(body))).files.get("operations/demo.ts")!;
  return [...text.matchAll(/function (\w+)\([\s\S]*?url = "([^"]*)"/g)]
    .map(([, name, url]) => `${name} ${url}`)
    .toSorted();
}

test("gives names that do not depend on the order of the spec", async () => {
  const first = '@route("/a") op `get-it`(): void;';
  const second = '@route("/b") op getIt(): string;';
  expect(await routes(first + second)).toEqual(["getIt /b", "getIt2 /a"]);
  expect(await routes(second + first)).toEqual(["getIt /b", "getIt2 /a"]);
});

test("keeps letters outside ASCII in names", async () => {
  const { files } = await emit(
    demo("model Café { größe: int32; } op thé(@query größe: int32): Café;"),
  );
  expect(files.get("models.ts")).toContain("export interface Café {\n  größe: number;");
  expect(files.get("operations/demo.ts")).toContain("function thé(");
});

test.each([
  ["Café", "cafe"],
  ["Go语言Blog", "go-blog"],
  ["笔记", "client"],
])("names the package of %s in ASCII, as npm and User-Agent require", async (title, name) => {
  const spec = demo("op get(): void;").replace("namespace Demo", `namespace ${title}`);
  const { files } = await emit(spec, { "emit-package-json": true });
  expect(files.get("package.json")).toContain(`"name": "${name}"`);
  expect(files.get("src/context.ts")).toContain(`"${name}/0.1.0"`);
});

test("converts kinds that extend an intermediate model", async () => {
  const spec = demo(`
@discriminator("kind") model Resource { name: string; }
model Between extends Resource { at: utcDateTime; }
model Template<T> extends Between { extra: T; }
model Leaf extends Between { kind: "leaf"; @encodedName("application/json", "b") data: bytes; }
model Other extends Template<bytes> { kind: "other"; }
@post op send(@body body: Resource): Resource;
`);
  await withClient(spec, async (client, service) => {
    const leaf = { kind: "leaf", name: "n", at: new Date(0), data: new Uint8Array([1]) };
    const wire = { kind: "leaf", name: "n", at: "1970-01-01T00:00:00.000Z", b: "AQ==" };
    service.reply = ({ body }) => ({ body: body as string });
    const context = client.createDemoContext!(service.options);
    expect(await client.send!(context, leaf)).toEqual(leaf);
    expect(JSON.parse(service.received[0]!.body as string)).toEqual(wire);
    const other = { kind: "other", name: "n", at: new Date(0), extra: new Uint8Array([2]) };
    expect(await client.send!(context, other)).toEqual(other);
    expect(service.received[1]!.body).toContain('"extra":"Ag=="');
  });
});

test("emits one type for equal models without a name", async () => {
  const answer = "{ @statusCode _: 200; @body body: { error: { code: int32; at: utcDateTime } } }";
  const { files } = await emit(
    demo(
      `@route("/a") op a(): ${answer}; @route("/b") op b(): ${answer}; @route("/c") op c(): { x: int32 };`,
    ),
  );
  const models = [...files.get("models.ts")!.matchAll(/interface (\w+)/g)].map(([, name]) => name);
  expect(models).toEqual(["AResponse", "AResponseError", "CResponse"]);
});

test("keeps interfaces apart that have the same name in clients", async () => {
  const spec = demo(`
@friendlyName("Pets") @route("/a") interface PetsA { @route("/one") one(): void; }
@friendlyName("Pets") @route("/b") interface PetsB { @route("/two") two(): void; }
`);
  await withClient(spec, async (client, service) => {
    const Demo = client.DemoClient as unknown as new (options: object) => Record<string, Client>;
    const groups = Object.values(new Demo(service.options));
    for (const name of ["one", "two"]) await groups.find((group) => name in group)![name]!();
    expect(service.urls).toEqual(["https://demo.example/a/one", "https://demo.example/b/two"]);
  });
});
