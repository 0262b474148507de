import { join } from "node:path";
import { expect, test } from "vitest";
import { convertOpenApi } from "../../src/openapi/index.ts";
import { type Client, type Service, withClient } from "../client.ts";
import { recordingServer } from "../wire/server.ts";

type Json = Readonly<Record<string, unknown>>;

/** Converts a document, emits its client, and runs `use` with the client and its losses. */
async function withOpenApi(
  members: Json,
  use: (client: Client, service: Service, losses: readonly string[]) => Promise<void>,
): Promise<void> {
  const document = {
    openapi: "3.0.3",
    info: { title: "Pets", version: "1.0" },
    servers: [{ url: "https://pets.example" }],
    ...members,
  };
  const { files, losses } = await convertOpenApi(join(import.meta.dirname, "api.json"), {
    readText: async () => JSON.stringify(document),
  });
  const texts = losses.map(({ pointer, reason }) => `${pointer}: ${reason}`);
  await withClient(Object.fromEntries(files), (client, own) => use(client, own, texts));
}

const failure = { 404: { description: "Not found" } };

test("accepts every success if the document declares only errors, and says so", async () => {
  const get = { operationId: "poll", responses: failure };
  const redirect = { operationId: "login", responses: { 302: { description: "To the form" } } };
  const paths = {
    "/poll": { get },
    "/login": { get: redirect },
    "/any": { get: { operationId: "any" } },
  };
  await withOpenApi({ paths }, async ({ createPetsContext, poll, login, any }, service, losses) => {
    const context = createPetsContext!(service.options);
    service.reply = () => ({ status: 200, body: [{ id: 1 }] });
    expect(await poll!(context)).toBeUndefined();
    expect(await login!(context)).toBeUndefined();
    expect(await any!(context)).toBeUndefined();
    service.reply = () => ({ status: 204 });
    expect(await poll!(context)).toBeUndefined();
    service.reply = () => ({ status: 302 });
    expect(await login!(context)).toBeUndefined();
    await expect(poll!(context)).rejects.toMatchObject({ statusCode: 302 });
    service.reply = () => ({ status: 404 });
    await expect(poll!(context)).rejects.toMatchObject({ statusCode: 404 });
    const reason =
      "No success response is declared, so the client accepts each status code of 2xx and ignores the body.";
    expect(losses).toEqual([
      `/paths/~1poll/get/responses: ${reason}`,
      `/paths/~1login/get/responses: ${reason}`,
      `/paths/~1any/get: ${reason}`,
    ]);
  });
});

test("ignores a body in any format if the document describes none", async () => {
  const created = { description: "", headers: { Location: { schema: { type: "string" } } } };
  const paths = {
    "/image": { get: { operationId: "image", responses: { 200: { description: "" } } } },
    "/pet": {
      post: { operationId: "create", responses: { 201: created, 202: { description: "" } } },
    },
  };
  await withOpenApi({ paths }, async ({ createPetsContext, image, create }, service) => {
    const context = createPetsContext!(service.options);
    service.reply = () => ({ headers: { "content-type": "text/plain" }, body: "OK" });
    expect(await image!(context)).toBeUndefined();
    service.reply = () => ({ status: 201, headers: { location: "/pets/1" }, body: "Created" });
    expect(await create!(context)).toEqual({ location: "/pets/1" });
    service.reply = () => ({ status: 400, body: "Bad" });
    await expect(image!(context)).rejects.toMatchObject({ statusCode: 400, details: "Bad" });
  });
});

test("keeps the header Authorization as a parameter if no credential sets it", async () => {
  const parameters = [{ in: "header", name: "authorization", schema: { type: "string" } }];
  const responses = { 204: { description: "" } };
  const get = (operationId: string, security?: readonly Json[]): Json => ({
    get: { operationId, parameters, responses, ...(security === undefined ? {} : { security }) },
  });
  const members = {
    paths: {
      "/open": get("open"),
      "/keyed": get("keyed", [{ key: [] }]),
      "/signed": get("signed", [{ bearer: [] }]),
    },
    components: {
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer" },
        key: { type: "apiKey", in: "header", name: "x-key" },
      },
    },
  };
  await withOpenApi(members, async (client, service, losses) => {
    const { createPetsContext, open, keyed, signed } = client;
    const options = { authorization: "Bearer own" };
    await open!(createPetsContext!(undefined, service.options), options);
    const token = { getToken: async () => ({ token: "b", expiresOnTimestamp: Infinity }) };
    await keyed!(createPetsContext!({ key: "k" }, service.options), options);
    await signed!(createPetsContext!(token, service.options), options);
    expect(service.received.map(({ headers }) => headers["authorization"])).toEqual([
      "Bearer own",
      "Bearer own",
      "Bearer b",
    ]);
    expect(losses).toEqual([
      "/paths/~1signed/get/parameters/0: The credential of the context sets this header.",
    ]);
  });
});

test("passes a multipart body of a type that it does not write as bytes", async () => {
  const schema = {
    type: "object",
    properties: { note: { type: "string" }, scan: { type: "string", format: "binary" } },
  };
  const requestBody = { required: true, content: { "multipart/related": { schema } } };
  const post = { operationId: "send", requestBody, responses: { 204: { description: "" } } };
  await withOpenApi({ paths: { "/": { post } } }, async (client, service, losses) => {
    const { createPetsContext, send } = client;
    const type = "multipart/related; boundary=x";
    await send!(createPetsContext!(service.options), type, new Uint8Array([45]));
    expect(service.received[0]).toMatchObject({
      headers: { "content-type": type },
      body: new Uint8Array([45]),
    });
    expect(losses).toEqual([
      "/paths/~1/post/requestBody/content/multipart~1related: The client does not write the parts of this content type. The caller passes the whole body, and its content type with the boundary.",
    ]);
  });
});

test("sends two query parameters with the same name", async () => {
  const string = { type: "string" };
  const count = { type: "object", properties: { filter: string, tag: string } };
  const parameters = [
    { in: "query", name: "filter", schema: string },
    { in: "query", name: "count", schema: count },
  ];
  const get = { operationId: "find", parameters, responses: { 204: { description: "" } } };
  await withOpenApi({ paths: { "/": { get } } }, async ({ createPetsContext, find }, service) => {
    await find!(createPetsContext!(service.options), { filter: "a", filter2: "b", tag: "c" });
    expect(service.urls).toEqual(["https://pets.example/?filter=a&filter=b&tag=c"]);
  });
});

test("reads types of programming languages as the types that they mean", async () => {
  const parameters = ["String", "int", "Bool", "uuid"].map((type) => ({
    in: "query",
    name: type,
    schema: { type },
  }));
  const get = { operationId: "find", parameters, responses: { 204: { description: "" } } };
  await withOpenApi({ paths: { "/": { get } } }, async (client, service, losses) => {
    const { createPetsContext, find } = client;
    await find!(createPetsContext!(service.options), {
      string: "a",
      int: 1,
      bool: true,
      uuid: "b",
    });
    expect(service.urls).toEqual(["https://pets.example/?String=a&int=1&Bool=true&uuid=b"]);
    const place = "/paths/~1/get/parameters";
    expect(losses.slice(0, 4)).toEqual([
      `${place}/0/schema/type: "String" is not an OpenAPI type; it is read as "string".`,
      `${place}/1/schema/type: "int" is not an OpenAPI type; it is read as "integer".`,
      `${place}/2/schema/type: "Bool" is not an OpenAPI type; it is read as "boolean".`,
      `${place}/3/schema/type: "uuid" is not an OpenAPI type; any value is accepted.`,
    ]);
  });
});

test("does not distinguish alternatives that only require properties, with or without a title", async () => {
  const string = { type: "string" };
  const base = {
    type: "object",
    properties: { kind: string },
    discriminator: { propertyName: "kind" },
  };
  const choice = [
    { title: "By extent", required: ["extent"] },
    { type: "object", description: "By values", required: ["values"] },
  ];
  const schemas = {
    Axis: base,
    Up: {
      allOf: [
        { $ref: "#/components/schemas/Axis" },
        { type: "object", properties: { extent: string, values: string } },
        { anyOf: choice },
      ],
    },
  };
  const content = { "application/json": { schema: { $ref: "#/components/schemas/Axis" } } };
  const get = { operationId: "read", responses: { 200: { description: "", content } } };
  const members = { paths: { "/": { get } }, components: { schemas } };
  await withOpenApi(members, async ({ createPetsContext, read }, service, losses) => {
    service.reply = () => ({ body: { kind: "Up", extent: "1" } });
    expect(await read!(createPetsContext!(service.options))).toEqual({ kind: "Up", extent: "1" });
    const place = "/components/schemas/Up/allOf/2/anyOf";
    const reason = "Combinations of required properties are not converted.";
    expect(losses).toEqual([`${place}/0: ${reason}`, `${place}/1: ${reason}`]);
  });
});

test.for([
  ["https://{host}{base}", "https://pets.example/api/v2/pets"],
  ["https://{host}/{base}/x", "https://pets.example/api/v2/x/pets"],
  ["https://other.example{base}", "https://other.example/api/v2/pets"],
])("accepts a base path as a variable of the server %s", async ([url, expected]) => {
  const variables = {
    ...(url?.includes("{host}") === true ? { host: { default: "pets.example" } } : {}),
    base: { default: "/api/v2/", enum: ["/api/v2/"] },
  };
  const get = { operationId: "find", responses: { 204: { description: "" } } };
  const members = { servers: [{ url, variables }], paths: { "/pets": { get } } };
  await withOpenApi(members, async ({ createPetsContext, find }, service) => {
    await find!(createPetsContext!(service.options));
    expect(service.urls).toEqual([expected]);
  });
});

test("reads a base whose discriminator maps schemas that do not inherit from it as their union", async () => {
  const string = { type: "string" };
  const part = (name: string): Json => ({
    type: "object",
    required: ["grant", name],
    properties: { grant: string, [name]: string },
  });
  const mapping = { code: "#/components/schemas/Code", refresh: "Refresh" };
  const schemas = {
    Grant: {
      type: "object",
      required: ["grant"],
      properties: { grant: string },
      discriminator: { propertyName: "grant", mapping },
    },
    Code: part("code"),
    Refresh: part("refresh_token"),
  };
  const schema = { $ref: "#/components/schemas/Grant" };
  const post = (mediaType: string) => ({
    post: {
      operationId: mediaType.endsWith("json") ? "send" : "fill",
      requestBody: { required: true, content: { [mediaType]: { schema } } },
      responses: { 204: { description: "" } },
    },
  });
  const paths = {
    "/json": post("application/json"),
    "/form": post("application/x-www-form-urlencoded"),
  };
  await withOpenApi({ paths, components: { schemas } }, async (client, service) => {
    const { createPetsContext, send, fill } = client;
    const context = createPetsContext!(service.options);
    const grant = { grant: "refresh", refresh_token: "r" };
    await send!(context, grant);
    await fill!(context, grant);
    expect(service.received.map(({ body }) => String(body))).toEqual([
      JSON.stringify(grant),
      "grant=refresh&refresh_token=r",
    ]);
  });
});

test("reads a media type of 3.1 without an encoding as bytes, unless it is text", async () => {
  const properties = {
    photo: { type: "string", contentMediaType: "application/octet-stream" },
    scans: { type: "array", items: { type: "string", contentMediaType: "image/png" } },
    note: { type: "string", contentMediaType: "application/json" },
  };
  const schema = { type: "object", required: ["photo", "scans", "note"], properties };
  const requestBody = { required: true, content: { "multipart/form-data": { schema } } };
  const post = { operationId: "send", requestBody, responses: { 204: { description: "" } } };
  const members = { openapi: "3.1.0", paths: { "/": { post } } };
  await withOpenApi(members, async ({ createPetsContext, send }, _, losses) => {
    await using server = await recordingServer(() => ({ status: 204 }));
    const contents = new Uint8Array([65]);
    const body = { photo: { contents, filename: "a.png" }, scans: [contents], note: "{}" };
    await send!(createPetsContext!({ endpoint: server.endpoint }), body);
    const { body: sent, headers } = server.requests[0]!;
    const type = String(headers["content-type"]);
    const parts = await new Response(new Uint8Array(sent), {
      headers: { "content-type": type },
    }).formData();
    expect((parts.get("photo") as File).name).toBe("a.png");
    expect(await (parts.get("scans") as File).text()).toBe("A");
    expect(parts.get("note")).toBe("{}");
    expect(losses).toEqual([
      '/paths/~1/post/requestBody/content/multipart~1form-data/schema/properties/note/contentMediaType: "contentMediaType" is not converted.',
    ]);
  });
});
