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
    "uses the declared URL by default",
    `@server("https://api.example/v1", "Live")`,
    (client, options) => client.createDemoContext!(options),
    "https://api.example/v1/widgets",
  ],
  [
    "uses the caller's endpoint instead of the declared URL",
    `@server("https://api.example/v1", "Live")`,
    (client, options) => client.createDemoContext!({ ...options, endpoint: "https://b.example/" }),
    "https://b.example/widgets",
  ],
  [
    "appends a relative URL to the caller's origin",
    `@server("/api/v2")`,
    (client, options) => client.createDemoContext!("https://b.example/", options),
    "https://b.example/api/v2/widgets",
  ],
  [
    "uses the default of a URL parameter",
    `@server("{host}/v3", "Live", { host: url = "https://api.example" })`,
    (client, options) => client.createDemoContext!(options),
    "https://api.example/v3/widgets",
  ],
  [
    "uses the first of several servers by default",
    `@server("https://a.example", "Live") @server("https://b.example", "Test")`,
    (client, options) => client.createDemoContext!(options),
    "https://a.example/widgets",
  ],
  [
    "exports the other servers by name",
    `@server("https://a.example", "Live") @server("https://b.example", "Test")`,
    (client, options) =>
      client.createDemoContext!({
        ...options,
        endpoint: (client.demoServers as unknown as Record<string, string>).test,
      }),
    "https://b.example/widgets",
  ],
  [
    "renames a URL parameter whose name is not an identifier",
    `@server("https://{upload-server}.{default}", "Live", { \`upload-server\`: string, default?: string = "example" })`,
    (client, options) => client.createDemoContext!("up", { ...options, defaultParam: "test" }),
    "https://up.test/widgets",
  ],
  [
    "creates a URL from the chosen template",
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
    "uses the defaults of the chosen template",
    `@server("https://{region}.example", "Production", { region: string })
     @server("https://{host}/dev", "Development", { host?: string = "dev.example" })`,
    (client, options) =>
      client.createDemoContext!((client.demoServers as unknown as Client).development!(), options),
    "https://dev.example/dev/widgets",
  ],
  [
    "uses the caller's endpoint instead of a template",
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
