/** A document with an operation for each type of parameter, body and response. */

type Json = Readonly<Record<string, unknown>>;

const string = { type: "string" };
const integer = { type: "integer", format: "int32" };
const file = { type: "string", format: "binary" };
const bytes = { type: "string", format: "byte" };
const time = { type: "string", format: "date-time" };
const listOf = (items: unknown): Json => ({ type: "array", items });
const object = (properties: Json, more: Json = {}): Json => ({
  type: "object",
  properties,
  ...more,
});
const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });

const content = (mediaType: string, schema: unknown, more: Json = {}): Json => ({
  content: { [mediaType]: { schema, ...more } },
});
const json = (schema: unknown): Json => content("application/json", schema);
const takes = (body: Json): Json => ({ requestBody: { required: true, ...body } });
const returns = (body: Json, more: Json = {}): Json => ({
  responses: { 200: { description: "", ...body }, ...more },
});

const parameter = (place: string, name: string, schema: unknown, more: Json = {}): Json => ({
  name,
  in: place,
  ...(place === "path" ? { required: true } : {}),
  schema,
  ...more,
});
const query = (name: string, schema: unknown, more: Json = {}): Json =>
  parameter("query", name, schema, more);

const text = "text/plain";
const form = "application/x-www-form-urlencoded";

const schemas = {
  Pet: object(
    {
      id: { ...integer, readOnly: true },
      name: string,
      "born-on": time,
      photo: bytes,
      secret: { ...string, writeOnly: true },
      nickname: { ...string, nullable: true },
      visits: { type: "object", additionalProperties: time },
    },
    { required: ["name", "id"] },
  ),
  Cat: object({ kind: { ...string, enum: ["cat"] }, data: bytes }, { required: ["kind"] }),
  Dog: object({ kind: { ...string, enum: ["dog"] }, data: string }, { required: ["kind"] }),
  Place: {
    ...object({
      city: string,
      code: { ...string, xml: { attribute: true } },
      tags: listOf(string),
    }),
    xml: { name: "place" },
  },
  Failure: object({ code: string }),
};

const options = object({ color: string, size: integer });

/** The operations by id, each with its path. */
const operations: Readonly<Record<string, readonly [path: string, operation: Json]>> = {
  pathStyles: [
    "/styles/{plain}/{list}/{label}/{matrix}",
    {
      parameters: [
        parameter("path", "plain", string),
        parameter("path", "list", listOf(string)),
        parameter("path", "label", listOf(integer), { style: "label" }),
        parameter("path", "matrix", listOf(integer), { style: "matrix", explode: true }),
      ],
    },
  ],
  queryStyles: [
    "/query",
    {
      parameters: [
        query("each", listOf(string)),
        query("commas", listOf(string), { explode: false }),
        query("pipes", listOf(string), { style: "pipeDelimited", explode: false }),
        query("spaces", listOf(integer), { style: "spaceDelimited", explode: false }),
        query("deep", options, { style: "deepObject" }),
        query("since", time),
        query("api-version", { ...string, enum: ["7.1"] }, { required: true }),
      ],
    },
  ],
  headers: [
    "/headers",
    {
      parameters: [
        parameter("header", "X-List", listOf(integer)),
        parameter("header", "X-Since", time),
        parameter("header", "Accept-Encoding", string),
        parameter("cookie", "session", string),
      ],
      responses: {
        204: { description: "", headers: { "X-Count": { schema: integer } } },
      },
    },
  ],
  savePet: ["/pets", { ...takes(json(ref("Pet"))), ...returns(json(ref("Pet"))) }],
  patchPet: ["/patch", { requestBody: json(object({ name: string })) }],
  choose: [
    "/choose",
    {
      ...takes(json({ oneOf: [ref("Cat"), ref("Dog")] })),
      ...returns(json({ oneOf: [ref("Cat"), ref("Dog")] })),
    },
  ],
  chooseList: [
    "/choose-list",
    takes(json({ oneOf: [listOf(bytes), { type: "object", additionalProperties: bytes }] })),
  ],
  list: ["/list", { ...takes(json(listOf(time))), ...returns(json(listOf(time))) }],
  sendForm: [
    "/form",
    takes(
      content(
        form,
        object({ name: string, each: listOf(integer), commas: listOf(string), details: options }),
        { encoding: { commas: { style: "form", explode: false } } },
      ),
    ),
  ],
  addPhoto: [
    "/upload",
    takes(
      content(
        "multipart/form-data",
        object({ title: string, when: time, details: options, file }),
        {
          encoding: { file: { contentType: "image/png" } },
        },
      ),
    ),
  ],
  saveXml: [
    "/xml",
    {
      ...takes(content("application/xml", ref("Place"))),
      ...returns(content("application/xml", ref("Place"))),
    },
  ],
  removeXml: [
    "/xml/remove",
    {
      responses: {
        204: { description: "" },
        default: { description: "", ...content("application/xml", ref("Failure")) },
      },
    },
  ],
  say: ["/text", { ...takes(content(text, string)), ...returns(content(text, string)) }],
  getAnyText: ["/any-text", returns(content("*/*", string))],
  getScript: ["/script", returns(content(text, file))],
  getScore: [
    "/score",
    returns({ content: { "application/json": { schema: file }, "image/png": { schema: file } } }),
  ],
  getSomeText: ["/some-text", returns(content("text/*", string))],
  putImage: [
    "/image",
    { ...takes(content("image/*", file)), ...returns(content("image/*", file)) },
  ],
  listPets: [
    "/pages",
    {
      "x-ms-pageable": { itemName: "pets", nextLinkName: "next" },
      ...returns(json(object({ pets: listOf(ref("Pet")), next: string }))),
    },
  ],
  keyed: ["/keyed", { security: [{ headerKey: [] }] }],
  asked: ["/asked", { security: [{ queryKey: [] }] }],
  baked: ["/baked", { security: [{ cookieKey: [] }] }],
  signedIn: ["/named", { security: [{ basic: [] }] }],
  borne: ["/borne", { security: [{ bearer: [] }] }],
  failing: [
    "/failing",
    {
      responses: {
        204: { description: "" },
        404: { description: "", ...json(ref("Failure")) },
        default: { description: "", ...json(object({ reason: string })) },
      },
    },
  ],
};

const none = { responses: { 204: { description: "" } } };

export const document = {
  openapi: "3.0.3",
  info: { title: "Sorts", version: "2024-01-01" },
  servers: [
    {
      url: "https://{region}.example/{stage}",
      variables: { region: { default: "eu", enum: ["eu", "us"] }, stage: { default: "v1" } },
    },
  ],
  paths: {
    ...Object.fromEntries(
      Object.entries(operations).map(([operationId, [path, operation]]) => [
        path,
        { post: { operationId, ...none, ...operation } },
      ]),
    ),
    // Some authors keep operations in separate files.
    "/elsewhere": { post: { $ref: "operations.json#/elsewhere" } },
  },
  components: {
    schemas,
    securitySchemes: {
      headerKey: { type: "apiKey", in: "header", name: "X-Key" },
      queryKey: { type: "apiKey", in: "query", name: "key" },
      cookieKey: { type: "apiKey", in: "cookie", name: "sid" },
      basic: { type: "http", scheme: "basic" },
      bearer: { type: "http", scheme: "bearer" },
    },
  },
};

/** The file that the document references. */
export const elsewhere = {
  elsewhere: { operationId: "elsewhere", parameters: [query("page", integer)], ...none },
};

/** A document of version 2.0 with the parameters, bodies and responses that differ there. */
export const oldDocument = {
  swagger: "2.0",
  info: { title: "Old", version: "1" },
  host: "old.example",
  basePath: "/v2",
  schemes: ["https"],
  paths: {
    "/lists": {
      get: {
        operationId: "lists",
        parameters: ["csv", "ssv", "pipes", "multi"].map((collectionFormat) => ({
          name: collectionFormat,
          in: "query",
          type: "array",
          items: string,
          collectionFormat,
        })),
        ...none,
      },
    },
    "/form": {
      post: {
        operationId: "sendForm",
        consumes: [form],
        parameters: [
          { name: "tags", in: "formData", ...listOf(string) },
          { name: "ids", in: "formData", ...listOf(integer), collectionFormat: "multi" },
        ],
        ...none,
      },
    },
    "/file": {
      post: {
        operationId: "sendFile",
        consumes: ["multipart/form-data"],
        produces: ["application/octet-stream"],
        parameters: [
          { name: "file", in: "formData", type: "file", required: true },
          { name: "note", in: "formData", type: "string" },
        ],
        responses: { 200: { description: "", schema: { type: "file" } } },
      },
    },
  },
};
