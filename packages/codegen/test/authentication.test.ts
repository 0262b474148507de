import { expect, test } from "vitest";
import { type Service, withClient } from "./client.ts";

const demo = (auth: string, operations: string) => `import "@typespec/http";
using Http;
@service(#{ title: "Demo" })
${auth}
namespace Demo;
${operations}
`;

const token = {
  getToken: async () => ({ token: "t", expiresOnTimestamp: Number.MAX_SAFE_INTEGER }),
};

/** Returns the credentials of the last request. */
const proof = (service: Service) => {
  const { url, headers } = service.received.at(-1)!;
  const { authorization, cookie } = headers;
  return {
    ...(new URL(url).search && { query: new URL(url).search }),
    ...(authorization && { authorization }),
    ...(cookie && { cookie }),
    ...(headers["x-key"] && { key: headers["x-key"] }),
  };
};

const oauth = `OAuth2Auth<[{ type: OAuth2FlowType.implicit; authorizationUrl: "https://login.example"; scopes: ["read"] }]>`;

test("sends a credential only for operations that require one, if the service requires none", async () => {
  const spec = demo(
    "",
    `@route("/a") @useAuth(BearerAuth) op locked(): void;\n@route("/b") op open(): void;`,
  );
  await withClient(spec, async (client, service) => {
    const context = client.createDemoContext!("https://demo.example", token, service.options);
    await client.locked!(context);
    expect(proof(service)).toEqual({ authorization: "Bearer t" });
    await client.open!(context);
    expect(proof(service)).toEqual({});
    await client.open!(
      client.createDemoContext!("https://demo.example", undefined, service.options),
    );
    expect(proof(service)).toEqual({});
  });
});

test("sends no credential for operations with NoAuth", async () => {
  const spec = demo(
    `@useAuth(ApiKeyAuth<ApiKeyLocation.header, "x-key">)`,
    `@route("/a") op locked(): void;
     @route("/b") @useAuth(NoAuth) op open(): void;
     @route("/c") @useAuth(NoAuth) interface Group { @get read(): void; }`,
  );
  await withClient(spec, async (client, service) => {
    const context = client.createDemoContext!(
      "https://demo.example",
      { key: "k" },
      service.options,
    );
    await client.locked!(context);
    expect(proof(service)).toEqual({ key: "k" });
    await client.open!(context);
    expect(proof(service)).toEqual({});
    await client.groupRead!(context);
    expect(proof(service)).toEqual({});
  });
});

test("sends all credentials that are required together", async () => {
  const spec = demo(
    `@useAuth([ApiKeyAuth<ApiKeyLocation.header, "x-key">, BearerAuth])`,
    `op read(): void;`,
  );
  await withClient(spec, async (client, service) => {
    const credential = { xKey: { key: "k" }, token };
    await client.read!(
      client.createDemoContext!("https://demo.example", credential, service.options),
    );
    expect(proof(service)).toEqual({ key: "k", authorization: "Bearer t" });
  });
});

test("sends the key that was given, of two possible ones", async () => {
  const spec = demo(
    `@useAuth(ApiKeyAuth<ApiKeyLocation.header, "x-key"> | ApiKeyAuth<ApiKeyLocation.query, "code">)`,
    `op read(): void;`,
  );
  await withClient(spec, async (client, service) => {
    const read = (credential: object) =>
      client.read!(client.createDemoContext!("https://demo.example", credential, service.options));
    await read({ xKey: { key: "k" } });
    expect(proof(service)).toEqual({ key: "k" });
    await read({ code: { key: "k" } });
    expect(proof(service)).toEqual({ query: "?code=k" });
    await read({ code: { key: "k" }, xKey: { key: "first" } });
    expect(proof(service)).toEqual({ key: "first" });
  });
});

test("sends an API key in a cookie", async () => {
  const spec = demo(`@useAuth(ApiKeyAuth<ApiKeyLocation.cookie, "sid">)`, `op read(): void;`);
  await withClient(spec, async (client, service) => {
    await client.read!(
      client.createDemoContext!("https://demo.example", { key: "k" }, service.options),
    );
    expect(proof(service)).toEqual({ cookie: "sid=k" });
  });
});

test.each([
  ["HTTP bearer with a token", "BearerAuth", token, "Bearer t"],
  ["HTTP bearer with a fixed key", "BearerAuth", { key: "k" }, "Bearer k"],
  ["OAuth2", oauth, token, "Bearer t"],
  ["OpenID Connect", `OpenIdConnectAuth<"https://login.example">`, token, "Bearer t"],
  ["HTTP basic", "BasicAuth", { name: "n", key: "k" }, "Basic bjpr"],
])("authenticates with %s", async (_, auth, credential, authorization) => {
  const spec = demo(`@useAuth(${auth})`, `op read(): void;`);
  await withClient(spec, async (client, service) => {
    await client.read!(
      client.createDemoContext!("https://demo.example", credential, service.options),
    );
    expect(proof(service)).toEqual({ authorization });
  });
});

test("sends a key in a cookie together with the cookies of the operation", async () => {
  const spec = demo(
    `@useAuth(ApiKeyAuth<ApiKeyLocation.cookie, "session">)`,
    `op read(@cookie lang: string): void;`,
  );
  await withClient(spec, async (client, service) => {
    const context = client.createDemoContext!(
      "https://demo.example",
      { key: "k&1" },
      service.options,
    );
    await client.read!(context, "de");
    expect(proof(service)).toEqual({ cookie: "lang=de; session=k%261" });
  });
});
