/** Documents for tests that use every keyword that the converter reads. */

const problem = { description: "Failed.", schema: { $ref: "#/definitions/Problem" } };

/** OpenAPI 2.0 with Azure's extensions. */
export const document20 = {
  swagger: "2.0",
  info: {
    title: "Shop",
    version: "1",
    description: "A shop.",
    termsOfService: "https://shop.example/terms",
    contact: { name: "Ada", email: "ada@shop.example" },
    license: { name: "MIT", url: "https://shop.example/license" },
  },
  externalDocs: { url: "https://shop.example/docs", description: "More." },
  tags: [{ name: "orders", description: "All about orders." }],
  "x-ms-parameterized-host": {
    hostTemplate: "{endpoint}",
    useSchemePrefix: false,
    positionInOperation: "first",
    parameters: [
      {
        name: "endpoint",
        in: "path",
        required: true,
        type: "string",
        description: "Where it is.",
        "x-ms-skip-url-encoding": true,
        "x-ms-parameter-location": "client",
      },
    ],
  },
  securityDefinitions: {
    key: { type: "apiKey", in: "header", name: "api-key", description: "A key." },
    user: {
      type: "oauth2",
      flow: "application",
      tokenUrl: "https://shop.example/token",
      scopes: { read: "Reading." },
    },
  },
  security: [{ key: [] }],
  parameters: {
    Shared: {
      name: "tenant",
      in: "header",
      type: "string",
      description: "Whose.",
      "x-ms-client-name": "customer",
      "x-ms-parameter-location": "method",
    },
  },
  paths: {
    "/orders/{id}": {
      parameters: [{ $ref: "#/parameters/Shared" }],
      get: {
        operationId: "Orders_List",
        summary: "Lists.",
        description: "Lists orders.",
        deprecated: true,
        tags: ["orders"],
        externalDocs: { url: "https://shop.example/orders", description: "More." },
        security: [{ user: ["read"] }],
        produces: ["application/json"],
        parameters: [
          {
            name: "id",
            in: "path",
            required: true,
            type: "string",
            "x-ms-skip-url-encoding": true,
          },
          {
            name: "colors",
            in: "query",
            type: "array",
            collectionFormat: "multi",
            items: { type: "string", maxLength: 5 },
            minItems: 1,
            maxItems: 3,
          },
          { name: "limit", in: "query", type: "integer", format: "int32", default: 20, maximum: 9 },
        ],
        responses: {
          "200": {
            description: "A page.",
            schema: { $ref: "#/definitions/Page" },
            headers: { etag: { type: "string", description: "Its tag." } },
          },
          "206": {
            description: "Not all.",
            schema: { $ref: "#/definitions/Problem" },
            "x-ms-error-response": true,
          },
          default: problem,
        },
        "x-ms-pageable": { itemName: "items", nextLinkName: "next" },
      },
      put: {
        operationId: "Orders_Replace",
        consumes: ["application/json"],
        parameters: [
          { name: "id", in: "path", required: true, type: "string" },
          {
            name: "order",
            in: "body",
            required: true,
            description: "It.",
            schema: { $ref: "#/definitions/Order" },
          },
        ],
        responses: { "200": { description: "Done.", schema: { $ref: "#/definitions/Order" } } },
        "x-ms-long-running-operation": true,
        "x-ms-long-running-operation-options": { "final-state-via": "location" },
      },
      post: {
        operationId: "Orders_Upload",
        consumes: ["multipart/form-data"],
        parameters: [
          { name: "id", in: "path", required: true, type: "string" },
          { name: "file", in: "formData", type: "file", required: true, description: "A file." },
        ],
        responses: { "204": { description: "Done." } },
      },
    },
  },
  definitions: {
    Page: {
      type: "object",
      description: "A page.",
      required: ["items"],
      properties: {
        items: { type: "array", items: { $ref: "#/definitions/Order" } },
        next: { type: "string", readOnly: true },
      },
    },
    Order: {
      type: "object",
      title: "One order",
      description: "An order.",
      externalDocs: { url: "https://shop.example/order" },
      discriminator: "kind",
      required: ["kind"],
      properties: {
        kind: { type: "string", description: "Its kind." },
        count: { type: "number", minimum: 1, multipleOf: 2, "x-nullable": true },
        name: {
          type: "string",
          title: "The name",
          minLength: 1,
          maxLength: 9,
          pattern: "a",
          "x-ms-client-name": "orderName",
        },
        on: { type: "string", format: "date-time" },
        color: { $ref: "#/definitions/Color" },
        tags: { type: "object", additionalProperties: { type: "string" } },
        more: { type: "array", uniqueItems: true, items: { type: "string" } },
      },
    },
    SmallOrder: {
      type: "object",
      description: "A small order.",
      allOf: [{ $ref: "#/definitions/Order" }],
      required: ["name"],
      properties: { size: { type: "integer", format: "int64", default: 3 } },
      "x-ms-discriminator-value": "small",
    },
    Other: { type: "object", properties: { x: { type: "boolean" } }, additionalProperties: {} },
    Problem: { type: "object", properties: { code: { type: "string" } } },
    Color: {
      type: "string",
      description: "Colors.",
      enum: ["red", "blue"],
      "x-ms-enum": {
        name: "Colour",
        modelAsString: true,
        values: [
          { name: "Red", value: "red", description: "As blood." },
          { name: "Blue", value: "blue", description: "As the sky." },
        ],
      },
    },
  },
};

export const document31 = {
  openapi: "3.1.0",
  info: { title: "Shop", version: "1", description: "A shop." },
  servers: [
    {
      url: "https://{region}.shop.example",
      description: "The shop.",
      variables: { region: { default: "eu", enum: ["eu", "us"], description: "Where." } },
    },
  ],
  security: [{ token: [] }],
  paths: {
    "/orders": {
      servers: [{ url: "https://orders.example" }],
      get: {
        operationId: "Orders_List",
        parameters: [
          {
            name: "colors",
            in: "query",
            style: "pipeDelimited",
            explode: false,
            deprecated: true,
            description: "Which.",
            schema: { type: "array", items: { type: "string" } },
          },
          {
            name: "filter",
            in: "query",
            explode: true,
            schema: { $ref: "#/components/schemas/Other" },
          },
        ],
        responses: {
          "200": {
            description: "It.",
            headers: {
              etag: { required: true, deprecated: true, schema: { type: "string" } },
            },
            content: {
              "application/json": { schema: { $ref: "#/components/schemas/Order" } },
              "application/xml": { schema: { $ref: "#/components/schemas/Other" } },
            },
          },
          "4XX": { description: "Failed." },
        },
      },
      post: {
        operationId: "Orders_Upload",
        requestBody: {
          required: true,
          description: "It.",
          content: {
            "multipart/form-data": {
              schema: {
                type: "object",
                properties: { file: { type: "string", contentEncoding: "binary" } },
              },
              encoding: { file: { contentType: "image/png" } },
            },
          },
        },
        responses: { "204": { description: "Done." } },
      },
    },
  },
  components: {
    securitySchemes: {
      token: { type: "http", scheme: "bearer", bearerFormat: "JWT" },
      oidc: { type: "openIdConnect", openIdConnectUrl: "https://shop.example/oidc" },
    },
    schemas: {
      Order: {
        oneOf: [{ $ref: "#/components/schemas/Small" }, { $ref: "#/components/schemas/Large" }],
        description: "An order.",
        discriminator: {
          propertyName: "kind",
          mapping: { small: "#/components/schemas/Small", large: "#/components/schemas/Large" },
        },
      },
      Small: {
        type: "object",
        deprecated: true,
        xml: { name: "small", prefix: "s", namespace: "https://shop.example/ns" },
        required: ["kind"],
        properties: {
          kind: { const: "small" },
          secret: { type: "string", writeOnly: true, deprecated: true },
          size: { type: ["integer", "null"], exclusiveMinimum: 0, exclusiveMaximum: 9 },
          names: {
            type: "array",
            items: { type: "string", xml: { name: "name" } },
            xml: { wrapped: true },
          },
          id: { type: "string", xml: { attribute: true } },
          either: { anyOf: [{ type: "string" }, { type: "integer" }] },
        },
      },
      Large: {
        type: "object",
        required: ["kind"],
        properties: { kind: { const: "large" } },
        anyOf: [{ $ref: "#/components/schemas/Other" }, { $ref: "#/components/schemas/Color" }],
      },
      Other: { type: "object", properties: { x: { type: "boolean", default: false } } },
      Color: { anyOf: [{ type: "string" }, { type: "string", enum: ["red", "blue"] }] },
    },
  },
};
