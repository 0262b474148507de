import { expect, test } from "vitest";
import { withClient } from "../client.ts";
import { all, inVersion, service } from "./in-version.ts";

test("takes the version from the options if requests do not send it", async () => {
  const spec = service(`
    model Pet { @renamedFrom(V.v2, "title") name: string }
    @put op put(@body pet: Pet): void;
  `);
  await withClient(
    spec,
    async (client, server) => {
      const old = await inVersion(client, server, "1", undefined, (c) =>
        client.put!(c, { name: "n" }),
      );
      expect([old.url, old.body]).toEqual(["/", { title: "n" }]);
    },
    all,
  );
});

test("takes the version from a URL parameter with another name", async () => {
  const spec = `
import "@typespec/http";
import "@typespec/versioning";
using Http;
using Versioning;
@service(#{ title: "Pets" }) @versioned(V)
@server("https://pets.example/{release}", "Live", { @path release: V = V.v2 })
namespace Pets;
enum V { v1: "1", v2: "2" }
model Pet { @renamedFrom(V.v2, "title") name: string }
@put op put(@body pet: Pet): void;`;
  await withClient(
    spec,
    async (client, server) => {
      for (const [release, wire] of Object.entries({ 1: "title", 2: "name" })) {
        await client.put!(client.createPetsContext!({ ...server.options, release }), { name: "n" });
        const { url, body } = server.received.at(-1)!;
        expect([url, body]).toEqual([
          `https://pets.example/${release}/`,
          JSON.stringify({ [wire]: "n" }),
        ]);
      }
    },
    all,
  );
});
