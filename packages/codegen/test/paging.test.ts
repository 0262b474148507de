import { expect, test } from "vitest";
import { listed, withClient } from "./client.ts";

const demo = (operation: string) => `import "@typespec/http";
using Http;
@service(#{ title: "Demo" }) @server("https://demo.example", "Live") namespace Demo;
model Items { @pageItems items: string[]; @nextLink next?: url; }
${operation}
`;

const letters = [..."abcdefg"];

test.each([
  [
    "pages from the default",
    `@query @pageIndex page?: int32 = 1, @query @pageSize size?: int32 = 3`,
    ["page=1", "page=2", "page=3"],
  ],
  [
    "pages from 0, if that is the minimum",
    `@query @pageIndex @minValue(0) page?: int32, @query @pageSize size?: int32 = 3`,
    ["page=0", "page=1", "page=2"],
  ],
  [
    "items",
    `@query @offset skip?: int32, @query @pageSize size?: int32 = 3`,
    ["skip=0", "skip=3", "skip=6"],
  ],
  [
    "pages of unknown size, until one is empty",
    `@query @pageIndex page?: int32`,
    ["page=1", "page=2", "page=3", "page=4"],
  ],
])("counts %s", async (_, parameters, queries) => {
  await withClient(
    demo(`@list @get op list(${parameters}): { @pageItems items: string[] };`),
    async (client, service) => {
      service.reply = (_request, index) => ({
        body: { items: letters.slice(3 * index, 3 * index + 3) },
      });
      const context = client.createDemoContext!(service.options);
      expect(await listed(client.list!(context))).toEqual(letters);
      expect(service.urls.map((url) => new URL(url).search.slice(1))).toEqual(queries);
    },
  );
});

test("applies maxPageSize to a counted list, and continues from a token", async () => {
  await withClient(
    demo(
      `@list @get op list(@query @offset skip?: int32, @query @pageSize size?: int32): { @pageItems items: string[] };`,
    ),
    async (client, service) => {
      service.reply = ({ url }) => {
        const skip = Number(new URL(url).searchParams.get("skip"));
        return { body: { items: letters.slice(skip, skip + 2) } };
      };
      const context = client.createDemoContext!(service.options);
      const list = client.list!(context) as {
        byPage(settings: object): AsyncIterableIterator<string[] & { continuationToken?: string }>;
      };
      const { value } = await list.byPage({ maxPageSize: 2 }).next();
      expect([...value]).toEqual(["a", "b"]);
      expect(value.continuationToken).toBe("2");
      const rest = list.byPage({ maxPageSize: 2, continuationToken: "2" });
      expect((await listed(rest)).flat()).toEqual(["c", "d", "e", "f", "g"]);
    },
  );
});

test("rejects when a page links to itself", async () => {
  await withClient(demo(`@list @get op list(): Items;`), async (client, service) => {
    service.reply = () => ({ body: { items: ["a"], next: "https://demo.example/?page=2" } });
    const context = client.createDemoContext!(service.options);
    await expect(listed(client.list!(context))).rejects.toMatchObject({
      name: "RestError",
      code: "PARSE_ERROR",
    });
    expect(service.received).toHaveLength(2);
  });
});

test("returns an empty page if the items or the body are missing", async () => {
  const spec = `import "@typespec/http";
using Http;
@service(#{ title: "Demo" }) namespace Demo;
@route("/a") @list op missing(): { @pageItems items?: string[]; @nextLink next?: url };
@route("/b") @list op noContent(): { @pageItems items: string[]; @nextLink next?: url } | NoContentResponse;
`;
  await withClient(spec, async (client, service) => {
    const context = client.createDemoContext!("https://demo.example", service.options);
    service.reply = () => ({ body: {} });
    expect(await listed(client.missing!(context))).toEqual([]);
    service.reply = () => ({ status: 204 });
    expect(await listed(client.noContent!(context))).toEqual([]);
  });
});
