import { mkdtemp, readdir, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runCommand } from "../../src/cli/run.ts";
import { schemas, string } from "./convert.ts";

const object = (property: object) => ({ type: "object", properties: { property } });

/** The documents of the server by path. */
const documents: Readonly<Record<string, unknown>> = {
  "/v1/pets.json": schemas({ Pet: object({ $ref: "../owner.json#/Owner" }) }),
  "/owner.json": { Owner: object(string) },
  "/broken.json": schemas({ Pet: { $ref: "missing.json" } }),
  "/foreign.json": schemas({ Pet: { $ref: "https://pets.example/pet.json" } }),
};

let server: Server;
let origin: string;
let folder: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    const document = documents[request.url ?? ""];
    response.writeHead(document === undefined ? 404 : 200).end(JSON.stringify(document));
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
  return { code, said: said.slice(1) };
}

test("reads a document from a URL, with references to files on the same server", async () => {
  expect(await run(`${origin}/v1/pets.json`)).toEqual({ code: 0, said: [] });
  expect(await readdir(join(folder, "tsp"))).toContain("models.tsp");
});

test("names a URL that cannot be downloaded, and says what to do", async () => {
  const todo = "Check the URL, or download the document and pass its path.";
  for (const path of ["missing.json", "broken.json"]) {
    expect(await run(`${origin}/${path}`)).toEqual({
      code: 2,
      said: [`${origin}/missing.json: The server responds with 404. ${todo}`],
    });
  }
  const { code, said } = await run("http://127.0.0.1:9/pets.json");
  expect({ code, said }).toEqual({
    code: 2,
    said: [expect.stringMatching(/^http:\/\/127\.0\.0\.1:9\/pets\.json: The document cannot be/)],
  });
});

test("does not download from another server than the document's", async () => {
  const { code, said } = await run(`${origin}/foreign.json`);
  expect(code).toBe(2);
  expect(said[0]).toContain("/components/schemas/Pet/$ref: ");
  expect(said[0]).toContain("is on another machine");
});
