import { expect, test } from "vitest";
import { withClient } from "../client.ts";
import { all, inVersion, service } from "./in-version.ts";

/** Replies with two pages of a list, under the property names of a version. */
const pages = (items: string, link: string) => (_: unknown, index: number) => ({
  body:
    index % 2 === 0
      ? { [items]: [{ name: "a" }], [link]: "https://pets.example/next" }
      : { [items]: [{ name: "b" }] },
});

test("sends parameters with the name, type and place of each version", async () => {
  const spec = service(`
    model Pet { name: string }
    model Old { title: string }
    @post op find(
      ...Api,
      @query @renamedFrom(V.v2, "txt") text: string,
      @header @renamedFrom(V.v2, "changedAfter") @typeChangedFrom(V.v2, utcDateTime) since?: int32,
      @query @typeChangedFrom(V.v3, string) ids: int32[],
      @body @typeChangedFrom(V.v2, Old) pet: Pet
    ): void;
  `);
  await withClient(
    spec,
    async (client, server) => {
      const then = new Date("2024-05-06T07:08:09Z");
      const old = await inVersion(client, server, "1", undefined, (c) =>
        client.find!(c, "a", "1", { title: "t" }, { since: then }),
      );
      expect([old.url, old.body]).toEqual(["/?api-version=1&txt=a&ids=1", { title: "t" }]);
      expect(server.received.at(-1)!.headers["changed-after"]).toBe(then.toUTCString());
      const last = await inVersion(client, server, "3", undefined, (c) =>
        client.find!(c, "a", [1, 2], { name: "n" }, { since: 5 }),
      );
      expect([last.url, last.body]).toEqual(["/?api-version=3&text=a&ids=1,2", { name: "n" }]);
      expect(server.received.at(-1)!.headers.since).toBe("5");
    },
    all,
  );
});

test("reads responses by the type of each version", async () => {
  const spec = service(`
    model Old { @encode("unixTimestamp", int32) at: utcDateTime }
    model Pet { name: string }
    model PetPage { @pageItems @renamedFrom(V.v2, "pets") items: Pet[]; @nextLink @renamedFrom(V.v3, "link") nextLink?: url }
    @get @route("/one") @returnTypeChangedFrom(V.v2, Old) @returnTypeChangedFrom(V.v3, void) op one(...Api): Pet;
    @list @get @route("/all") op all(...Api): PetPage;
  `);
  await withClient(
    spec,
    async (client, server) => {
      const one = (version: string, reply: unknown) =>
        inVersion(client, server, version, reply, (c) => client.one!(c));
      expect((await one("1", { at: 1 })).result).toEqual({ at: new Date(1000) });
      expect((await one("2", undefined)).result).toBeUndefined();
      expect((await one("3", { name: "n" })).result).toEqual({ name: "n" });
      await expect(one("3", { at: 1 })).rejects.toThrow("$.name should be a string");
      for (const [version, items, link] of [
        ["1", "pets", "link"],
        ["2", "items", "link"],
        ["3", "items", "nextLink"],
      ] as const) {
        server.received.length = 0;
        server.reply = pages(items, link);
        const context = client.createPetsContext!("https://pets.example", {
          ...server.options,
          apiVersion: version,
        });
        const names: unknown[] = [];
        for await (const pet of client.all!(context) as AsyncIterable<{ name: string }>) {
          names.push(pet.name);
        }
        expect(names).toEqual(["a", "b"]);
      }
    },
    all,
  );
});

test("writes a body of several arguments in the form of each version", async () => {
  const spec = service(`
    model Owner { @renamedFrom(V.v2, "label") name: string }
    @post op post(
      ...Api,
      @renamedFrom(V.v2, "title") name: string,
      @typeChangedFrom(V.v3, string) born: utcDateTime,
      @typeChangedFrom(V.v2, Owner) tags?: string[],
      owners?: Owner[],
    ): void;
  `);
  await withClient(
    spec,
    async (client, server) => {
      const date = new Date("2024-05-06T07:08:09.000Z");
      const owners = [{ name: "Jo" }];
      const first = await inVersion(client, server, "1", undefined, (context) =>
        client.post!(context, "Rex", "2024", { tags: { name: "Al" }, owners }),
      );
      expect(first.body).toEqual({
        title: "Rex",
        born: "2024",
        tags: { label: "Al" },
        owners: [{ label: "Jo" }],
      });
      const last = await inVersion(client, server, "3", undefined, (context) =>
        client.post!(context, "Rex", date, { tags: ["a"], owners }),
      );
      expect(last.body).toEqual({ name: "Rex", born: date.toJSON(), tags: ["a"], owners });
    },
    all,
  );
});
