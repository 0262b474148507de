import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runCommand } from "../../src/cli/run.ts";
import { schemas } from "./convert.ts";

const todo = "Check the URL, or download the document and pass its path.";

const object = (property: object) => ({ type: "object", properties: { property } });

const old = { swagger: "2.0", info: { title: "Pets", version: "1" }, paths: {} };

/** The documents of the server by path. */
const documents: Readonly<Record<string, unknown>> = {
  "/v1/pets.json": schemas({ Pet: object({ $ref: "../owner.json#/Owner" }) }),
  "/owner.json": { Owner: object({ $ref: "v1/pets.json#/components/schemas/Pet" }) },
  "/broken.json": schemas({ Pet: { $ref: "missing.json" } }),
  "/old/api.json": { ...old, basePath: "/v2/" },
  "/old/other.json": { ...old, host: "pets.example" },
  "/new/api.json": { ...schemas({}), servers: [{ url: "/api/v3" }, { url: "../{stage}/v4" }] },
  "/new/root.json": schemas({}),
  "/foreign.json": schemas({ Pet: { $ref: "https://pets.example/pet.json" } }),
};

let server: Server;
let origin: string;
let folder: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    const [path = ""] = (request.url ?? "").split("?");
    const document = documents[path];
    if (path === "/cut.json") {
      response.writeHead(200, { "content-length": 100 }).write("{", () => response.destroy());
      return;
    }
    const text = JSON.stringify(document);
    const isWide = request.url?.endsWith("?utf-16") === true;
    response
      .writeHead(document === undefined ? 404 : 200)
      .end(isWide ? Buffer.from(`\uFEFF${text}`, "utf16le") : text);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  folder = await mkdtemp(join(tmpdir(), "remote-"));
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

async function run(url: string) {
  const said: string[] = [];
  const surroundings = { print: () => {}, say: (text: string) => void said.push(text) };
  const code = await runCommand([url, "--tsp", join(folder, "tsp")], surroundings);
  return { code, said };
}

test("reads a document from a URL, with references to files on the same server", async () => {
  for (const suffix of ["", "#/paths", "?version=2", "?utf-16"]) {
    const url = `${origin}/v1/pets.json`;
    expect(await run(url + suffix)).toEqual({ code: 0, said: [`Reading ${url}`] });
    const models = await readFile(join(folder, "tsp/models.tsp"), "utf8");
    expect(models.match(/^model \w+/gm)).toEqual(["model Owner", "model Pet"]);
  }
});

test.each([
  ["missing.json", "missing.json: The server responds with 404."],
  ["missing.json?token=secret", "missing.json: The server responds with 404."],
  ["broken.json", "missing.json: The server responds with 404."],
  ["cut.json", "cut.json: The document cannot be downloaded: "],
])("names a URL that cannot be downloaded, and says what to do: %s", async (path, message) => {
  const { code, said } = await run(`${origin}/${path}`);
  expect(code).toBe(2);
  expect(said.at(-1)).toContain(`${origin}/${message}`);
  expect(said.at(-1)).toContain(todo);
  expect(said.join("\n")).not.toContain("secret");
});

test("names a server that cannot be reached", async () => {
  const free = createServer().listen(0, "127.0.0.1");
  await once(free, "listening");
  const { port } = free.address() as AddressInfo;
  await new Promise((resolve) => free.close(resolve));
  const { code, said } = await run(`http://127.0.0.1:${port}/pets.json`);
  expect(code).toBe(2);
  expect(said.at(-1)).toContain("cannot be downloaded: connect ECONNREFUSED");
});

test("refuses URLs that are invalid or contain a password, without repeating it", async () => {
  expect(await run("http://")).toEqual({
    code: 2,
    said: ["Reading http://", `http://: The URL is invalid. ${todo}`],
  });
  const { code, said } = await run(origin.replace("//", "//ada:secret@"));
  expect({ code, said }).toEqual({
    code: 2,
    said: [
      `Reading ${origin}`,
      `${origin}: A URL with a user name or password is not supported. ${todo}`,
    ],
  });
});

test.each([
  ["old/api.json", ["/v2"]],
  ["old/other.json", ["http://pets.example"]],
  ["new/api.json?version=2", ["/api/v3", "/{stage}/v4"]],
  ["new/root.json", [""]],
])("resolves the servers of a document against its URL: %s", async (path, servers) => {
  expect((await run(`${origin}/${path}`)).code).toBe(0);
  const main = await readFile(join(folder, "tsp/main.tsp"), "utf8");
  expect([...main.matchAll(/@server\(\s*"([^"]*)"/g)].map(([, url]) => url)).toEqual(
    servers.map((url) => (url.startsWith("http") ? url : origin + url)),
  );
});

test("reads a document from a file URL, with references to files by their URLs", async () => {
  const ownerUrl = pathToFileURL(join(folder, "own er.json")).href;
  await writeFile(join(folder, "own er.json"), JSON.stringify({ Owner: object({}) }));
  await writeFile(
    join(folder, "pets.json"),
    JSON.stringify(schemas({ Pet: object({ $ref: `${ownerUrl}#/Owner` }) })),
  );
  const url = pathToFileURL(join(folder, "pets.json")).href;
  expect(await run(url)).toEqual({ code: 0, said: [`Reading ${join(folder, "pets.json")}`] });
  const models = await readFile(join(folder, "tsp/models.tsp"), "utf8");
  expect(models.match(/^model \w+/gm)).toEqual(["model Owner", "model Pet"]);
});

test.each(["ftp://ada:secret@pets.example/api.json?secret", "file://pets.example/api.json"])(
  "refuses a URL of another scheme or machine, and says which are supported: %s",
  async (url) => {
    const { code, said } = await run(url);
    expect(code).toBe(2);
    expect(said).toEqual([
      `${url.replace("ada:secret@", "").replace("?secret", "")}: The document cannot be read from this URL. http, https and local file URLs are supported. Download the document and pass its path.`,
    ]);
  },
);

test.each(["utf16le", "utf16be", "utf8"] as const)(
  "reads a document in %s that starts with a byte order mark",
  async (encoding) => {
    const text = `\uFEFF${JSON.stringify(schemas({ Käfer: object({}) }))}`;
    const path = join(folder, "marked.json");
    const bytes = Buffer.from(text, encoding === "utf8" ? "utf8" : "utf16le");
    await writeFile(path, encoding === "utf16be" ? bytes.swap16() : bytes);
    expect((await run(path)).code).toBe(0);
    expect(await readFile(join(folder, "tsp/models.tsp"), "utf8")).toContain("model Käfer");
  },
);

test("does not download from another server than the document's", async () => {
  const { code, said } = await run(`${origin}/foreign.json`);
  expect(code).toBe(2);
  expect(said.at(-1)).toContain("/components/schemas/Pet/$ref: ");
  expect(said.at(-1)).toContain("is on another machine");
});
