import { expect, test } from "vitest";
import { convert, openApi } from "./convert.ts";

/** Returns the operations of a document whose only operation sends a pet with these content types. */
async function sending(...types: readonly string[]): Promise<string> {
  const schema = { $ref: "#/components/schemas/Pet" };
  const { files } = await convert(
    openApi({
      paths: {
        "/pets": {
          post: {
            requestBody: { content: Object.fromEntries(types.map((type) => [type, { schema }])) },
            responses: { 204: { description: "" } },
          },
        },
      },
      components: {
        schemas: { Pet: { type: "object", properties: { name: { type: "string" } } } },
      },
    }),
  );
  return files.get("operations.tsp") ?? "";
}

test("sends application/json by default if a body can be sent with several JSON types", async () => {
  expect(await sending("application/json-patch+json", "application/json", "text/json")).toContain(
    '@header contentType?: "application/json" | "application/json-patch+json" | "text/json" = "application/json"',
  );
});

test("leaves ranges out of the choice of a JSON type", async () => {
  expect(await sending("application/json", "text/json", "application/*+json")).toContain(
    '@header contentType?: "application/json" | "text/json" = "application/json"',
  );
  expect(await sending("application/json", "application/*+json")).not.toContain("contentType");
  expect(await sending("application/*+json", "application/json")).not.toContain("contentType");
});

test("accepts any fields in a form whose schema lists none", async () => {
  const form = { "application/x-www-form-urlencoded": { schema: { type: "object" } } };
  const { files } = await convert(
    openApi({
      paths: { "/pets": { put: { requestBody: { content: form }, responses: {} } } },
    }),
  );
  expect(files.get("operations.tsp")).toContain("@body body?: Record<string>");
});

const grant = (type: string, field: string) => ({
  type: "object",
  required: ["grant_type", field],
  properties: { grant_type: { type: "string", enum: [type] }, [field]: { type: "string" } },
});

test("accepts the values of all alternatives of a form in each field", async () => {
  const schema = {
    oneOf: [grant("authorization_code", "code"), grant("refresh_token", "token")],
  };
  const content = { "application/x-www-form-urlencoded": { schema } };
  const { files } = await convert(
    openApi({ paths: { "/token": { post: { requestBody: { content }, responses: {} } } } }),
  );
  const models = files.get("models.tsp");
  expect(models).toContain('grant_type: "authorization_code" | "refresh_token";');
  expect(models).toContain("code?: string;");
  expect(models).toContain("token?: string;");
});

test("reads no body of a response to HEAD that other operations share", async () => {
  const responses = { 200: { $ref: "#/components/responses/Pets" } };
  const content = { "application/json": { schema: { type: "array", items: {} } } };
  const headers = { ETag: { schema: { type: "string" } } };
  const { files } = await convert(
    openApi({
      paths: { "/pets": { head: { responses }, get: { responses } } },
      components: { responses: { Pets: { description: "", content, headers } } },
    }),
  );
  const operations = files.get("operations.tsp") ?? "";
  expect(operations).toContain("op getPets(): PetsResponse;");
  expect(operations).toMatch(
    /op headPets\(\): \{\s+@statusCode _: 200;\s+@header\("ETag"\) eTag\?: string;\s+\};/,
  );
});

test("names the body of an error after the operation and the status code", async () => {
  const schema = { type: "object", properties: { code: { type: "string" } } };
  const responses = { 400: { description: "", content: { "application/json": { schema } } } };
  const { files } = await convert(
    openApi({ paths: { "/pets": { get: { operationId: "listPets", responses } } } }),
  );
  expect(files.get("models.tsp")).toContain("model ListPetsResponse400 {");
});
