import { expect, test } from "vitest";
import { type Client, type Service, withClient } from "./client.ts";

const demo = (servers: string) => `import "@typespec/http";
using Http;
@service(#{ title: "Demo" })
${servers}
namespace Demo;
@route("/widgets") op read(): void;
`;

type Options = Service["options"];

test.each<[string, string, (client: Client, options: Options) => unknown, string]>([
  [
    "a declared URL is the default",
    `@server("https://api.example/v1", "Live")`,
    (client, options) => client.createDemoContext!(options),
    "https://api.example/v1/widgets",
  ],
  [
    "the caller can send requests elsewhere",
    `@server("https://api.example/v1", "Live")`,
    (client, options) => client.createDemoContext!({ ...options, endpoint: "https://b.example/" }),
    "https://b.example/widgets",
  ],
  [
    "a relative URL is put behind the caller's origin",
    `@server("/api/v2")`,
    (client, options) => client.createDemoContext!("https://b.example/", options),
    "https://b.example/api/v2/widgets",
  ],
  [
    "a parameter with a default needs no argument",
    `@server("{host}/v3", "Live", { host: url = "https://api.example" })`,
    (client, options) => client.createDemoContext!(options),
    "https://api.example/v3/widgets",
  ],
  [
    "of several, the first one is the default",
    `@server("https://a.example", "Live") @server("https://b.example", "Test")`,
    (client, options) => client.createDemoContext!(options),
    "https://a.example/widgets",
  ],
  [
    "of several, the others have names",
    `@server("https://a.example", "Live") @server("https://b.example", "Test")`,
    (client, options) =>
      client.createDemoContext!({
        ...options,
        endpoint: (client.demoServers as unknown as Record<string, string>).test,
      }),
    "https://b.example/widgets",
  ],
  [
    "a parameter whose name no variable can have gets another one",
    `@server("https://{upload-server}.{default}", "Live", { \`upload-server\`: string, default?: string = "example" })`,
    (client, options) => client.createDemoContext!("up", { ...options, defaultParam: "test" }),
    "https://up.test/widgets",
  ],
  [
    "each of several templates can be chosen",
    `@server("https://{region}.example", "Production", { region: string })
     @server("https://{host}/dev", "Development", { host?: string = "dev.example" })`,
    (client, options) =>
      client.createDemoContext!(
        (client.demoServers as unknown as Client).production!({ region: "eu" }),
        options,
      ),
    "https://eu.example/widgets",
  ],
  [
    "parameters of a chosen template keep their defaults",
    `@server("https://{region}.example", "Production", { region: string })
     @server("https://{host}/dev", "Development", { host?: string = "dev.example" })`,
    (client, options) =>
      client.createDemoContext!((client.demoServers as unknown as Client).development!(), options),
    "https://dev.example/dev/widgets",
  ],
  [
    "a template can be replaced as a whole",
    `@server("https://{region}.example/v1", "Live", { region: string })`,
    (client, options) =>
      client.createDemoContext!("eu", { ...options, endpoint: "http://localhost:8080" }),
    "http://localhost:8080/widgets",
  ],
])("%s", async (_, servers, open, url) => {
  await withClient(demo(servers), async (client, service) => {
    await client.read!(open(client, service.options));
    expect(service.urls).toEqual([url]);
  });
});
