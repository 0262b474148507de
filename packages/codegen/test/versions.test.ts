import { expect, test } from "vitest";
import type { CodegenOptions } from "../src/index.ts";
import { withClient, type Client, type Service } from "./client.ts";
import { build, emit, withFolder } from "./emit.ts";

// Packages for all API versions: requests and responses have the form of each version on the wire.

const all: CodegenOptions = { "api-version": "all" };

const service = (body: string, versions = `v1: "1", v2: "2", v3: "3"`) => `
import "@typespec/http";
import "@typespec/versioning";
using Http;
using Versioning;
@service(#{ title: "Pets" }) @versioned(V) namespace Pets;
enum V { ${versions} }
alias Api = { @query("api-version") apiVersion: string };
${body}`;

/** Calls a function of a client in an API version. Returns the request and the result. */
async function inVersion(
  client: Client,
  server: Service,
  version: string,
  reply: unknown,
  call: (context: unknown) => unknown,
): Promise<{ url: string; body: unknown; result: unknown }> {
  server.reply = () => (reply === undefined ? { status: 204 } : { body: reply });
  const context = client.createPetsContext!("https://pets.example", {
    ...server.options,
    apiVersion: version,
    validateResponses: true,
  });
  const result = await call(context);
  const last = server.received.at(-1)!;
  const body = typeof last.body === "string" ? (JSON.parse(last.body) as unknown) : last.body;
  return { url: last.url.replace("https://pets.example", ""), body, result };
}

/** Replies with two pages of a list, under the property names of a version. */
const pages = (items: string, link: string) => (_: unknown, index: number) => ({
  body:
    index % 2 === 0
      ? { [items]: [{ name: "a" }], [link]: "https://pets.example/next" }
      : { [items]: [{ name: "b" }] },
});

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

test("converts a property whose type has changed by the version", async () => {
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

test("emits a package for all versions that compiles", async () => {
  const spec = service(`
    enum Color { @renamedFrom(V.v2, "grey") gray }
    model Old { at: utcDateTime }
    model Pet {
      @renamedFrom(V.v2, "title") @typeChangedFrom(V.v3, Old) name: string;
      @typeChangedFrom(V.v2, bytes) age?: int32 | null;
      color: Color;
      @added(V.v2) nick: string;
    }
    model Page { @pageItems items: Pet[] }
    interface Ops {
      @get @route("/a") @returnTypeChangedFrom(V.v2, Pet) a(...Api, @query @renamedFrom(V.v2, "o") q?: Color): void;
      @post @route("/b") b(...Api, @body @typeChangedFrom(V.v2, Old) pet: Pet, @header @typeChangedFrom(V.v3, bytes) h?: utcDateTime): Pet | Old;
      @patch(#{ implicitOptionality: true }) @route("/c") c(...Api, @body pet: Pet): Pet;
      @patch @route("/d") d(...Api, @header contentType: "application/merge-patch+json", @body pet: Pet): Pet;
      @list @get @route("/e") e(...Api, @query @renamedFrom(V.v2, "o") q?: string): Page;
      @post @route("/f") f(...Api, @query @typeChangedFrom(V.v3, string) q: int32, @renamedFrom(V.v2, "title") name: string, @typeChangedFrom(V.v3, Old) pet?: Pet, @typeChangedFrom(V.v2, string) at: utcDateTime): void;
    }
  `);
  const { errors, files } = await emit(spec, { ...all, "emit-package-json": true });
  expect(errors).toEqual([]);
  await withFolder(async (folder) => {
    expect(await build(folder, files)).toBe("");
  });
});

test("leaves the program unchanged for other emitters", async () => {
  const spec = service(`
    model Old { at: utcDateTime }
    model Pet { @added(V.v2) name: string; @madeRequired(V.v2) age: int32 }
    @get @returnTypeChangedFrom(V.v2, Old) op get(...Api, @query @renamedFrom(V.v2, "o") q: string): Pet;
  `);
  const alone = await emit(spec);
  const after = await emit(spec, {}, [all]);
  expect(after.files).toEqual(alone.files);
});

// One name or type for all versions: the place in the spec is named, with what to write instead.
const refused: Readonly<Record<string, readonly [body: string, name: string]>> = {
  "a member as a type": [
    `enum Kind { @renamedFrom(V.v2, "kitty") cat } model Pet { kind: Kind.cat } @get op get(...Api): Pet;`,
    "cat",
  ],
  "a kind of a discriminated union": [
    `model Cat { name: string } @discriminated union Pet { @renamedFrom(V.v2, "kitty") cat: Cat } @get op get(...Api): Pet;`,
    "cat",
  ],
  "a part of a form": [
    `@post op post(...Api, @header contentType: "multipart/form-data", @multipartBody body: { @renamedFrom(V.v2, "old") name: HttpPart<string> }): void;`,
    "name",
  ],
  "an element of XML": [
    `model Pet { @renamedFrom(V.v2, "title") name: string } @get op get(...Api): { @header contentType: "application/xml", @body pet: Pet };`,
    "name",
  ],
  "a response header": [
    `@get op get(...Api): { @header @renamedFrom(V.v2, "old") etag: string, @body pet: string };`,
    "etag",
  ],
  "a parameter within a body": [
    `model Pet { @header @renamedFrom(V.v2, "old") tone: string; name: string } @post op post(...Api, @bodyRoot pet: Pet): void;`,
    "tone",
  ],
  "whether an operation has response headers": [
    `@get @returnTypeChangedFrom(V.v2, { @header etag: string, @body text: string }) op get(...Api): string;`,
    "get",
  ],
};

test.each(Object.entries(refused))("refuses a change of %s", async (_, [body, name]) => {
  const { diagnostics, errors } = await emit(service(body), all);
  expect(diagnostics.filter((one) => one.startsWith("@acs-chat"))).toEqual([
    expect.stringContaining("@acs-chat/codegen/changed-between-versions at main.tsp:9:"),
  ]);
  expect(errors.at(-1)).toMatch(new RegExp(`^"${name}" is not the same in all API versions`));
});
