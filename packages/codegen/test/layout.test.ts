import { posix } from "node:path";
import { expect, test } from "vitest";
import { emit } from "./emit.ts";
import { typeErrors } from "./type-errors.ts";

const areas = ["Account", "Invoice", "Payment", "Order"];

/** Types that only one group uses: simple models, a hierarchy, and two that refer to each other. */
const ofArea = (name: string) => `
  model ${name} { id: string; at: utcDateTime; status: ${name}Status; parts: ${name}Part[]; money: Money; audit: Audit }
  enum ${name}Status { open, closed }
  model ${name}Part { of?: ${name}; shape: ${name}Shape; node: Node }
  @discriminator("kind") model ${name}Shape { size: int32 }
  model ${name}Round extends ${name}Shape { kind: "round"; at: utcDateTime }
  model ${name}Square extends ${name}Shape { kind: "square"; common: Common }
  ${Array.from({ length: 12 }, (_, index) => `model ${name}Detail${index} { value: utcDateTime; next?: ${name}Detail${(index + 1) % 12} }`).join("\n")}
  @route("/${name}") interface ${name}s {
    @get get(): ${name} | Problem;
    @put put(@body body: ${name}): ${name}Detail0;
  }`;

const spec = `
import "@typespec/http";
using Http;
@service(#{ title: "Shop" }) namespace Shop;
model Money { amount: int64; currency: Currency }
enum Currency { eur, usd }
model Common { note?: string }
@error model Problem { code: string }
model Node { left?: Leaf; money?: Money }
model Leaf { node?: Node; at: utcDateTime }
model Audit { by: Person; at: utcDateTime; steps: Step[]; log: Log; place: Place; seal?: Seal; node?: Node }
model Person { name: string; place: Place }
model Place { city: string }
model Step { log: Log; at: utcDateTime }
model Log { text: string; audit?: Audit }
model Seal { at: utcDateTime; mark: Mark }
model Mark { text: string }
${areas.map(ofArea).join("\n")}`;

/** Returns the paths that a file imports at run time. */
function importsOf(path: string, text: string): readonly string[] {
  return [...text.matchAll(/^(import|export) (?!type )[^;]*? from "(\.[^"]+)";/gm)].map(
    ([, , from]) => posix.join(posix.dirname(path), from ?? ""),
  );
}

/** Fails if there is an import cycle. */
function expectNoCircles(files: ReadonlyMap<string, string>): void {
  const done = new Set<string>();
  const visit = (path: string, above: readonly string[]): void => {
    expect(above).not.toContain(path);
    if (done.has(path)) return;
    for (const other of importsOf(path, files.get(path) ?? "")) visit(other, [...above, path]);
    done.add(path);
  };
  for (const path of files.keys()) visit(path, []);
}

test("writes a file of types for each group, and others for types that groups share", async () => {
  const { files, errors } = await emit(spec, { "emit-package-json": true });
  expect(errors).toEqual([]);
  const paths = [...files.keys()];
  const inFolder = (folder: string) => paths.filter((path) => path.startsWith(`src/${folder}/`));
  for (const folder of ["models", "readers"]) {
    expect(inFolder(folder)).toEqual(
      ["accounts", "audit", "common", "invoices", "orders", "payments"].map(
        (name) => `src/${folder}/${name}.ts`,
      ),
    );
  }
  expect(inFolder("clients")).toHaveLength(areas.length + 1);
  expect(files.get("src/models/accounts.ts")).toContain("export interface AccountDetail0 ");
  expect(files.get("src/models/audit.ts")).toContain("export interface Step ");
  expect(files.get("src/models/common.ts")).toContain("export interface Money ");
  expect(await typeErrors(files)).toEqual([]);
});

test("exports every type and class from the index, without import cycles", async () => {
  const { files } = await emit(spec);
  expect(files.get("index.ts")).toContain('export * from "./models.ts";');
  for (const [barrel, folder] of [
    ["models.ts", "models"],
    ["client.ts", "clients"],
  ] as const) {
    const listed = [...files.get(barrel)!.matchAll(/ \* from "\.\/(.*)";/g)].map(
      ([, path]) => path,
    );
    expect(listed.toSorted()).toEqual(
      [...files.keys()].filter((path) => path.startsWith(`${folder}/`)).toSorted(),
    );
  }
  expectNoCircles(files);
  expect(importsOf("readers/audit.ts", files.get("readers/audit.ts")!)).toContain(
    "readers/common.ts",
  );
});

test("writes one file of types for a small package", async () => {
  const { files } = await emit(
    spec.replaceAll(/model \w+Detail[1-9][0-9]? .*\n/g, "").replaceAll(/; next\?: \w+/g, ""),
  );
  expect([...files.keys()].filter((path) => /^(models|readers|clients)\b/.test(path))).toEqual([
    "models.ts",
    "readers.ts",
  ]);
});

test("gives files unique names that differ from those of groups", async () => {
  const meeting = `${spec}
    @route("/c") interface Common2 { @get get(): Money }
    @route("/a") interface AuditGroup { @get get(): Audit }`
    .replaceAll("interface Accounts", "interface Common")
    .replaceAll("interface Invoices", "interface Audit")
    .replace("model Common {", "model Common9 {")
    .replaceAll("common: Common", "common: Common9")
    .replaceAll("audit: Audit ", "audit: Audit9 ")
    .replaceAll("audit?: Audit ", "audit?: Audit9 ")
    .replaceAll("model Audit ", "model Audit9 ")
    .replaceAll("(): Audit ", "(): Audit9 ");
  const { files, errors } = await emit(meeting, { "emit-package-json": true });
  expect(errors).toEqual([]);
  expect(await typeErrors(files)).toEqual([]);
});

const manyAreas = Array.from({ length: 32 }, (_, index) => `area${index}`);

/** A group with 96 operations, whose types are used in one area, in two, or in all. */
const large = (more = "") => `
import "@typespec/http";
using Http;
@service(#{ title: "Bank" }) namespace Bank;
model Money { amount: int64; at: utcDateTime; ${manyAreas.map((_, index) => `k${index}?: Kind${index}; s${index}?: Step${index}`).join("; ")} }
${manyAreas
  .map(
    (area, index) => `
enum Kind${index} { a, b }
model Step${index} { at: utcDateTime; kind: Kind${index} }
${index % 2 === 0 ? `model Pair${index} { at: utcDateTime; money: Money }` : ""}
model Item${index} { at: utcDateTime; pair: Pair${index - (index % 2)}; kind: Kind${index} }
@route("/v1/${area}/{id}") @get op read${index}(@path id: string): Item${index};
@route("/v1/${area}") @put op put${index}(@body item: Item${index}): Money;
@route("/v1/${area}/find") @post op find${index}(kind: Kind${index}): Item${index}[];`,
  )
  .join("\n")}
${more}`;

const operationsIn = (files: ReadonlyMap<string, string>): readonly string[] =>
  [...files.keys()].filter((path) => path.startsWith("src/operations/bank/"));

test("writes a file for each resource of a large group, and keeps these files if an operation is added", async () => {
  const { files, errors } = await emit(large(), { "emit-package-json": true });
  expect(errors).toEqual([]);
  expect(operationsIn(files).toSorted()).toEqual(
    manyAreas.map((area) => `src/operations/bank/${area}.ts`).toSorted(),
  );
  expect(files.get("src/models/area3.ts")).toContain("export interface Item3 ");
  expect(files.get("src/operations/bank/area3.ts")).toContain("function find3(");
  const inModels = [...files.keys()].filter((path) => path.startsWith("src/models/"));
  expect(inModels).toContain("src/models/money.ts");
  expect(inModels).toContain("src/models/area2-and-area3.ts");
  expectNoCircles(files);
  expect(await typeErrors(files)).toEqual([]);
  const more = await emit(large(`@route("/v2/others") @get op others(): Money;`), {
    "emit-package-json": true,
  });
  expect(operationsIn(more.files)).toEqual(expect.arrayContaining(operationsIn(files) as string[]));
});
