import { join } from "node:path";
import { expect, test } from "vitest";
import { convertOpenApi } from "../../src/openapi/index.ts";
import { type Client, type Service, withClient } from "../client.ts";

type Json = Readonly<Record<string, unknown>>;

const string = { type: "string" };

/** Returns a document of version 3.0 whose operations are `POST /<name>`. */
function service(operations: Readonly<Record<string, Json>>, members: Json = {}): Json {
  const paths = Object.fromEntries(
    Object.entries(operations).map(([operationId, one]) => [
      `/${operationId}`,
      { post: { operationId, responses: { 204: { description: "" } }, ...one } },
    ]),
  );
  return {
    openapi: "3.0.3",
    info: { title: "Pets", version: "1.0" },
    servers: [{ url: "https://pets.example" }],
    paths,
    ...members,
  };
}

const body = (mediaType: string, schema: unknown): Json => ({
  content: { [mediaType]: { schema } },
});

/** Returns a response with status code 200, and one for all errors. */
function responses(mediaType: string, schema: unknown, failure: unknown = schema): Json {
  return {
    200: { description: "", ...body(mediaType, schema) },
    default: { description: "", ...body(mediaType, failure) },
  };
}

/** Converts a document, emits its client, and runs `use` with the client and the reasons of losses. */
async function withOpenApi(
  document: Json,
  use: (client: Client, service: Service, losses: readonly string[]) => Promise<void>,
): Promise<void> {
  const { files, losses } = await convertOpenApi(join(import.meta.dirname, "api.json"), {
    readText: async () => JSON.stringify(document),
  });
  await withClient(Object.fromEntries(files), (client, own) =>
    use(
      client,
      own,
      losses.map(({ pointer, reason }) => `${pointer}: ${reason}`),
    ),
  );
}

/** Calls an operation of a client whose requests are sent to `Service`. */
function call(client: Client, { options }: Service, name: string, ...args: unknown[]): unknown {
  const { createPetsContext, [name]: operation } = client;
  if (createPetsContext === undefined || operation === undefined)
    throw new Error(`${name} is not among ${Object.keys(client).join(", ")}`);
  return operation(createPetsContext(options), ...args);
}

test("sends and reads single values as JSON if the content type is JSON", async () => {
  const json = "application/json";
  const document = service({
    name: {
      requestBody: { required: true, ...body(json, string) },
      responses: responses(json, string, { type: "integer" }),
    },
    tame: {
      requestBody: body(json, { type: "boolean", enum: [true] }),
      responses: responses(json, { type: "boolean" }),
    },
    dress: {
      requestBody: { required: true, ...body(json, { oneOf: [string, { type: "integer" }] }) },
      responses: responses(json, { type: "string", enum: ["red", "blue"] }),
    },
  });
  await withOpenApi(document, async (client, own) => {
    own.reply = () => ({ body: '"Rex"' });
    expect(await call(client, own, "name", "Tom")).toBe("Rex");
    own.reply = () => ({ body: "true" });
    expect(await call(client, own, "tame", { body: true })).toBe(true);
    own.reply = () => ({ body: '"red"' });
    expect(await call(client, own, "dress", 3)).toBe("red");
    expect(own.received.map(({ body: sent }) => sent)).toEqual(['"Tom"', "true", "3"]);
    expect(own.received.map(({ headers }) => headers["content-type"])).toEqual([json, json, json]);
    own.reply = () => ({ status: 409, body: "7" });
    await expect(call(client, own, "name", "Tom")).rejects.toMatchObject({ details: 7 });
  });
});

test("uses the names, attributes, lists and namespaces of the document in XML", async () => {
  const element = (name: string): Json => ({ ...string, xml: { name } });
  const pet = {
    type: "object",
    xml: { name: "pet", prefix: "p", namespace: "urn:pets" },
    properties: {
      id: { type: "integer", xml: { attribute: true, name: "pet-id" } },
      name: element("petName"),
      tags: { type: "array", items: element("tag") },
      toys: { type: "array", items: element("toy"), xml: { wrapped: true, name: "toyBox" } },
      marks: { type: "array", items: string, xml: { wrapped: true } },
      owner: { $ref: "#/components/schemas/owner" },
    },
  };
  const owner = {
    type: "object",
    properties: { phone: { ...string, xml: { "x-ms-text": true } } },
  };
  const schema = { $ref: "#/components/schemas/pet" };
  const document = service(
    {
      save: {
        requestBody: { required: true, ...body("application/xml", schema) },
        responses: responses("application/xml", schema, { $ref: "#/components/schemas/owner" }),
      },
    },
    { components: { schemas: { pet, owner } } },
  );
  const xml =
    '<?xml version="1.0" encoding="UTF-8"?><p:pet xmlns:p="urn:pets" pet-id="1"><petName>Rex</petName>' +
    "<tag>big</tag><tag>old</tag><toyBox><toy>ball</toy></toyBox><marks><marks>x</marks></marks>" +
    "<owner>555</owner></p:pet>";
  const value = {
    id: 1,
    name: "Rex",
    tags: ["big", "old"],
    toys: ["ball"],
    marks: ["x"],
    owner: { phone: "555" },
  };
  await withOpenApi(document, async (client, own, losses) => {
    expect(losses).toEqual([]);
    own.reply = () => ({ body: xml });
    expect(await call(client, own, "save", value)).toEqual(value);
    expect(own.received[0]?.body).toBe(xml);
    own.reply = () => ({ status: 409, body: "<owner>555</owner>" });
    await expect(call(client, own, "save", value)).rejects.toMatchObject({
      details: { phone: "555" },
    });
  });
});

test("lets the caller choose between several content types of a body", async () => {
  const schema = { type: "object", properties: { name: string } };
  const content = Object.fromEntries(
    ["application/json", "application/xml", "text/json"].map((type) => [type, { schema }]),
  );
  const document = service({
    save: {
      requestBody: { required: true, content: { ...content, "text/csv": { schema: string } } },
    },
  });
  await withOpenApi(document, async (client, own, losses) => {
    expect(losses).toEqual([
      "/paths/~1save/post/requestBody/content/text~1csv: The content type text/csv is not converted; the client uses application/json.",
    ]);
    await call(client, own, "save", { name: "Rex" });
    await call(client, own, "save", { name: "Rex" }, { contentType: "application/xml" });
    await call(client, own, "save", { name: "Rex" }, { contentType: "text/json" });
    expect(own.received.map(({ headers }) => headers["content-type"])).toEqual([
      "application/json",
      "application/xml",
      "text/json",
    ]);
    expect(own.received[1]?.body).toContain("<name>Rex</name>");
    expect(own.received[2]?.body).toBe('{"name":"Rex"}');
  });
});

test("uses the server of all operations by default, and lists the others for separate contexts", async () => {
  const servers = [{ url: "https://upload.example", description: "Upload" }];
  const { servers: _, ...document } = service({ one: { servers }, two: { servers } });
  await withOpenApi(document, async (client, own, losses) => {
    expect(losses).toEqual([]);
    await call(client, own, "one");
    expect(own.urls).toEqual(["https://upload.example/one"]);
  });
  await withOpenApi(service({ one: { servers }, two: {} }), async (client, own, losses) => {
    expect(losses).toEqual([
      "/paths/~1one/post/servers: Requests go to the endpoint of the context, like those of all operations. Create another context for https://upload.example.",
    ]);
    await call(client, own, "one");
    expect(own.urls).toEqual(["https://pets.example/one"]);
    expect(client["petsServers"]).toMatchObject({ upload: "https://upload.example" });
  });
});

test("assigns the content types of a 2.0 operation to files and to other bodies", async () => {
  const all = {
    200: { description: "", schema: { type: "file" } },
    default: { description: "", schema: { type: "object", properties: { code: string } } },
  };
  const get = {
    operationId: "picture",
    produces: ["application/json", "image/png"],
    responses: all,
  };
  const document = {
    swagger: "2.0",
    info: { title: "Pets", version: "1" },
    host: "pets.example",
    paths: { "/picture": { get } },
  };
  await withOpenApi(document, async (client, own, losses) => {
    expect(losses).toEqual([]);
    own.reply = () => ({ headers: { "content-type": "image/png" }, body: "png" });
    const picture = (await call(client, own, "picture")) as { bytes(): Promise<Uint8Array> };
    expect(new TextDecoder().decode(await picture.bytes())).toBe("png");
    expect(own.received[0]?.headers["accept"]).toBe("image/png");
    own.reply = () => ({ status: 404, body: { code: "gone" } });
    await expect(call(client, own, "picture")).rejects.toMatchObject({ details: { code: "gone" } });
  });
});

test("requires the endpoint if the server is a variable without a default", async () => {
  const servers = [{ url: "{endpoint}", variables: { endpoint: { default: "" } } }];
  await withOpenApi(service({ one: {} }, { servers }), async (client, own) => {
    const context = client["createPetsContext"]?.("https://other.example", own.options);
    await client["one"]?.(context);
    expect(own.urls).toEqual(["https://other.example/one"]);
  });
});

test("requires the endpoint if no server is reached over http or https", async () => {
  const servers = [{ url: "wss://pets.example/live" }];
  await withOpenApi(service({ one: {} }, { servers }), async (client, own, losses) => {
    expect(losses).toEqual([
      "/servers/0: Clients send requests over http and https. Pass the endpoint to the client.",
    ]);
    const context = client["createPetsContext"]?.("https://other.example", own.options);
    await client["one"]?.(context);
    expect(own.urls).toEqual(["https://other.example/one"]);
  });
});

test("merges the alternatives of a form, and sends unsupported field types as text", async () => {
  const schema = {
    allOf: [
      {
        type: "object",
        properties: { rated: { type: "boolean" }, extra: {}, many: { type: "array", items: {} } },
      },
    ],
    oneOf: [
      { type: "object", required: ["time"], properties: { time: { type: "integer" } } },
      { type: "object", required: ["days"], properties: { days: { type: "integer" } } },
    ],
  };
  const form = "application/x-www-form-urlencoded";
  const document = service({ seek: { requestBody: { required: true, ...body(form, schema) } } });
  await withOpenApi(document, async (client, own, losses) => {
    const at = "/paths/~1seek/post/requestBody/content/application~1x-www-form-urlencoded";
    const text =
      "The value is a string in the client, because a field of a form cannot hold its type.";
    expect(losses).toEqual([
      `${at}: The alternatives of the form are merged into one object with all fields.`,
      `${at}/schema/allOf/0/properties/extra: ${text}`,
      `${at}/schema/allOf/0/properties/many: ${text}`,
    ]);
    await call(client, own, "seek", { rated: true, extra: '{"a":1}', many: ["1", "2"], days: 3 });
    expect(own.received[0]?.body).toBe("rated=true&extra=%7B%22a%22%3A1%7D&many=1&many=2&days=3");
  });
});
