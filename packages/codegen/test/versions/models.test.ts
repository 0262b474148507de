import { expect, test } from "vitest";
import { withClient } from "../client.ts";
import { emit } from "../emit.ts";
import { all, inVersion, service } from "./in-version.ts";

test("sends and reads a renamed property under the name of each version", async () => {
  const spec = service(`
    model Pet {
      @renamedFrom(V.v3, "label") @renamedFrom(V.v2, "title") name: string;
      @renamedFrom(V.v2, "kept") @encodedName("application/json", "same") fixed: string;
    }
    @put op put(...Api, @body pet: Pet): Pet;
    @post op list(...Api, @body pets: Pet[]): Record<Pet>;
  `);
  await withClient(
    spec,
    async (client, server) => {
      for (const [version, wire] of Object.entries({
        1: "title",
        2: "label",
        3: "name",
        9: "name",
      })) {
        const pet = { [wire]: "Rex", same: "x" };
        const now = { name: "Rex", fixed: "x" };
        const one = await inVersion(client, server, version, pet, (c) => client.put!(c, now));
        expect([one.body, one.result]).toEqual([pet, now]);
        const many = await inVersion(client, server, version, { a: pet }, (c) =>
          client.list!(c, [now]),
        );
        expect([many.body, many.result]).toEqual([[pet], { a: now }]);
      }
    },
    all,
  );
});

test("distinguishes two properties that swap their names between versions", async () => {
  const spec = service(`
    model Pet {
      @renamedFrom(V.v2, "b") a: string;
      @renamedFrom(V.v2, "a") b: string;
      @renamedFrom(V.v3, "note") remark?: string;
      @added(V.v3) note?: int32;
    }
    @put op put(...Api, @body pet: Pet): Pet;
  `);
  await withClient(
    spec,
    async (client, server) => {
      const now = { a: "1", b: "2", remark: "r" };
      const then = { a: "2", b: "1", note: "r" };
      const old = await inVersion(client, server, "1", then, (c) => client.put!(c, now));
      expect([old.body, old.result]).toEqual([then, now]);
      const newest = { a: "1", b: "2", remark: "r", note: 3 };
      const last = await inVersion(client, server, "3", newest, (c) => client.put!(c, newest));
      expect([last.body, last.result]).toEqual([newest, newest]);
    },
    all,
  );
});

test("converts a property by its type in the version", async () => {
  const spec = service(`
    model Old { at: utcDateTime; @encode("base64url") data: bytes }
    model New { @encode("unixTimestamp", int32) at: utcDateTime }
    model Pet {
      @typeChangedFrom(V.v2, string) age: int32;
      @typeChangedFrom(V.v2, plainDate) born: utcDateTime;
      @typeChangedFrom(V.v3, Old) info: New;
      @typeChangedFrom(V.v2, string[]) tags?: Record<string>;
    }
    @put op put(...Api, @body pet: Pet): Pet;
  `);
  const date = new Date("2024-05-06T07:08:09Z");
  const iso = "2024-05-06T07:08:09.000Z";
  await withClient(
    spec,
    async (client, server) => {
      const first = { age: "four", born: "2020-01-02", info: { at: iso, data: "_w" }, tags: ["x"] };
      const now = {
        age: "four",
        born: "2020-01-02",
        info: { at: date, data: new Uint8Array([255]) },
        tags: ["x"],
      };
      const old = await inVersion(client, server, "1", first, (c) => client.put!(c, now));
      expect([old.body, old.result]).toEqual([first, now]);
      const last = { age: 4, born: iso, info: { at: date.getTime() / 1000 }, tags: { a: "x" } };
      const newest = { age: 4, born: date, info: { at: date }, tags: { a: "x" } };
      const now3 = await inVersion(client, server, "3", last, (c) => client.put!(c, newest));
      expect([now3.body, now3.result]).toEqual([last, newest]);
    },
    all,
  );
});

test("does not require properties that are missing or optional in a version", async () => {
  const spec = service(`
    model Pet {
      @added(V.v2) nick: string;
      @removed(V.v3) legs: int32;
      @madeRequired(V.v2) weight: float64;
      @madeOptional(V.v2) breed?: string;
      @added(V.v2) owner: Owner;
    }
    @added(V.v2) model Owner { @added(V.v2) name: string }
    @get op get(...Api, @query @added(V.v2) depth: int32, @query @removed(V.v2) deep: string): Pet;
  `);
  await withClient(
    spec,
    async (client, server) => {
      const first = { legs: 4, breed: "x" };
      const old = await inVersion(client, server, "1", first, (c) => client.get!(c, { deep: "y" }));
      expect([old.url, old.result]).toEqual(["/?api-version=1&deep=y", first]);
      const newest = { nick: "n", weight: 1, owner: { name: "o" } };
      const last = await inVersion(client, server, "3", newest, (c) =>
        client.get!(c, { depth: 2 }),
      );
      expect([last.url, last.result]).toEqual(["/?api-version=3&depth=2", newest]);
      const missing = inVersion(client, server, "3", { ...newest, nick: undefined }, (c) =>
        client.get!(c),
      );
      await expect(missing).rejects.toThrow("$.nick should be a string, but is missing");
      const wrong = inVersion(client, server, "3", { ...newest, owner: {} }, (c) => client.get!(c));
      await expect(wrong).rejects.toThrow("$.owner.name should be a string");
    },
    all,
  );
  const { files } = await emit(spec, all);
  expect(files.get("models.ts")).toContain("Required in `2`, `3`.");
});

test("sends enum values under the name of each version, in bodies and URLs", async () => {
  const spec = service(`
    enum Color { @renamedFrom(V.v2, "grey") gray, @renamedFrom(V.v2, "old") fixed: "same", black }
    model Pet { color: Color; more?: Color[]; either: Color | null }
    @put @route("/{path}") op put(
      ...Api, @path path: Color, @query color: Color, @query(#{ explode: true }) colors?: Color[],
      @header tone?: Color, @body pet: Pet
    ): Pet;
  `);
  await withClient(
    spec,
    async (client, server) => {
      for (const [version, gray] of Object.entries({ 1: "grey", 2: "gray" })) {
        const wire = { color: gray, more: [gray, "black"], either: gray };
        const now = { color: "gray", more: ["gray", "black"], either: "gray" };
        const got = await inVersion(client, server, version, wire, (c) =>
          client.put!(c, "gray", "gray", now, { colors: ["gray", "same"], tone: "gray" }),
        );
        expect([got.body, got.result]).toEqual([wire, now]);
        expect(got.url).toBe(
          `/${gray}?api-version=${version}&color=${gray}&colors=${gray}&colors=same`,
        );
        expect(server.received.at(-1)!.headers.tone).toBe(gray);
      }
    },
    all,
  );
});

test("converts changed properties inside discriminated kinds and unions", async () => {
  const spec = service(`
    @discriminator("kind") model Pet { @renamedFrom(V.v2, "title") name: string }
    model Cat extends Pet { kind: "cat"; @renamedFrom(V.v2, "lifes") lives: int32 }
    model Dog extends Pet { kind: "dog" }
    union Any { Cage, string }
    model Cage { pets: Pet[]; any?: Any }
    @put op put(...Api, @body cage: Cage): Cage;
  `);
  await withClient(
    spec,
    async (client, server) => {
      const now = {
        pets: [
          { kind: "cat", name: "a", lives: 9 },
          { kind: "dog", name: "b" },
        ],
        any: { pets: [{ kind: "dog", name: "c" }] },
      };
      const then = {
        pets: [
          { kind: "cat", title: "a", lifes: 9 },
          { kind: "dog", title: "b" },
        ],
        any: { pets: [{ kind: "dog", title: "c" }] },
      };
      const old = await inVersion(client, server, "1", then, (c) => client.put!(c, now));
      expect([old.body, old.result]).toEqual([then, now]);
      const last = await inVersion(client, server, "3", now, (c) => client.put!(c, now));
      expect([last.body, last.result]).toEqual([now, now]);
    },
    all,
  );
});
