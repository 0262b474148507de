import { expect, test } from "vitest";
import { listed, withClient } from "./client.ts";
import { emit } from "./emit.ts";

const spec = `import "@typespec/http";
using Http;
@service(#{ title: "Demo" }) namespace Demo;
model Widget { name: string; }
model Problem { title: string; }
@route("/widget") op read(): Widget | NotFoundResponse | { @statusCode _: 500; @body problem: Problem };
@route("/range") op range(): Widget | { @minValue(400) @maxValue(599) @statusCode _: int32; @body problem: Problem };
@route("/widget") @head op exists(): OkResponse | NotFoundResponse;
@route("/list") @list op list(): { @pageItems items: Widget[]; @nextLink next?: url } | { @statusCode _: 404; @body problem: Problem };
`;

test.each([
  ["read", 404, undefined],
  ["read", 500, { title: "Out of order" }],
  ["range", 422, { title: "No" }],
])("rejects %s with the details of status code %i", async (name, status, details) => {
  await withClient(spec, async (client, service) => {
    service.reply = () => ({ status, body: details });
    const context = client.createDemoContext!("https://demo.example", service.options);
    const error = await Promise.resolve(client[name]!(context)).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "RestError", statusCode: status });
    expect((error as { details: unknown }).details).toEqual(details);
  });
});

test("rejects when a page has a declared 404", async () => {
  await withClient(spec, async (client, service) => {
    service.reply = (_, index) =>
      index === 0
        ? { body: { items: [{ name: "a" }] } }
        : { status: 404, body: { title: "No list" } };
    const context = client.createDemoContext!("https://demo.example", service.options);
    const list = () => listed(client.list!(context));
    expect(await list()).toEqual([{ name: "a" }]);
    await expect(list()).rejects.toMatchObject({
      statusCode: 404,
      details: { title: "No list" },
    });
  });
});

test("returns false for a HEAD request with a 404", async () => {
  await withClient(spec, async (client, service) => {
    service.reply = () => ({ status: 404 });
    const context = client.createDemoContext!("https://demo.example", service.options);
    expect(await client.exists!(context)).toBe(false);
  });
});

test("refuses http to another machine, unless the context allows it", async () => {
  await withClient(spec, async (client, service) => {
    const open = (options: object) =>
      client.createDemoContext!("http://game-service:3001", { ...service.options, ...options });
    expect(() => open({})).toThrow(
      "endpoint must be an https URL, or http on this machine; options.allowInsecureConnection allows http to other machines",
    );
    service.reply = () => ({ body: { name: "w" } });
    await client.read!(open({ allowInsecureConnection: true }));
    expect(service.urls).toEqual(["http://game-service:3001/widget"]);
  });
});

test("returns null if the spec allows it, and rejects otherwise", async () => {
  const nullable = `import "@typespec/http";
using Http;
@service(#{ title: "Demo" }) namespace Demo;
model Widget { name: string; }
@error model Problem { title: string; }
alias Found = Widget | null;
@route("/direct") op direct(): Widget | null | Problem;
@route("/alias") op aliased(): Found | Problem;
@route("/body") op inBody(): { @body body: Widget | null };
@route("/list") op items(): Widget[] | null;
@route("/required") op required(): Widget;
`;
  await withClient(nullable, async (client, service) => {
    service.reply = () => ({ body: null });
    const context = client.createDemoContext!("https://demo.example", service.options);
    for (const name of ["direct", "aliased", "inBody", "items"]) {
      expect([name, await client[name]!(context)]).toEqual([name, null]);
    }
    await expect(client.required!(context)).rejects.toThrow("should be an object, but is null");
    service.reply = () => ({ body: { name: "a" } });
    expect(await client.direct!(context)).toEqual({ name: "a" });
  });
});

test("declares the headers of each response separately", async () => {
  const source = `import "@typespec/http";
using Http;
@service(#{ title: "Demo" }) @server("https://demo.example", "Live") namespace Demo;
@route("/each") @put op each():
  | { @statusCode _: 200; @header both: int32; @header etag: string; @body b: string[] }
  | { @statusCode _: 202; @header both: utcDateTime; @header("x-job") job: string };
@route("/same") @put op same():
  | { @statusCode _: 200; @header etag: string; @header age: int32 }
  | { @statusCode _: 201; @header age: int32; @header etag: string };
`;
  const { files } = await emit(source);
  const text = files.get("operations/demo.ts")!;
  expect(text).toContain("Promise<string[] | EachHeaders202>");
  expect(text).toContain("Promise<SameHeaders>");
  await withClient(source, async (client, service) => {
    const date = "Fri, 02 Jan 2026 03:04:05 GMT";
    service.reply = () => ({ status: 202, headers: { both: date, etag: "e", "x-job": "7" } });
    const context = client.createDemoContext!(service.options);
    expect(await client.each!(context)).toEqual({ both: new Date(date), job: "7" });
    const raw = {
      headers: new Map([
        ["both", "5"],
        ["etag", "e"],
      ]),
    };
    expect(client.eachHeaders200!(raw)).toEqual({ both: 5, etag: "e" });
    service.reply = () => ({ status: 201, headers: { age: "1", etag: "e" } });
    expect(await client.same!(context)).toEqual({ age: 1, etag: "e" });
  });
});

test("accepts every success of an operation that declares only errors or redirects", async () => {
  const silent = `import "@typespec/http";
using Http;
@service(#{ title: "Demo" }) @server("https://demo.example", "Live") namespace Demo;
@error model Problem { title: string; }
@route("/poll") op poll(): Problem;
@route("/login") op login(): { @statusCode _: 302; @header location: string };
@route("/pet") @head op exists(): NotFoundResponse;
`;
  await withClient(silent, async (client, service) => {
    const context = client.createDemoContext!(service.options);
    service.reply = () => ({ status: 200, body: "<html></html>" });
    expect(await client.poll!(context)).toBeUndefined();
    await client.login!(context);
    service.reply = () => ({ status: 204 });
    expect(await client.poll!(context)).toBeUndefined();
    expect(await client.exists!(context)).toBe(true);
    service.reply = () => ({ status: 404 });
    expect(await client.exists!(context)).toBe(false);
    await expect(client.poll!(context)).rejects.toMatchObject({ statusCode: 404 });
  });
});
