import { expect, test } from "vitest";
import { withClient } from "./client.ts";
import { emit } from "./emit.ts";
import { typeErrors } from "./type-errors.ts";

const service = (body: string) => `
import "@typespec/http";
using Http;
@service(#{ title: "Shop" }) namespace Shop;
${body}`;

const tagged = service(`
  @tag("Pets") @tag("Beta") @route("/pets") @get op listPets(): string;
  @tag("pets") @route("/pets/{id}") @get op getPet(@path id: string): string;
  @tag("Order items") @route("/orders") @get op listOrders(): string;
  @route("/ping") @get op ping(): string;
`);

test("creates a group for each tag, and keeps the names of the functions", async () => {
  await withClient(tagged, async (client, server) => {
    server.reply = () => ({ body: JSON.stringify("ok") });
    const made = (client as unknown as Record<string, new (...args: unknown[]) => unknown>)
      .ShopClient!;
    const shop = new made("https://shop.example", server.options) as Record<
      string,
      Record<string, (...args: unknown[]) => Promise<unknown>>
    >;
    await shop.pets!.listPets!();
    await shop.pets!.getPet!("7");
    await shop.orderItems!.listOrders!();
    await (shop as unknown as { ping: () => Promise<unknown> }).ping();
    await client.getPet!(shop.context, "8");
    expect(server.urls.map((url) => url.replace("https://shop.example", ""))).toEqual([
      "/pets",
      "/pets/7",
      "/orders",
      "/ping",
      "/pets/8",
    ]);
  });
  const { files } = await emit(tagged);
  expect([...files.keys()].filter((path) => path.startsWith("operations/"))).toEqual([
    "operations/order-items.ts",
    "operations/pets.ts",
    "operations/shop.ts",
  ]);
});

test("does not create groups for a single tag, interfaces or tags without letters", async () => {
  for (const body of [
    `@tag("All") @route("/a") @get op a(): void; @tag("All") @route("/b") @get op b(): void;`,
    `@tag("-") @route("/a") @get op a(): void; @tag("!") @route("/b") @get op b(): void;`,
  ]) {
    const { files } = await emit(service(body));
    expect([...files.keys()].filter((path) => path.startsWith("operations/"))).toEqual([
      "operations/shop.ts",
    ]);
  }
  const { files } = await emit(
    service(`@route("/x") interface X { @tag("A") @get a(): void; @tag("B") @post b(): void }`),
  );
  expect([...files.keys()].filter((path) => path.startsWith("operations/"))).toEqual([
    "operations/x.ts",
  ]);
});

test("creates groups for tags that begin with a digit or a letter without case", async () => {
  const { errors, files } = await emit(
    service(`
      @tag("1-Click") @route("/one") @get op listOne(): string;
      @tag("宠物") @route("/pets") @get op listPets(): string;`),
    { "emit-package-json": true },
  );
  expect(errors).toEqual([]);
  expect(await typeErrors(files)).toEqual([]);
});

test("gives groups, operations and members of the client different names", async () => {
  const spec = service(`
    @tag("shop") @route("/a") @get op \`context\`(): void;
    @tag("Ping") @route("/b") @get op pong(): void;
    @tag("context") @route("/c") @get op other(): void;
    @tag("constructor") @route("/d") @get op more(): void;
    @tag("Größe") @route("/f") @get op size(): void;
    @route("/e") @get op ping(): void;
  `);
  const { files, errors } = await emit(spec, { "emit-package-json": true });
  expect(errors).toEqual([]);
  const names = [...files.keys()].filter((path) => path.startsWith("src/operations/"));
  expect(names).toEqual([
    "src/operations/constructor.ts",
    "src/operations/context.ts",
    "src/operations/größe.ts",
    "src/operations/ping.ts",
    "src/operations/shop.ts",
    "src/operations/shop2.ts",
  ]);
  expect(await typeErrors(files)).toEqual([]);
});

test("leaves out only the unsupported operation of a tag", async () => {
  const spec = service(`
    @tag("A") @route("/a") @get op a(@header pet: { name: string }): string;
    @tag("B") @route("/b") @get op b(): string;
    @tag("A") @route("/c") @get op c(): string;
  `);
  const { files, errors } = await emit(spec, { "skip-unsupported": true });
  expect(errors).toEqual([]);
  expect(files.get("operations/a.ts")).toContain("function c(");
  expect(files.get("operations/a.ts")).not.toContain("function a(");
});
