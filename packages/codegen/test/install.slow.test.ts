import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { emit, writeTree } from "./emit.ts";
import { type Ran, reasonToSkip, runOutside } from "./npm.ts";

const spec = `
import "@typespec/http";
using Http;

@service
@useAuth(ApiKeyAuth<ApiKeyLocation.header, "x-key">)
namespace Contoso.Pets;

model Cat {
  name: string;
  bornOn: utcDateTime;
}

model CatList {
  @pageItems value: Cat[];
  @nextLink nextLink?: url;
}

@route("/cats")
interface Cats {
  @put put(@path name: string, @body cat: Cat): Cat;
  @list list(): CatList;
}
`;

/** A program of a user who has installed the package, and imports it by name. */
const program = `
import { catsList, catsPut, createPetsContext } from "@contoso/pets";

const context = createPetsContext(process.argv[2], { key: "secret" });
const bornOn = new Date("2020-02-29T00:00:00Z");
const cat = await catsPut(context, "tom cat", { name: "Tom", bornOn });
const names = [];
for await (const { name } of catsList(context)) names.push(name);
console.log(JSON.stringify({ isDate: cat.bornOn instanceof Date, year: cat.bornOn.getUTCFullYear(), names }));
`;

let folder: string;
let server: Server;
let requests: { line: string; key: string | undefined; body: string }[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "anywhere-"));
  requests = [];
  server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const line = `${request.method} ${request.url}`;
      requests.push({ line, key: request.headers["x-key"]?.toString(), body });
      const cat = { name: "Tom", bornOn: "2020-02-29T00:00:00Z" };
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(request.method === "PUT" ? cat : { value: [cat] }));
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterEach(async () => {
  server.close().closeAllConnections();
  await rm(folder, { recursive: true });
});

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request) body += String(chunk);
  return body;
}

// The timeout allows for a slow network, because the test installs from the registry.
test(
  "installs, builds and runs an emitted package outside this workspace",
  { timeout: 180_000 },
  async ({ skip }) => {
    const { files, errors } = await emit(spec, {
      "package-name": "@contoso/pets",
      "emit-package-json": true,
    });
    expect(errors).toEqual([]);
    await writeTree(folder, files);

    const retries = ["--fetch-retries=1", "--fetch-retry-mintimeout=1000"];
    const install = (): Promise<Ran> =>
      runOutside(
        folder,
        "npm",
        "install",
        "--prefer-offline",
        "--no-audit",
        "--no-fund",
        ...retries,
      );
    let installed = await install();
    // Retry, because a registry can fail for a moment. A fault of the package fails each time.
    for (let again = 0; installed.code !== 0 && again < 2; again++) installed = await install();
    const reason = reasonToSkip(installed);
    if (reason !== undefined) return skip(reason);
    expect(installed).toEqual({ ...installed, code: 0 });
    const built = await runOutside(folder, "npm", "run", "build");
    expect(built).toEqual({ ...built, code: 0 });

    await writeFile(join(folder, "program.mjs"), program);
    const { port } = server.address() as AddressInfo;
    const ran = await runOutside(folder, "node", "program.mjs", `http://127.0.0.1:${port}`);
    expect(ran).toMatchObject({ code: 0 });
    expect(JSON.parse(ran.stdout)).toEqual({ isDate: true, year: 2020, names: ["Tom"] });
    expect(requests).toEqual([
      {
        line: "PUT /cats/tom%20cat",
        key: "secret",
        body: '{"name":"Tom","bornOn":"2020-02-29T00:00:00.000Z"}',
      },
      { line: "GET /cats", key: "secret", body: "" },
    ]);
  },
);
