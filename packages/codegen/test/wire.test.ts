import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Client } from "./client.ts";
import { emit, packageFolder, withFolder } from "./emit.ts";
import { typeErrorsIn } from "./type-errors.ts";
import { containers, places, type Container, type Place } from "./wire/places.ts";
import { scalars, type Scalar } from "./wire/scalars.ts";
import { recordingServer } from "./wire/server.ts";

// An offset of 5:45 hours, so that code which depends on the machine's time zone fails.
process.env.TZ = "Asia/Kathmandu";

interface Cell {
  readonly name: string;
  readonly at: string;
  readonly place: Place;
  readonly container: Container;
  readonly scalar: Scalar;
}

/** Scalars that are also tested in lists, records and models: one for each codec. */
const inContainers: ReadonlySet<string> = new Set([
  "word",
  "long",
  "isoDate",
  "httpDate",
  "unixDate",
  "dateOrWord",
  "base64url",
  "anything",
]);

const cells: readonly Cell[] = Object.entries(places).flatMap(([at, place], index) =>
  containers.flatMap((container) =>
    Object.entries(scalars)
      .filter(([name]) => container === "one" || inContainers.has(name))
      .map(([name, scalar]) => ({
        name: `at${index}${container}${name[0]?.toUpperCase()}${name.slice(1)}`,
        at,
        place,
        container,
        scalar,
      })),
  ),
);

function typeOf({ container, scalar: { type } }: Cell): string {
  return {
    one: type,
    nullable: `${type} | null`,
    list: `${type}[]`,
    named: `Record<${type}>`,
    model: `Holder<${type}>`,
  }[container];
}

const spec = `import "@typespec/http";
using Http;
@service(#{ title: "Wire" }) namespace Wire;
model Holder<T> { first: T; second: T; }
${Object.values(scalars)
  .map(({ declaration = "" }) => declaration)
  .join("\n")}
model Xml<T> { v: T; }
${cells
  .map(
    (cell) =>
      `@route("/${cell.name}${cell.at === "path" ? "/{v}" : ""}") ${cell.place.operation(cell.name, typeOf(cell))};`,
  )
  .join("\n")}
`;

const keys = fc.stringMatching(/^[a-z]{1,5}$/);

function valuesOf({ container, place, scalar: { values } }: Cell): fc.Arbitrary<unknown> {
  switch (container) {
    case "one":
      return values;
    case "nullable":
      return place.takesNull ? fc.option(values) : values;
    case "list":
      return fc.array(values, { minLength: 1, maxLength: 3 });
    case "named":
      return fc.dictionary(keys, values, {
        minKeys: 1,
        maxKeys: 3,
        noNullPrototype: true,
      });
    case "model":
      return fc.record({ first: values, second: values }, { noNullPrototype: true });
  }
}

test("writes and reads each value at each place with its encoding, or refuses it", async () => {
  expect(new Date(0).getTimezoneOffset()).toBe(-330);
  const { diagnostics, errors, files } = await emit(spec, {
    "skip-unsupported": true,
    "emit-package-json": true,
  });
  expect(errors).toEqual([]);
  expect(
    diagnostics.filter((text) => !/unsupported-(type|encoding) at main\.tsp/.test(text)),
  ).toEqual([]);
  await using server = await recordingServer();
  await withFolder(async (folder) => {
    expect(await typeErrorsIn(folder, files)).toEqual([]);
    const client = (await import(join(folder, "src/index.ts"))) as Client;
    const context = client.createWireContext!(server.endpoint);
    const emitted = cells.filter(({ name }) => name in client);
    // The supported combinations are those of the guide.
    expect(supported(emitted)).toBe(tableIn(readFileSync(guide, "utf8")));
    for (const { at, container, name, place, scalar, ...cell } of emitted) {
      const label = `${at}: ${container} ${scalar.type}`;
      const check = async (value: unknown): Promise<void> => {
        const result = await client[name]!(context, place.argument?.(value) ?? value);
        const request = server.requests.at(-1)!;
        const all = [request.url, JSON.stringify(request.headers), request.body.toString("latin1")];
        expect(all.join("\n")).not.toMatch(/\[object |GMT[+-]|Invalid Date/);
        const expected = place.expected(scalar, container, value as never);
        expect([label, place.found(request, container)]).toEqual([label, expected]);
        const back = place.result === undefined ? value : place.result(result);
        expect([label, back]).toEqual([label, value]);
      };
      const values = valuesOf({ at, container, name, place, scalar, ...cell });
      await fc.assert(fc.asyncProperty(values, check), { numRuns: 2 });
    }
  });
}, 60_000);

const guide = join(packageFolder, "../../docs/generator.md");

/** The names of the containers in the guide's table. */
const titles: Readonly<Record<Exclude<Container, "nullable">, string>> = {
  one: "one value",
  list: "a list",
  named: "a record",
  model: "a model",
};

/** Formats the supported types of each place as a table. A date represents the types that are always text. */
function supported(emitted: readonly Cell[]): string {
  const has = (at: string, container: Container, type: string): string =>
    emitted.some(
      (cell) => cell.at === at && cell.container === container && cell.scalar.type === type,
    )
      ? "yes"
      : "no";
  const rows = Object.keys(places).map((at) => {
    const kinds = Object.keys(titles).map((key) => has(at, key as Container, "IsoDate"));
    const more = [has(at, "one", "DateOrWord"), has(at, "one", "unknown")];
    return `| ${[at, ...kinds, ...more].join(" | ")} |`;
  });
  const head = ["place", ...Object.values(titles), "one of several types", "`unknown`"];
  return [`| ${head.join(" | ")} |`, `|${" --- |".repeat(head.length)}`, ...rows].join("\n");
}

/** Returns the table of places in the guide. */
function tableIn(text: string): string {
  return /^\| place \|.*\n(?:\|.*\n)+/m.exec(text)?.[0].trim() ?? "";
}
